/** Where a row of a metric is written: in its definition file or in its data file. */

import type { Place } from "../findings/finding.ts";
import type { Metric } from "./model.ts";

export type RowColumn = "date" | "value" | "numerator" | "denominator" | "note";

/** The order of the columns is part of the format; a note is looked for by its name only where it is reported. */
const CELLS: Readonly<Record<RowColumn, number | null>> = {
  date: 0,
  value: 1,
  numerator: 1,
  denominator: 2,
  note: null,
};

/** `row` is the key of an inline row, or the line number of a row in a data file. */
export function placeOfRow(
  metric: Metric,
  dataFile: string | null,
  row: string | number,
  column: RowColumn | null,
  cell?: { readonly column: number; readonly length: number },
): Place {
  if (dataFile !== null) {
    const line = Number(row);
    if (cell !== undefined) return { file: dataFile, line, column: cell.column, length: cell.length };
    return { file: dataFile, line, cell: column === null ? null : CELLS[column] };
  }
  const path = ["metrics", metric.id, "values", String(row)];
  const nested = column === "numerator" || column === "denominator" || column === "note";
  return {
    file: metric.origin.file,
    document: metric.origin.document,
    path: nested ? [...path, column] : path,
    at: column === "date" || column === null ? "key" : "value",
  };
}
