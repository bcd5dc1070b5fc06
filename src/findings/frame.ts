/** Code frames: the lines around a range, with the range underlined. */

import { type Cell, cells, isPlain } from "../text/display.ts";
import type { LineIndex, Range } from "../text/source.ts";

/** One row of a frame: `source` shows a line of the file, `mark` underlines the range in the row above it. */
export interface FrameRow {
  readonly kind: "source" | "mark";
  readonly gutter: string;
  readonly text: string;
}

/** Below this many columns a line of source says nothing; narrower screens get longer rows instead. */
const NARROWEST_BODY = 16;
/** Columns of source that are kept visible before a range that starts far to the right. */
const LEAD = 12;
const CUT = "…";

/**
 * The line before, the first line of the range and the line after, none longer than `width` columns.
 *
 * Hidden characters are written out. A range over several lines is underlined to the end of its first line; an
 * empty one gets one mark. A range outside the text gives no rows.
 */
export function codeFrame(lines: LineIndex, range: Range, width: number): readonly FrameRow[] {
  const line = range.start.line;
  if (line < 1 || line > lines.starts.length) return [];
  const numbers = shownLines(lines, line);
  const digits = Math.max(3, String(numbers.at(-1) ?? line).length);
  const body = Math.max(NARROWEST_BODY, width - digits - 5);

  const view = viewOf(lines, range, body);
  const rows: FrameRow[] = [];
  for (const number of numbers) {
    rows.push({ kind: "source", gutter: `  ${String(number).padStart(digits)} │ `, text: render(lines, number, view) });
    if (number !== line) continue;
    rows.push({ kind: "mark", gutter: `  ${" ".repeat(digits)} │ `, text: underline(view) });
  }
  return rows;
}

/** The line with its neighbours; a neighbour without text at the end of the file says nothing. */
function shownLines(lines: LineIndex, line: number): readonly number[] {
  const numbers = line > 1 ? [line - 1, line] : [line];
  const next = span(lines, line + 1);
  if (next.end > next.start || line + 1 < lines.starts.length) numbers.push(line + 1);
  return numbers;
}

/** Which part of the lines is shown, and which columns of it are marked. */
interface View {
  /** Characters of each line that are looked at, so that a line of megabytes costs no more than others. */
  readonly from: number;
  readonly to: number;
  /** The first shown column and the number of columns, counted from `from`. */
  readonly left: number;
  readonly body: number;
  readonly markStart: number;
  readonly markEnd: number;
}

function viewOf(lines: LineIndex, range: Range, body: number): View {
  const { start, end } = span(lines, range.start.line);
  const length = end - start;
  const first = Math.min(range.start.column - 1, length);
  const sameLine = range.end.line === range.start.line;
  const last = Math.max(first, sameLine ? Math.min(range.end.column - 1, length) : length);

  const from = Math.max(0, first - 4 * body);
  const to = from + 12 * body;
  const shown = cells(slice(lines, range.start.line, from, to));
  const markStart = columnBefore(shown, first - from);
  const markEnd = Math.max(markStart + 1, columnAfter(shown, last - from));
  // A mark after the last character takes a column of its own.
  const total = length <= to ? Math.max(columns(shown), markEnd) : Number.POSITIVE_INFINITY;
  const fits = from === 0 && (markEnd < body || total <= body);
  const left = fits ? 0 : leftOf(markStart, markEnd, body, total);
  return { from, to, left, body, markStart, markEnd };
}

/** The first shown column: some columns stay before the mark, some after it, and none are wasted past the end. */
function leftOf(markStart: number, markEnd: number, body: number, total: number): number {
  const wanted = Math.min(markStart - LEAD, markEnd - body + LEAD, total - body);
  return Math.max(0, Math.min(wanted, markStart - 1));
}

/** Start and end of a line (counted from 1) without its line end, as offsets. */
function span(lines: LineIndex, line: number): { readonly start: number; readonly end: number } {
  const start = lines.starts[line - 1] ?? lines.text.length;
  let end = lines.starts[line] ?? lines.text.length;
  while (end > start && (lines.text.charCodeAt(end - 1) === 10 || lines.text.charCodeAt(end - 1) === 13)) end--;
  return { start, end };
}

/** Characters `from` to `to` of a line; a surrogate pair at either edge stays whole or is left out. */
function slice(lines: LineIndex, line: number, from: number, to: number): string {
  const { start, end } = span(lines, line);
  const text = lines.text.slice(Math.min(end, start + from), Math.min(end, start + to));
  const cutLeft = from > 0 ? text.replace(/^[\udc00-\udfff]/, " ") : text;
  return start + to < end ? cutLeft.replace(/[\ud800-\udbff]$/, "") : cutLeft;
}

function columns(shown: readonly Cell[]): number {
  return shown.reduce((sum, cell) => sum + cell.width, 0);
}

/** The column at which the cell that holds an offset begins. */
function columnBefore(shown: readonly Cell[], offset: number): number {
  let column = 0;
  for (const cell of shown) {
    if (offset < cell.end) return column;
    column += cell.width;
  }
  return column;
}

/** The column at which the first cell after an exclusive end begins. */
function columnAfter(shown: readonly Cell[], offset: number): number {
  let column = 0;
  for (const cell of shown) {
    if (cell.start >= offset) return column;
    column += cell.width;
  }
  return column;
}

/** The part of a line inside the view, with … where something is left out. */
function render(lines: LineIndex, line: number, view: View): string {
  const { start, end } = span(lines, line);
  const text = slice(lines, line, view.from, view.to);
  const limit = view.left + view.body;
  const cutLeft = (view.from > 0 || view.left > 0) && end > start;
  if (!cutLeft && text.length <= limit && isPlain(text)) return text;
  const shown = cells(text);
  const total = columns(shown);
  const cutRight = total > limit || end > start + view.to;
  if (cutLeft && total <= view.left) return CUT;

  const first = cutLeft ? view.left + 1 : 0;
  const last = cutRight ? limit - 1 : limit;
  let row = cutLeft ? CUT : "";
  let filled = first;
  let column = 0;
  for (const cell of shown) {
    const next = column + cell.width;
    if (next > last) break;
    if (column >= first) {
      row += " ".repeat(column - filled) + cell.text;
      filled = next;
    }
    column = next;
  }
  return cutRight ? row + CUT : row;
}

function underline(view: View): string {
  const start = Math.max(0, view.markStart - view.left);
  const end = Math.min(view.body, view.markEnd - view.left);
  return " ".repeat(start) + "^".repeat(Math.max(1, end - start));
}

/** A frame as plain text, one row a line. */
export function frameText(rows: readonly FrameRow[]): string {
  return rows.map((row) => (row.gutter + row.text).trimEnd()).join("\n");
}
