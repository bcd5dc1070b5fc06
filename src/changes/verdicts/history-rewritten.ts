import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import type { MetricPair } from "../pairs.ts";
import {
  dateOf,
  numberOf,
  placeOfValue,
  placeOfWholeRow,
  type RowDifferences,
  rowDifferences,
  rowInWords,
  rowText,
} from "../row-differences.ts";
import { someOf } from "../some-of.ts";

export const verdict = defineVerdict({
  id: "diff/history-rewritten",
  summary: "A value that was on record changes or disappears.",
  level: "warning",
  asksReason: true,
  messages: {
    one: "A value that was on record is rewritten: {rows}",
    several: "{count} values that were on record are rewritten: {rows}",
  },
  docs: "Reports, baselines and statuses rest on values that were recorded once. A correction is fine where it says so: give every row that changes a note, `2026-06-30: { value: 70, note: Late answers counted }` or the column `note`; a row that goes away becomes a known gap with a note. An entry with `field: values` in the `changes` of a KPI that uses the metric does for all rows.",
  example: edited(["2026-06-30: 68", "2026-06-30: 70"]),
  metric: (pair, { reasons, report }) => {
    const { rewritten } = rowDifferences(pair);
    const [first] = rewritten;
    if (first === undefined) return;
    report({
      message: rewritten.length === 1 ? "one" : "several",
      data: { count: rewritten.length, rows: rowsInWords(rewritten) },
      entity: pair.after,
      field: "values",
      before: rowText(first.before),
      after: first.after === null ? null : rowText(first.after),
      resolvedBefore: numberOf(first.before),
      resolvedAfter: first.after === null ? null : numberOf(first.after),
      unit: pair.after.definition.unit ?? null,
      kpis: pair.users.map(({ id }) => id),
      answer: reasons.rows(
        pair.after.id,
        notesOf(rewritten, pair),
        rewritten.some(({ after }) => after === null),
      ),
      ...(first.after === null
        ? { place: placeOfWholeRow(first.before), side: "base" }
        : { place: placeOfValue(first.after) }),
    });
  },
});

function rowsInWords(rewritten: RowDifferences["rewritten"]): string {
  return someOf(rewritten, ({ before, after }) => {
    const now = after === null ? "gone" : rowInWords(after);
    return `${dateOf(before)} ${rowInWords(before)} → ${now}`;
  });
}

/** The new notes of all rows as one text; null where one of them has none. */
function notesOf(rewritten: RowDifferences["rewritten"], { before, after }: MetricPair): string | null {
  const notes = new Set<string>();
  for (const { before: row } of rewritten) {
    const note = after.series?.notes?.get(row.day)?.trim() ?? "";
    if (note === "" || note === before.series?.notes?.get(row.day)?.trim()) return null;
    notes.add(note);
  }
  return [...notes].join("; ");
}
