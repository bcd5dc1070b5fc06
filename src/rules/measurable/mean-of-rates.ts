import { aggregationOf } from "../../progress/terms.ts";
import { isPercent } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "measurable/mean-of-rates",
  summary: "The mean of percentages is taken.",
  letter: "M",
  level: "info",
  fixable: "suggestion",
  messages: {
    mean: "A mean of percentages counts a small month like a large one; `aggregation: ratio` with numerators and denominators weighs them.",
  },
  docs: "Ten of 20 and 900 of 1,000 have a mean of 70 %, but 910 of 1,020 are 89 %. Where numerators and denominators are known, `aggregation: ratio` gives the true rate.",
  bad: changed(["    unit: points\n", '    unit: "%"\n    aggregation: mean\n']),
  good,
  metric: (metric, context) => {
    if (aggregationOf(metric.definition) !== "mean" || !isPercent(metric.definition.unit)) return;
    context.report({
      message: "mean",
      place: placeOf(metric, { path: ["aggregation"] }),
      entity: refOf(metric),
      suggestions: [{ title: "Write ratio", replace: "ratio" }],
    });
  },
});
