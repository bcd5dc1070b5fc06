import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "relevant/metric-unused",
  summary: "A metric is in no KPI.",
  letter: "R",
  level: "off",
  messages: { unused: "No KPI uses this metric; remove it, or keep it as a plain metric and leave this rule off." },
  docs: "A metric needs no KPI, so this is off. Teams that want to prune their metrics now and then switch it on. Drivers, guardrails and parts of derived metrics count as used.",
  bad: changed(["metrics:\n", "metrics:\n  page-views:\n    title: Pages viewed in the month\n    unit: pages\n"]),
  good,
  metric: (metric, context) => {
    const { kpisOfMetric, usersOfMetric } = context.workspace.links;
    if (kpisOfMetric.has(metric.id) || usersOfMetric.has(metric.id)) return;
    context.report({ message: "unused", place: placeOf(metric), entity: refOf(metric) });
  },
});
