import { nearestTo } from "../../text/nearest.ts";
import type { Goal, Kpi, Workspace } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "relevant/goal-without-kpi",
  summary: "An active goal has no KPI, and no goal below it has one.",
  letter: "R",
  level: "warning",
  messages: {
    none: "Nothing measures this goal; add a KPI with `goal: {id}`, or set `state: draft` until there is one.",
  },
  docs: "A goal that nothing measures is reached when somebody says so. One KPI, on the goal or on a goal below it, is enough. Drafts count, so that a goal whose KPI is being written stays quiet.",
  bad: changed([
    "goals:\n",
    'goals:\n  fair-workplace:\n    title: People like to work here\n    owner: "@ceo"\n    resources: A day a month of each lead\n',
  ]),
  good,
  workspace: (context) => {
    const loose = looseKpis(context.workspace);
    for (const goal of context.workspace.goals.values()) {
      if (goal.state !== "active" || isMeasured(goal, context.workspace)) continue;
      if (loose.some((kpi) => mayMean(kpi, goal, context.workspace))) continue;
      context.report({ message: "none", data: { id: goal.id }, place: placeOf(goal), entity: refOf(goal) });
    }
  },
});

/** Active KPIs whose goal is missing or unknown; that has a finding of its own. */
function looseKpis({ goals, kpis }: Workspace): readonly Kpi[] {
  return [...kpis.values()].filter((kpi) => kpi.state === "active" && !goals.has(kpi.definition.goal ?? ""));
}

/** Whether a loose KPI is probably the one that measures the goal: a mistyped id, or none in the same file. */
function mayMean(kpi: Kpi, goal: Goal, { goals }: Workspace): boolean {
  const { goal: id } = kpi.definition;
  return id === undefined ? kpi.origin.file === goal.origin.file : nearestTo(id, goals.keys()) === goal.id;
}

/** Whether the goal or one below it has a KPI; what was seen ends circles, which another rule reports. */
function isMeasured(goal: Goal, { links }: Workspace): boolean {
  const seen = new Set<string>();
  const open = [goal.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if ((links.kpisOfGoal.get(id) ?? []).some((kpi) => kpi.state !== "retired")) return true;
    for (const child of links.goalsOfParent.get(id) ?? []) open.push(child.id);
  }
  return false;
}
