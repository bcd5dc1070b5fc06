import { aggregationOf } from "../../progress/terms.ts";
import { isPercent } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

const SCORE = /\b(scores?|index|indices|ratings?)\b/i;

const INSTEAD = { rate: ["ratio", "last"], score: ["last", "mean"] } as const;

export const rule = defineRule({
  id: "measurable/sum-of-rates",
  summary: "Percentages or scores are added up.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: {
    rate: "Percentages cannot be added up; write `aggregation: ratio` with numerators and denominators, or last.",
    score: { text: "Scores cannot be added up; write `aggregation: last` or mean.", level: "warning" },
  },
  docs: "60 % in January and 64 % in February are not 124 %. A rate over a longer window is the sum of the numerators by the sum of the denominators: `aggregation: ratio` does that. Where only the rate is known, `last` takes the latest.",
  bad: changed(
    ["    unit: points\n", '    unit: "%"\n    aggregation: sum\n'],
    ["    target: 75\n", "    target: { max: 255 }\n"],
    ["of 75 by", "of at most 255 by"],
    ["    baseline: 62\n", ""],
    ["    bounds: { min: -100, max: 100 }\n", ""],
  ),
  good,
  metric: (metric, context) => {
    const { unit } = metric.definition;
    if (aggregationOf(metric.definition) !== "sum") return;
    const message = isPercent(unit) ? "rate" : SCORE.test(unit ?? "") ? "score" : null;
    if (message === null) return;
    context.report({
      message,
      place: placeOf(metric, { path: ["aggregation"] }),
      entity: refOf(metric),
      suggestions: INSTEAD[message].map((replace) => ({ title: `Write ${replace}`, replace })),
    });
  },
});
