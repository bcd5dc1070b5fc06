import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { dateOf, numberOf, placeOfValue, rowDifferences, rowInWords, rowText } from "../row-differences.ts";

export const verdict = defineVerdict({
  id: "diff/data-added",
  summary: "A metric has values that are newer than all of the base.",
  level: "info",
  asksReason: false,
  isData: true,
  messages: {
    one: "A value is added: {value} on {date}",
    several: "{count} values are added; the newest is {value} on {date}",
  },
  docs: "This is a check-in: measuring goes on, and nothing that was said before changes. A change set that holds nothing else can be approved at a glance.",
  example: edited(["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-08-14: 69\n"]),
  metric: (pair, { report }) => {
    const { newer } = rowDifferences(pair);
    const newest = newer.at(-1);
    if (newest === undefined) return;
    report({
      message: newer.length === 1 ? "one" : "several",
      data: { count: newer.length, value: rowInWords(newest), date: dateOf(newest) },
      entity: pair.after,
      field: "values",
      before: null,
      after: rowText(newest),
      resolvedAfter: numberOf(newest),
      unit: pair.after.definition.unit ?? null,
      place: placeOfValue(newest),
      kpis: pair.measured.map(({ id }) => id),
    });
  },
});
