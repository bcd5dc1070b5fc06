import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";

const SUM: readonly (readonly [string, string])[] = [
  ["    title: Net Promoter Score\n", "    title: New customers in the month\n"],
  ["    unit: points\n    cadence: quarterly\n", "    unit: customers\n    aggregation: sum\n    cadence: quarterly\n"],
  ["    bounds: { min: -100, max: 100 }\n", "    bounds: { min: 0 }\n"],
  ["Net Promoter Score of 75 by", "Win 300 new customers by"],
  ["    baseline: 62\n    target: 75\n", "    target: 300\n"],
];

const GUARDRAIL = `metrics:
  refund-rate:
    title: Orders that are refunded
    unit: "%"
`;

export const rule = defineRule({
  id: "relevant/guardrail-missing",
  summary: "A KPI that wants more of something has no guardrail.",
  letter: "R",
  level: "info",
  messages: { missing: "Add `guardrails`: which metric must not suffer while this number grows?" },
  docs: "A number that only has to grow can be grown at any price: more customers by discounts, more tickets closed by not solving them. A guardrail names the metric that must not suffer, with `min` or `max`. It changes no progress, only the status.",
  bad: changed(...SUM),
  good: changed(
    ...SUM,
    ["metrics:\n", GUARDRAIL],
    ["    target: 300\n", "    target: 300\n    guardrails:\n      - { metric: refund-rate, max: 2.5 }\n"],
  ),
  kpi: (kpi, context) => {
    const { metric: id, guardrails } = kpi.definition;
    if (kpi.state !== "active" || id === undefined) return;
    if ((guardrails ?? []).length > 0 || kpi.faulty?.has("guardrails") === true) return;
    const metric = context.workspace.metrics.get(id);
    if (metric === undefined || metric.definition.aggregation !== "sum" || metric.definition.better === "lower") return;
    const target = kpi.target;
    // A range with a maximum is a budget, or no target of a sum at all.
    if (target === null || (target.kind === "range" && (target.min === null || target.max !== null))) return;
    context.report({ message: "missing", place: placeOf(kpi), entity: refOf(kpi) });
  },
});
