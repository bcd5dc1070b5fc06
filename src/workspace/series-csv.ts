/** The rows of a data file. Apart from `series.ts`, so that the CSV reader is loaded only where there is a file. */

import { type CellPlace, type CsvRecord, cellPlace, placeOf, readCsv } from "../text/csv.ts";
import { type Columns, columnsOf, wrongHeader } from "./csv-header.ts";
import { formatDay } from "./day.ts";
import { badDate, badNumber, badRow, type RowFault, valueMissing } from "./row-faults.ts";
import { problemAt, type RowColumn, type RowOptions, type RowProblem, type SeriesResult } from "./series.ts";
import { SeriesBuilder } from "./series-builder.ts";
import { parsePeriod } from "./timeframe.ts";
import { numberMeant, parseNumber } from "./units.ts";

/** Longest data file, in characters. */
const MAX_CHARACTERS = 50 * 1024 * 1024;
/** Most rows of a data file; blank lines and the header do not count. */
const MAX_ROWS = 1_000_000;

/**
 * Reads a data file. Never throws, whatever the text is.
 *
 * A file without a readable header, or over a limit, gives no rows: a guess or a part would pass for the whole.
 */
export function seriesFromCsv(text: string, options: RowOptions): SeriesResult {
  const reader = new DataFileReader(text, options);
  if (text.length > MAX_CHARACTERS) {
    reader.reject(badRow("too-large", "This data file is over 50 MB; move older rows to another file.", null));
  } else if (hasTooManyRows(text)) {
    reader.reject(badRow("too-many-rows", "This data file has over 1,000,000 rows; keep one row a period.", null));
  } else readCsv(text, (record) => reader.visit(record));
  return reader.finish();
}

/** Counted before anything is kept, so that a hostile file cannot pile up findings. */
function hasTooManyRows(text: string): boolean {
  let lineEnds = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) lineEnds++;
  }
  if (lineEnds <= MAX_ROWS) return false;
  let records = 0;
  readCsv(text, () => ++records <= MAX_ROWS + 1);
  return records > MAX_ROWS + 1;
}

/** Takes the header, then row after row. */
class DataFileReader {
  readonly #text: string;
  readonly #options: RowOptions;
  readonly #problems: RowProblem[] = [];
  #columns: Columns | null = null;
  #builder: SeriesBuilder;

  constructor(text: string, options: RowOptions) {
    this.#text = text;
    this.#options = options;
    this.#builder = new SeriesBuilder(options, { ratio: false, orderKnown: true });
  }

  /** False where the rest of the file cannot be read. */
  visit(record: CsvRecord): boolean {
    if (this.#columns !== null) {
      this.#row(record, this.#columns);
      return true;
    }
    this.#columns = columnsOf(record.cells);
    if (this.#columns === null) {
      this.#badHeader(record);
      return false;
    }
    this.#builder = new SeriesBuilder(this.#options, { ratio: this.#columns.ratio, orderKnown: true });
    return true;
  }

  /** Reports a fault of the file as a whole. */
  reject(fault: RowFault): void {
    this.#report(fault, START, "file");
  }

  finish(): SeriesResult {
    if (this.#columns === null && this.#problems.length === 0) this.#report(wrongHeader(""), START, "header");
    return { series: this.#builder.finish(), problems: this.#problems };
  }

  #badHeader(record: CsvRecord): void {
    const first = cellPlace(this.#text, record, 0);
    const from = record.start + first.column - 1;
    const line = placeOf(this.#text, record, from, record.end);
    const written = detached(this.#text.slice(from, from + line.length).trimEnd());
    this.#report(wrongHeader(written), { line: line.line, column: line.column, length: written.length }, "header");
  }

  #row(record: CsvRecord, columns: Columns): void {
    if (record.fault !== null) {
      this.#badQuote(record, columns);
      return;
    }
    const cells = record.cells;
    const extra = cells.findIndex((cell, index) => index >= columns.names.length && cell !== "");
    if (extra !== -1) {
      this.#extraCell(record, columns, extra);
      return;
    }
    const date = cells[0] ?? "";
    // A spreadsheet writes empty rows as commas.
    if (date === "" && cells.every((cell) => cell === "")) return;
    const period = parsePeriod(date);
    const note = columns.note ? (cells[columns.names.length - 1] ?? "") : "";
    const faults: RowFault[] = period === null ? [badDate(date)] : [];
    const parts = columns.ratio ? ratioParts(cells, columns, note, faults) : plainParts(cells, columns, note, faults);
    if (period !== null && faults.length === 0) {
      const added = this.#builder.add({
        place: record.line,
        firstDay: period.start,
        day: period.end,
        value: parts.value,
        numerator: parts.numerator,
        denominator: parts.denominator,
        note: note === "" ? null : detached(note),
      });
      for (const fault of added) this.#cellFault(fault, record, columns);
    }
    for (const fault of faults) this.#cellFault(fault, record, columns);
  }

  #cellFault(fault: RowFault, record: CsvRecord, columns: Columns): void {
    const index = fault.column === null ? 0 : columns.names.indexOf(fault.column);
    this.#report(fault, cellPlace(this.#text, record, index), dateOf(record.cells[0] ?? ""));
  }

