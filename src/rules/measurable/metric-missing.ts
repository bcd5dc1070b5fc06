import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "measurable/metric-missing",
  summary: "A KPI names no metric.",
  letter: "M",
  level: "error",
  messages: { missing: "Name the metric that is measured." },
  docs: "The metric says what is counted, in which unit and how often. Define it once under `metrics:` and name its id here; several KPIs may share it.",
  bad: changed(["    metric: nps\n", ""]),
  good,
});
