import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { dateOf, numberOf, placeOfValue, rowDifferences, rowInWords, rowText } from "../row-differences.ts";
import { someOf } from "../some-of.ts";

export const verdict = defineVerdict({
  id: "diff/backfilled",
  summary: "A metric has new values among or before the old ones.",
  level: "info",
  asksReason: false,
  messages: {
    one: "A value is filled in among older ones: {rows}",
    several: "{count} values are filled in among older ones: {rows}",
  },
  docs: "A value of the past that was missing is good to have. It may also move a baseline, a trend or a sum that was already reported, so it is shown apart from the values of a check-in.",
  example: edited(["      2026-03-31: 64\n", "      2026-03-15: 63\n      2026-03-31: 64\n"]),
  metric: (pair, { report }) => {
    const { older } = rowDifferences(pair);
    const [first] = older;
    if (first === undefined) return;
    const rows = someOf(older, (row) => `${rowInWords(row)} on ${dateOf(row)}`);
    report({
      message: older.length === 1 ? "one" : "several",
      data: { count: older.length, rows },
      entity: pair.after,
      field: "values",
      before: null,
      after: rowText(first),
      resolvedAfter: numberOf(first),
      unit: pair.after.definition.unit ?? null,
      place: placeOfValue(first),
      kpis: pair.measured.map(({ id }) => id),
    });
  },
});
