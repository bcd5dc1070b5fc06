import { aggregationOf } from "../../progress/terms.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";

const derived = (how: string) =>
  changed([
    "  nps:\n",
    `  promoters:
    title: Customers who answered 9 or 10
    unit: customers
    values:
      2026-03-31: 402
      2026-06-30: 437
  answers:
    title: Customers who answered the survey
    unit: customers
    values:
      2026-03-31: 540
      2026-06-30: 560
  promoter-share:
    title: Share of promoters among the answers
    unit: "%"
    ${how}
  nps:
`,
  ]);

export const rule = defineRule({
  id: "measurable/derived-aggregation",
  summary: "The aggregation of a derived metric does not go with how it is derived.",
  letter: "M",
  level: "error",
  messages: {
    "no-parts":
      "A derived sum or difference has no numerators and denominators, so `aggregation: ratio` gives no value; write `derived: { ratio: [a, b] }`, or another aggregation.",
    ignored: {
      text: "A derived ratio is always the sum of the numerators by the sum of the denominators, so `aggregation: {aggregation}` is ignored; remove it.",
      level: "info",
    },
  },
  docs: "`derived: { ratio: [a, b] }` keeps numerators and denominators, and a window is the sum of the ones by the sum of the others, whatever `aggregation` says. `sum` and `difference` give plain numbers, which the metric's own aggregation takes together: any but `ratio`, which needs the two parts of every row.",
  bad: derived("aggregation: ratio\n    derived: { sum: [promoters, answers] }"),
  good: derived("derived: { ratio: [promoters, answers] }"),
  metric: (metric, context) => {
    const { aggregation, derived } = metric.definition;
    if (aggregation === undefined || derived == null) return;
    const isLost = aggregation === "ratio" && !("ratio" in derived);
    if (!isLost && aggregation === aggregationOf(metric.definition)) return;
    context.report({
      message: isLost ? "no-parts" : "ignored",
      data: { aggregation },
      place: placeOf(metric, { path: ["aggregation"] }),
      entity: refOf(metric),
    });
  },
});
