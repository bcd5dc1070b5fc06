/**
 * Data files: text to records with exact places.
 *
 * Lines without a quotation mark are cut at their commas; records with one are read by csv-parse.
 * A line is what `LineIndex` calls a line, so places agree with every other finding.
 */

import { CsvError, parse } from "csv-parse/sync";

/** One record. `cells` are trimmed; empty where the record has a fault. */
export interface CsvRecord {
  /** Line of the first character, from 1. */
  readonly line: number;
  /** Offsets of the record in the text, without its line end. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  readonly fault: CsvFault | null;
}

/** A quotation mark that does not close, or one that stands inside or after a cell. */
export interface CsvFault {
  readonly kind: "unclosed-quote" | "stray-quote";
  readonly offset: number;
  /** The cell it belongs to, from 0. */
  readonly cell: number;
}

/** Characters of one line: `line` and `column` from 1, `length` may be 0. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;

/** Lines that are gathered so that csv-parse reads their quoted records in one piece; each call has a fixed price. */
const RUN = 500;

/**
 * Visits every record that is not blank, in order, until `visit` returns false.
 *
 * A record whose quotation marks do not fit is visited with its fault and ends with its line, so
 * that one stray mark costs one row and not the rest of the file.
 */
export function readCsv(text: string, visit: (record: CsvRecord) => boolean): void {
  const scanner = new LineScanner(text);
  let run: Line[] = [];
  while (scanner.next()) {
    const line = scanner.line();
    const joins = line.quotes === 0 ? run.length > 0 : isWhole(text, line);
    if (joins) run.push(line);
    if (!joins || run.length === RUN) {
      if (!visitRun(text, run, visit)) return;
      run = [];
    }
    if (joins) continue;
    const record = line.quotes === 0 ? plainRecord(text, line) : openRecord(text, line, scanner);
    if (record !== null && !visit(record)) return;
  }
  visitRun(text, run, visit);
}

/** Where a cell (from 0) of a record stands, its quotation marks included; past the last cell the end of the record. */
export function cellPlace(text: string, record: CsvRecord, cell: number): CellPlace {
  const layout = cellLayout(text, record.start, record.end);
  const start = layout.starts[cell] ?? record.end;
  return placeOf(text, record, start, layout.ends[cell] ?? record.end);
}

/** The characters from `start` to `end` of a record as far as they stand on one line. */
export function placeOf(text: string, record: CsvRecord, start: number, end: number): CellPlace {
  let line = record.line;
  let lineStart = record.start;
  for (let i = record.start; i < start; i++) {
    if (!endsLine(text, i)) continue;
    line++;
    lineStart = i + 1;
  }
  let stop = start;
  while (stop < end && text.charCodeAt(stop) !== LF && text.charCodeAt(stop) !== CR) stop++;
  return { line, column: start - lineStart + 1, length: stop - start };
}

interface Line {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Quotation marks on the line. */
  readonly quotes: number;
}

/** Steps through the lines of a text and counts the quotation marks of each. */
class LineScanner {
  readonly #text: string;
  #line = 0;
  #start = 0;
  #end = 0;
  #next = 0;
  #quotes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): boolean {
    const text = this.#text;
    if (this.#next >= text.length) return false;
    this.#line++;
    this.#start = this.#next;
    this.#quotes = 0;
    let at = this.#start;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === LF || c === CR) break;
      if (c === QUOTE) this.#quotes++;
    }
    this.#end = at;
    this.#next = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    return true;
  }

