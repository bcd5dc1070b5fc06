import { placeOf } from "../../rules/define.ts";
import { good } from "../../rules/examples.ts";
import { twoKpis } from "../../rules/second-kpi.ts";
import type { Metric } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/metric-added",
  summary: "A metric is new.",
  level: "info",
  asksReason: false,
  messages: { added: "The metric is new: {title}, {rows}" },
  docs: "Another thing that is measured. Its definition should say what is counted and what is not, before anybody promises anything about it.",
  example: between(good, twoKpis("lagging", "output")),
  workspace: ({ head, pairs, report }) => {
    for (const metric of pairs.addedMetrics) {
      const users = head.workspace.links.kpisOfMetric.get(metric.id) ?? [];
      report({
        message: "added",
        data: { title: quoteText(metric.definition.title ?? metric.id), rows: rowsInWords(metric) },
        entity: metric,
        field: "id",
        before: null,
        after: metric.id,
        unit: metric.definition.unit ?? null,
        place: placeOf(metric),
        kpis: users.filter(({ state }) => state === "active").map(({ id }) => id),
      });
    }
  },
});

function rowsInWords({ definition, series }: Metric): string {
  if (definition.derived !== undefined && definition.derived !== null) return "computed from other metrics";
  const count = series?.days.length ?? 0;
  return count === 0 ? "no value yet" : count === 1 ? "with one value" : `with ${count} values`;
}
