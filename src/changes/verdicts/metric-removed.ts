import { placeOf } from "../../rules/define.ts";
import { good } from "../../rules/examples.ts";
import { twoKpis } from "../../rules/second-kpi.ts";
import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/metric-removed",
  summary: "A metric is deleted.",
  level: "info",
  asksReason: false,
  messages: {
    removed: "The metric is deleted: {title}",
    values: "The metric is deleted: {title}, with {rows}",
  },
  docs: "A metric that nobody needs can go. Its values go with it, so the message counts them; a KPI that still uses it has a finding of `kpi check`.",
  example: between(twoKpis("lagging", "output"), good),
  workspace: ({ base, pairs, report }) => {
    for (const metric of pairs.removedMetrics) {
      const isDerived = (metric.definition.derived ?? null) !== null;
      const count = isDerived ? 0 : (metric.series?.days.length ?? 0);
      const users = base.workspace.links.kpisOfMetric.get(metric.id) ?? [];
      report({
        message: count === 0 ? "removed" : "values",
        data: {
          title: quoteText(metric.definition.title ?? metric.id),
          rows: count === 1 ? "one value" : `${count} values`,
        },
        entity: metric,
        field: "id",
        before: metric.id,
        after: null,
        unit: metric.definition.unit ?? null,
        place: placeOf(metric),
        side: "base",
        kpis: users.filter(({ state }) => state === "active").map(({ id }) => id),
      });
    }
  },
});