  line(): Line {
    return { line: this.#line, start: this.#start, end: this.#end, quotes: this.#quotes };
  }

  /** A second scanner at the same line. */
  copy(): LineScanner {
    const copy = new LineScanner(this.#text);
    copy.moveTo(this);
    return copy;
  }

  /** Goes on from where another scanner of the same text stands. */
  moveTo(other: LineScanner): void {
    this.#line = other.#line;
    this.#start = other.#start;
    this.#end = other.#end;
    this.#next = other.#next;
    this.#quotes = other.#quotes;
  }
}

function endsLine(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === LF || (c === CR && text.charCodeAt(at + 1) !== LF);
}

/** Null for a blank line. */
function plainRecord(text: string, line: Line): CsvRecord | null {
  const content = text.slice(line.start, line.end);
  const cells = content.split(",");
  for (let i = 0; i < cells.length; i++) cells[i] = (cells[i] ?? "").trim();
  if (cells.length === 1 && cells[0] === "") return null;
  return { line: line.line, start: line.start, end: line.end, cells, fault: null };
}

/** A record that its first line does not complete: it goes on to the next line with an odd number of marks, or is faulty. */
function openRecord(text: string, first: Line, scanner: LineScanner): CsvRecord {
  if (first.quotes % 2 === 0) return faultyRecord(text, first);
  const ahead = scanner.copy();
  while (ahead.next()) {
    const { end, quotes } = ahead.line();
    if (quotes % 2 === 0) continue;
    const cells = wellFormed(text, first.start, end) ? parseCells(text.slice(first.start, end), 1)?.[0] : undefined;
    if (cells === undefined) break;
    scanner.moveTo(ahead);
    return { line: first.line, start: first.start, end, cells, fault: null };
  }
  return faultyRecord(text, first);
}

function isWhole(text: string, line: Line): boolean {
  return line.quotes % 2 === 0 && wellFormed(text, line.start, line.end);
}

/** Asked before csv-parse is, whose exceptions cost a hundred times a row: a hostile file may hold a million faults. */
function wellFormed(text: string, start: number, end: number): boolean {
  return cellLayout(text, start, end).fault === null;
}

/** Visits lines that each hold a whole record, plain or quoted; false where the visitor has enough. */
function visitRun(text: string, run: readonly Line[], visit: (record: CsvRecord) => boolean): boolean {
  if (run.length === 0) return true;
  const contents = run.filter((line) => line.quotes > 0).map((line) => text.slice(line.start, line.end));
  const together = parseCells(contents.join("\n"), contents.length);
  let quoted = 0;
  for (const line of run) {
    const record = line.quotes === 0 ? plainRecord(text, line) : wholeRecord(text, line, together?.[quoted++]);
    if (record !== null && !visit(record)) return false;
  }
  return true;
}

/** Should csv-parse refuse one line of a run after all, the others must not be lost with it. */
function wholeRecord(text: string, line: Line, parsed: readonly string[] | undefined): CsvRecord {
  const cells = parsed ?? parseCells(text.slice(line.start, line.end), 1)?.[0];
  if (cells === undefined) return faultyRecord(text, line);
  return { line: line.line, start: line.start, end: line.end, cells, fault: null };
}

/** Null unless the text is exactly `count` well-formed records. */
function parseCells(text: string, count: number): readonly (readonly string[])[] | null {
  try {
    const records = parse(text, {
      trim: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: 0,
    });
    return records.length === count ? records : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function faultyRecord(text: string, line: Line): CsvRecord {
  const { fault } = cellLayout(text, line.start, line.end);
  // Where only csv-parse refused it, the start of the line is named.
  const named: CsvFault = fault ?? { kind: "stray-quote", offset: line.start, cell: 0 };
  return { line: line.line, start: line.start, end: line.end, cells: [], fault: named };
}

/** Where the cells of a record begin and end, trimmed, and the first quotation mark that does not fit. */
function cellLayout(text: string, start: number, end: number) {
  const starts: number[] = [];
  const ends: number[] = [];
  let fault: CsvFault | null = null;
  let at = start;
  while (at <= end) {
    const from = skipBlanks(text, at, end);
    let close = from;
    if (text.charCodeAt(from) === QUOTE && from < end) {
      close = closingQuote(text, from, end);
      if (close === -1) {
        fault ??= { kind: "unclosed-quote", offset: from, cell: starts.length };
        close = end;
      } else close++;
    }
    let comma = close;
    while (comma < end && text.charCodeAt(comma) !== COMMA) {
      const stray = text.charCodeAt(comma) === QUOTE || (close > from && !isBlank(text, comma));
      if (stray) fault ??= { kind: "stray-quote", offset: comma, cell: starts.length };
      comma++;
    }
    let to = comma;
    while (to > from && isBlank(text, to - 1)) to--;
    starts.push(from);
    ends.push(to);
    at = comma + 1;
  }
  return { starts, ends, fault };
}

/** The quotation mark that closes the one at `open`, or -1; two in a row stand for one in the text. */
function closingQuote(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    if (at + 1 < end && text.charCodeAt(at + 1) === QUOTE) at++;
    else return at;
  }
  return -1;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text, at)) at++;
  return at;
}

/** What `trim` removes. */
function isBlank(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return (c <= 32 || c > 126) && text.charAt(at).trim() === "";
}
