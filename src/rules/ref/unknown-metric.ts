import { partsOf } from "../../workspace/links.ts";
import type { Metric } from "../../workspace/model.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { reportUnknown, UNKNOWN_MESSAGES } from "../links.ts";

export const rule = defineRule({
  id: "ref/unknown-metric",
  summary: "A KPI or a derived metric names a metric that does not exist.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: UNKNOWN_MESSAGES,
  docs: "A KPI is a metric with a target: the metric says what is measured, in which unit, and where the values come from. Drivers, guardrails and the parts of a derived metric are metrics too.",
  bad: changed(["metric: nps", "metric: npss"]),
  good,
  kpi: (kpi, context) => {
    const { metric, drivers, guardrails } = kpi.definition;
    if (metric !== undefined) reportUnknown(context, kpi, "metric", metric, ["metric"]);
    drivers?.forEach((driver, i) => {
      reportUnknown(context, kpi, "metric", driver, ["drivers", i]);
    });
    guardrails?.forEach((guardrail, i) => {
      reportUnknown(context, kpi, "metric", guardrail.metric, ["guardrails", i, "metric"]);
    });
  },
  metric: checkParts,
});

function checkParts(metric: Metric, context: RuleContext): void {
  const derived = metric.definition.derived;
  if (derived === undefined || derived === null) return;
  const form = Object.keys(derived)[0] ?? "sum";
  for (const [i, part] of partsOf(metric).entries()) {
    reportUnknown(context, metric, "metric", part, ["derived", form, i]);
  }
}
