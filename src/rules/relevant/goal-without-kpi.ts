import { nearestTo } from "../../text/nearest.ts";
import type { Workspace } from "../../workspace/model.ts";
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
    const { workspace } = context;
    const measured = measuredGoals(workspace);
    let loose: ReturnType<typeof looseGoals> | null = null;
    for (const goal of workspace.goals.values()) {
      if (goal.state !== "active" || measured.has(goal.id)) continue;
      loose ??= looseGoals(workspace);
      if (loose.ids.has(goal.id) || loose.files.has(goal.origin.file)) continue;
      context.report({ message: "none", data: { id: goal.id }, place: placeOf(goal), entity: refOf(goal) });
    }
  },
});

/** Goals with a KPI that is not retired, and all goals above them. */
function measuredGoals({ goals, links }: Workspace): ReadonlySet<string> {
  const measured = new Set<string>();
  for (const [id, kpis] of links.kpisOfGoal) {
    if (kpis.every((kpi) => kpi.state === "retired")) continue;
    let goal = goals.get(id);
    while (goal !== undefined && !measured.has(goal.id)) {
      measured.add(goal.id);
      goal = goals.get(goal.definition.parent ?? "");
    }
  }
  return measured;
}

/**
 * Goals that an active KPI with a missing or unknown goal probably means: the one with the nearest id, or those of
 * its own file. The KPI has a finding of its own, so nobody is told twice.
 */
function looseGoals({ goals, kpis }: Workspace): { readonly ids: Set<string>; readonly files: Set<string> } {
  const ids = new Set<string>();
  const files = new Set<string>();
  const unknown = new Set<string>();
  for (const kpi of kpis.values()) {
    const { goal } = kpi.definition;
    if (kpi.state !== "active" || goals.has(goal ?? "")) continue;
    if (goal === undefined) files.add(kpi.origin.file);
    else unknown.add(goal);
  }
  for (const id of [...unknown].slice(0, MOST_GUESSES)) {
    const nearest = nearestTo(id, goals.keys());
    if (nearest !== null) ids.add(nearest);
  }
  return { ids, files };
}

/** With more unknown goals than this, guessing which are meant is no help. */
const MOST_GUESSES = 50;
