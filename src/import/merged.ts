/** Merged cells: spreadsheets write their text once, beside the first of the rows that it stands for. */

import { type CsvRow, type CsvTable, nameInPair } from "./csv.ts";
import type { Mapping, SingleField } from "./fields.ts";
import type { Remark } from "./model.ts";

/** Fields that groups of rows have in common. */
const SHARED: readonly SingleField[] = ["title", "goal", "owner", "category", "source", "cadence", "timeframe", "due"];

/** A column that looks like merged cells. */
export interface MergedColumn {
  readonly field: SingleField;
  readonly column: number;
  /** Rows with a text, of all. */
  readonly filled: number;
}

/** Mapped columns with a text at the first of several blocks, none twice, and nothing below it. */
export function mergedColumns({ rows }: CsvTable, { fields, fill }: Mapping): readonly MergedColumn[] {
  return SHARED.flatMap((field) => {
    const column = fields[field];
    if (column === undefined || fill.includes(column)) return [];
    const cells = rows.map(({ cells: row }) => (row[column] ?? "").trim());
    const texts = cells.filter((cell) => cell !== "");
    const isMerged =
      texts.length > 1 && texts.length * 2 <= rows.length && cells[0] !== "" && new Set(texts).size === texts.length;
    return isMerged ? [{ field, column, filled: texts.length }] : [];
  });
}

/** Says of such columns how they can be read; whether the rows below are meant is not known. */
export function mergedRemarks(table: CsvTable, mapping: Mapping): readonly Remark[] {
  return mergedColumns(table, mapping).map(({ field, column, filled }): Remark => {
    const header = table.columns[column];
    const name = header === undefined ? "" : nameInPair(header);
    const where = `"${header?.name ?? ""}" stands in ${filled} of ${table.rows.length} rows, as merged cells do`;
    const message = `${where}; where it holds for the rows below, too, write --map "fill=${name}"`;
    return { kind: "not-understood", place: "", subject: "", field, text: null, message };
  });
}

/** The cells of a row, with those above where it has none in the columns that are to be filled. */
export function filledDown({ line, cells }: CsvRow, above: ReadonlyMap<number, string>): CsvRow {
  const own = [...cells];
  for (const [column, text] of above) if ((own[column] ?? "").trim() === "") own[column] = text;
  return { line, cells: own };
}
