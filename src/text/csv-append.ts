/** A new row for a data file: put where its date belongs, while every other character stays as it is. */

import { type CsvRecord, readCsv } from "./csv.ts";
import { type Edit, lineEndOf } from "./edits.ts";
import { LineIndex } from "./source.ts";

/** A row that is to be written, and its place in the order of dates. */
export interface NewRow {
  /** In the order of the header; texts as they shall be read. */
  readonly cells: readonly string[];
  readonly rank: number;
}

/** Where a row goes: the edit, and the line (from 1) it then stands on. */
export interface PlacedRow {
  readonly edit: Edit;
  readonly line: number;
}

/**
 * Puts a row behind the last one that is not later, or behind all others where the rows are not in order.
 *
 * `rankOf` gives the place of a date cell in the order of dates; null for a text that is no date, which no order is
 * told from. Blank lines at the end stay at the end, and a last line without a line end stays one. Null where the text
 * has no header.
 */
export function insertRow(text: string, row: NewRow, rankOf: (date: string) => number | null): PlacedRow | null {
  const order = orderOf(text, row.rank, rankOf);
  if (order.header === null || order.last === null) return null;
  const written = csvLine(shortened(row.cells, order.last, order.header));
  const lineEnd = lineEndBehind(text, order.header.end);
  const lines = new LineIndex(text);
  if (order.isRising && order.later !== null && order.before === null) {
    const { start } = order.later;
    return { edit: { start, end: start, text: written + lineEnd }, line: lines.position(start).line };
  }
  const { end } = (order.isRising && order.later !== null ? order.before : null) ?? order.last;
  return { edit: { start: end, end, text: lineEnd + written }, line: lines.position(end).line + 1 };
}

/**
 * Names one more column in the header; the rows stay as they are, shorter than the header then. Null where the text has
 * no header, or a row has a cell there already that would come under the new name.
 */
export function addColumn(text: string, name: string): Edit | null {
  let header: CsvRecord | null = null;
  let isFree = true;
  readCsv(text, (record) => {
    header ??= record;
    isFree = record.cells.slice(header.cells.length).every((cell) => cell === "");
    return isFree;
  });
  return header === null || !isFree ? null : behindLastCell(text, header, `,${name}`);
}

function behindLastCell(text: string, record: CsvRecord, added: string): Edit {
  const end = record.start + text.slice(record.start, record.end).trimEnd().length;
  return { start: end, end, text: added };
}

/** A header and its rows as the text of a new file. */
export function newCsv(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${csvLine(cells)}\n`).join("");
}

/** The date cell of a record; of one whose quotation marks do not fit, what stands before its first comma. */
export function firstCellOf(text: string, record: CsvRecord): string {
  return record.cells[0] ?? text.slice(record.start, record.end).split(",", 1)[0]?.trim() ?? "";
}

interface Order {
  readonly header: CsvRecord | null;
  readonly last: CsvRecord | null;
  /** The last row that is not later than the new one, before the first that is. */
  readonly before: CsvRecord | null;
  readonly later: CsvRecord | null;
  readonly isRising: boolean;
}

function orderOf(text: string, rank: number, rankOf: (date: string) => number | null): Order {
  let header: CsvRecord | null = null;
  let last: CsvRecord | null = null;
  let before: CsvRecord | null = null;
  let later: CsvRecord | null = null;
  let isRising = true;
  let latest = Number.NEGATIVE_INFINITY;
  readCsv(text, (record) => {
    last = record;
    if (header === null) {
      header = record;
      return true;
    }
    const own = rankOf(firstCellOf(text, record));
    if (own === null) return true;
    if (own < latest) isRising = false;
    latest = Math.max(latest, own);
    if (own > rank) later ??= record;
    else if (later === null) before = record;
    return true;
  });
  return { header, last, before, later, isRising };
}

/** Without its empty last cells where the rows of the file leave them out. */
function shortened(cells: readonly string[], last: CsvRecord, header: CsvRecord): readonly string[] {
  const isShort = last !== header && last.fault === null && last.cells.length < header.cells.length;
  return isShort ? cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1) : cells;
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}

/** The line end that stands at a place; where there is none, that of the text. */
function lineEndBehind(text: string, at: number): string {
  return /^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0] ?? lineEndOf(text);
}
