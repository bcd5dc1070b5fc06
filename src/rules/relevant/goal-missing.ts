import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "relevant/goal-missing",
  summary: "A KPI names no goal.",
  letter: "R",
  level: "error",
  messages: { missing: "Name the goal that this KPI measures." },
  docs: "A KPI is relevant through the goal it serves. A number without a goal is a metric, which is fine: move it to `metrics:`.",
  bad: changed(["    goal: happy-customers\n", ""]),
  good,
});
