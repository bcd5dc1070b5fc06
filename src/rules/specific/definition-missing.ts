import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "specific/definition-missing",
  summary: "A metric that an active KPI uses does not say what is counted.",
  letter: "S",
  level: "warning",
  messages: {
    missing: "Add `definition`: what is counted for the KPI {kpi}, and what is not?",
  },
  docs: "A title names a metric, a definition makes two people count the same: what counts, what does not, over which time, and from which source where it matters. A metric that no active KPI uses may do without.",
  bad: changed(['    definition: "% promoters (9-10) minus % detractors (0-6), rolling 90 days"\n', ""]),
  good,
  metric: (metric, context) => {
    if (!isAbsent(metric, "definition")) return;
    const kpi = context.workspace.links.kpisOfMetric.get(metric.id)?.find(({ state }) => state === "active");
    if (kpi === undefined) return;
    context.report({
      message: "missing",
      data: { kpi: kpi.id },
      place: placeOf(metric),
      entity: refOf(metric),
      related: [{ place: placeOf(kpi, { path: ["metric"] }), message: `${kpi.id} is measured by it` }],
    });
  },
});
