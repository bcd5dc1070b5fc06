import { formatDay } from "../../workspace/day.ts";
import type { Goal, Workspace } from "../../workspace/model.ts";
import { OPEN_END, type Timeframe, type Window, windowAt } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "timely/outside-goal",
  summary: "The window of a KPI does not lie inside that of its goal.",
  letter: "T",
  level: "warning",
  messages: {
    outside: "The window {window} does not lie inside that of the goal {goal} ({goalWindow}); move one of them.",
  },
  docs: "A KPI that runs longer than its goal is decided when the goal is no longer asked for. Where the goal has no timeframe, that of the nearest goal above it counts; of a recurring window the period that is scored now.",
  bad: changed(["    timeframe: 2026\n\nmetrics", "    timeframe: 2026-H2\n\nmetrics"]),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.timeframe === null) return;
    const goal = goalWithTimeframe(context.workspace, kpi.definition.goal);
    if (goal === null) return;
    const window = windowAt(kpi.timeframe, context.asOf);
    const around = goal.timeframe.recurring === null ? goal.timeframe : windowAt(goal.timeframe, context.asOf);
    if (around.start <= window.start && window.end <= around.end) return;
    context.report({
      message: "outside",
      data: { window: shown(window), goal: goal.goal.id, goalWindow: shown(around) },
      place: placeOf(kpi, { path: ["timeframe"] }),
      entity: refOf(kpi),
      related: [{ place: placeOf(goal.goal, { path: ["timeframe"] }), message: `The timeframe of ${goal.goal.id}` }],
    });
  },
});

/** The goal, or the nearest one above it, that has a timeframe; circles of parents end the search. */
function goalWithTimeframe(workspace: Workspace, id: string | undefined): { goal: Goal; timeframe: Timeframe } | null {
  if (id === undefined) return null;
  let goal = workspace.goals.get(id);
  if (goal !== undefined && goal.timeframe !== null) return { goal, timeframe: goal.timeframe };
  const seen = new Set<string>();
  while (goal !== undefined && !seen.has(goal.id)) {
    if (goal.timeframe !== null) return { goal, timeframe: goal.timeframe };
    seen.add(goal.id);
    goal = workspace.goals.get(goal.definition.parent ?? "");
  }
  return null;
}

function shown({ start, end }: Window): string {
  return end >= OPEN_END ? `from ${formatDay(start)}` : `${formatDay(start)} to ${formatDay(end)}`;
}
