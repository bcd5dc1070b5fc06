import { zeroDenominators } from "../../workspace/derived.ts";
import { partsOf } from "../../workspace/links.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { datesText } from "../wording.ts";

const RATIO: readonly [string, string][] = [
  ["    unit: points\n", "    unit: points\n    aggregation: ratio\n    scale: 100\n"],
  ["      2025-12-31: 62\n", "      2025-12-31: { numerator: 310, denominator: 500 }\n"],
  ["      2026-03-31: 64\n", "      2026-03-31: { numerator: 320, denominator: 500 }\n"],
];

export const rule = defineRule({
  id: "data/zero-denominator",
  summary: "A ratio's denominator is 0.",
  letter: "M",
  level: "error",
  messages: {
    zero: "The denominator is 0; leave the value empty with a note where nothing was counted.",
    part: {
      text: "{part}, the denominator of {id}, is 0 on {dates}, so {id} has no value there; correct {part}, or leave its value empty with a note where nothing was counted.",
      level: "warning",
    },
  },
  docs: "Nothing was counted on that day, so there is no rate: write the gap as an empty value with a note. The row is left out. A metric that is derived as a ratio has no value either where its denominator is 0. That is a warning, because the 0 may be right for the metric that is divided by.",
  bad: changed(...RATIO, ["      2026-06-30: 68\n", "      2026-06-30: { numerator: 0, denominator: 0 }\n"]),
  good: changed(...RATIO, ["      2026-06-30: 68\n", "      2026-06-30: { numerator: 340, denominator: 500 }\n"]),
  metric: (metric, context) => {
    const days = zeroDenominators(metric, context.workspace.metrics);
    if (days.length === 0) return;
    const part = partsOf(metric)[1] ?? "";
    const below = context.workspace.metrics.get(part);
    context.report({
      message: "part",
      data: { id: metric.id, part, dates: datesText(days) },
      place: placeOf(metric, { path: ["derived"] }),
      entity: refOf(metric),
      related: below === undefined ? [] : [{ place: placeOf(below), message: `${part} is defined here` }],
    });
  },
});
