import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";
import { reportUnknown, UNKNOWN_MESSAGES } from "../links.ts";

export const rule = defineRule({
  id: "ref/unknown-goal",
  summary: "A KPI or a child goal names a goal that does not exist.",
  letter: "R",
  level: "error",
  fixable: "suggestion",
  messages: UNKNOWN_MESSAGES,
  docs: "A KPI measures progress towards a goal; without the goal nobody can say whether the number matters. Ids are unique across all files, so the goal may stand in any of them.",
  bad: changed(["goal: happy-customers", "goal: happy-custommers"]),
  good,
  kpi: (kpi, context) => reportUnknown(context, kpi, "goal", kpi.definition.goal, ["goal"]),
  goal: (goal, context) => reportUnknown(context, goal, "goal", goal.definition.parent, ["parent"]),
});
