/** `kpi record` into a data file. */

import { terminal } from "../../report/untrusted.ts";
import { readCsv } from "../../text/csv.ts";
import { addColumn, firstCellOf, insertRow, newCsv } from "../../text/csv-append.ts";
import { applyEdits } from "../../text/edits.ts";
import { type Columns, columnsOf, wrongHeader } from "../../workspace/csv-header.ts";
import { UsageError } from "../errors.ts";
import { type Composed, duplicate, isSameDate, type NewRow, rankOf } from "./row.ts";
import type { RecordedValue } from "./value.ts";

/**
 * The data file with a row more; null as its text for a new one. `file` is how messages name it. Throws a UsageError
 * where the file has the day already, or does not take the row.
 */
export function composeCsv(text: string | null, file: string, metric: string, row: NewRow): Composed {
  if (text === null || text.trim() === "") return newFile(row);
  const columns = columnsIn(text, file, row.value);
  refuseDuplicate(text, file, metric, row);
  const wide = row.note === null || columns.note ? text : withNotes(text, file, columns);
  const cells = [row.date.text, ...valueCells(row.value, columns.ratio)];
  if (row.note !== null || columns.note) cells.push(row.note ?? "");
  const placed = insertRow(wide, { cells, rank: row.date.period.end }, rankOf);
  if (placed === null) throw new UsageError(`${terminal(file)} has no header; write date,value as its first line.`);
  return { text: applyEdits(wide, [placed.edit]).text, line: placed.line };
}

function newFile({ date, value, note }: NewRow): Composed {
  const names = value.kind === "ratio" ? ["numerator", "denominator"] : ["value"];
  const header = ["date", ...names, ...(note === null ? [] : ["note"])];
  const cells = [date.text, ...valueCells(value, false), ...(note === null ? [] : [note])];
  return { text: newCsv([header, cells]), line: 2 };
}

function valueCells(value: RecordedValue, ratio: boolean): readonly string[] {
  if (value.kind === "ratio") return [value.numerator.text, value.denominator.text];
  if (value.kind === "number") return [value.number.text];
  return ratio ? ["", ""] : [""];
}

function columnsIn(text: string, file: string, value: RecordedValue): Columns {
  let columns: Columns | null = null;
  let firstLine = "";
  readCsv(text, (record) => {
    columns = columnsOf(record.cells);
    firstLine = text.slice(record.start, record.end).trim();
    return false;
  });
  const found = columns as Columns | null;
  if (found === null) throw new UsageError(`${terminal(file)}: ${wrongHeader(firstLine).message}`);
  if (value.kind === "ratio" && !found.ratio) {
    throw new UsageError(
      `A ratio needs the columns date,numerator,denominator, and ${terminal(file)} has ${found.names.join(",")}; change its header and its rows first.`,
    );
  }
  return found;
}

function refuseDuplicate(text: string, file: string, metric: string, row: NewRow): void {
  let isHeader = true;
  readCsv(text, (record) => {
    if (!isHeader && isSameDate(firstCellOf(text, record), row)) {
      throw duplicate(text.slice(record.start, record.end), file, record.line, metric);
    }
    isHeader = false;
    return true;
  });
}

/** The file with a note column; rows without a cell for it read as they did. */
function withNotes(text: string, file: string, { names }: Columns): string {
  const edit = addColumn(text, "note");
  if (edit !== null) return applyEdits(text, [edit]).text;
  throw new UsageError(
    `${terminal(file)} has no note column, and some of its rows have more cells than its header ${names.join(",")} names; correct those, or leave --note out.`,
  );
}
