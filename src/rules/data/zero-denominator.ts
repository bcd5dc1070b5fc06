import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

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
  messages: { zero: "The denominator is 0; leave the value empty with a note where nothing was counted." },
  docs: "Nothing was counted on that day, so there is no rate: write the gap as an empty value with a note. The row is left out.",
  bad: changed(...RATIO, ["      2026-06-30: 68\n", "      2026-06-30: { numerator: 0, denominator: 0 }\n"]),
  good: changed(...RATIO, ["      2026-06-30: 68\n", "      2026-06-30: { numerator: 340, denominator: 500 }\n"]),
});