  #badQuote(record: CsvRecord, columns: Columns): void {
    if (record.fault === null) return;
    const { kind, offset, cell } = record.fault;
    const message =
      kind === "unclosed-quote"
        ? "This quotation mark is not closed; close it, or write it twice where it is part of the text."
        : 'A quotation mark stands where none can; put the whole cell in quotation marks and write "" for one inside it.';
    const place = placeOf(this.#text, record, offset, kind === "unclosed-quote" ? record.end : offset + 1);
    const [date = ""] = this.#text.slice(record.start, record.end).split(",", 1);
    this.#report(badRow(kind, message, columns.names[cell] ?? null), place, dateOf(date.trim()));
  }

  /** `1,200` without quotation marks is two cells, and so is a note with a comma. */
  #extraCell(record: CsvRecord, columns: Columns, extra: number): void {
    const cells = record.cells;
    const date = dateOf(cells[0] ?? "");
    const meant = !columns.ratio && !columns.note && cells.length === 3 ? numberMeant(`${cells[1]},${cells[2]}`) : null;
    if (meant !== null) {
      const from = cellPlace(this.#text, record, 1);
      const to = cellPlace(this.#text, record, 2);
      const fault = badRow("too-many-cells", `A comma parts two cells; write this number as ${meant}.`, "value", meant);
      const length = to.line === from.line ? to.column + to.length - from.column : from.length;
      this.#report(fault, { line: from.line, column: from.column, length }, date);
      return;
    }
    const advice = columns.note
      ? "put a note that holds a comma in quotation marks"
      : "write numbers without a comma, and name a note column in the header where there are notes";
    const message = `This row has ${cells.length} cells where the header names ${columns.names.length}; ${advice}.`;
    const fault = badRow("too-many-cells", message, columns.note ? "note" : null);
    this.#report(fault, cellPlace(this.#text, record, extra), date);
  }

  #report(fault: RowFault, place: CellPlace, date: string): void {
    this.#problems.push(problemAt(fault, place.line, date, { column: place.column, length: place.length }));
  }
}

const START: CellPlace = { line: 1, column: 1, length: 0 };

interface Parts {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

function plainParts(cells: readonly string[], columns: Columns, note: string, faults: RowFault[]): Parts {
  const text = cells[1] ?? "";
  const value = text === "" && note !== "" ? null : numberIn(text, "value", columns, faults);
  return { value, numerator: 0, denominator: 1 };
}

function ratioParts(cells: readonly string[], columns: Columns, note: string, faults: RowFault[]): Parts {
  const numerator = cells[1] ?? "";
  const denominator = cells[2] ?? "";
  if (numerator === "" && denominator === "") {
    if (note === "") faults.push(valueMissing("numerator", columns.note ? GAP : GAP_WITHOUT_NOTE));
    return { value: null, numerator: 0, denominator: 1 };
  }
  return {
    value: 0,
    numerator: numberIn(numerator, "numerator", columns, faults),
    denominator: numberIn(denominator, "denominator", columns, faults),
  };
}

/** The number of a cell; 0 with a fault where it is none. */
function numberIn(text: string, column: RowColumn, columns: Columns, faults: RowFault[]): number {
  const value = parseNumber(text);
  if (value !== null) return value;
  faults.push(
    text === "" ? valueMissing(column, columns.note ? GAP : GAP_WITHOUT_NOTE) : badNumber(text, column, true),
  );
  return 0;
}

/** How a known gap is written in a data file. */
const GAP = "leave it empty and say why in the note";
const GAP_WITHOUT_NOTE = "name a note column in the header, leave the value empty and say why in the note";

/** The day a date cell stands for, or its text: what identifies the row in a fingerprint. */
function dateOf(text: string): string {
  const period = parsePeriod(text);
  return period === null ? detached(text.slice(0, 100)) : formatDay(period.end);
}

/** A copy that does not keep the text of the whole file in memory, as a slice of it would. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
