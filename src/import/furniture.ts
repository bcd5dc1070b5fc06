/** What stands between the indicators of a table: headings, the header again, totals, notes. None of it is an indicator. */

import { type Column, type CsvRow, type CsvTable, nameInPair } from "./csv.ts";
import type { Mapping } from "./fields.ts";
import { headerWords } from "./header-words.ts";
import { filledDown, mergedRemarks } from "./merged.ts";
import type { Remark } from "./model.ts";

/** The whole of a title that sums up other rows; `Total sales` is an indicator. */
const TOTAL =
  /^(?:(?:grand |sub ?|overall )?totals?|sums?|averages?|mean|median|gesamt|(?:gesamt|zwischen)?summe|durchschnitt|(?:sous )?total(?: general)?|somme|moyenne)$/;
/** Totals of a part, which name it. */
const TOTAL_OF = /^(?:grand total|sub ?total|sous total|zwischensumme|gesamtsumme)\b/;
const NOTE =
  /^(?:notes?|sources?|remarks?|legend|footnotes?|disclaimer|remarques?|anmerkung(?:en)?|hinweise?|quellen?)\s*:/i;
/** Counts rows: `1`, `2.3`, `IV.`, `a)`. */
const NUMBERING = /^(?:\d+(?:\.\d+)*|[IVX]+|\p{L})[.)]?$/u;
/** Cells of a usual row from which on a single one stands out. */
const USUAL = 3;

/** The table without what is no indicator, columns filled where that was asked for, and what was left out. */
export function withoutFurniture(
  table: CsvTable,
  mapping: Mapping,
  isOkr: boolean,
): { readonly table: CsvTable; readonly remarks: readonly Remark[] } {
  const judge = new RowJudge(table, mapping, isOkr);
  const rows: CsvRow[] = [];
  const remarks: Remark[] = [];
  const above = new Map<number, string>();
  for (const row of table.rows) {
    const fault = judge.fault(row);
    const isHeading = fault?.isAlone === true;
    let isUsed = false;
    for (const column of fault === null || isHeading ? mapping.fill : []) {
      const text = (row.cells[column] ?? "").trim();
      if (text === "") continue;
      above.set(column, text);
      isUsed = true;
    }
    if (fault === null) rows.push(mapping.fill.length === 0 ? row : filledDown(row, above));
    else if (!isHeading || !isUsed) remarks.push(leftOut(row, fault));
  }
  const { delimiter, columns } = table;
  const sorted: CsvTable = { delimiter, columns, rows };
  return { table: sorted, remarks: [...remarks, ...mergedRemarks(sorted, mapping)] };
}

/** Why a row is no indicator, as half a sentence. */
interface Fault {
  readonly message: string;
  /** What the row is called. */
  readonly text: string;
  /** Whether one cell is all that it has, which may be said of the rows below. */
  readonly isAlone: boolean;
}

class RowJudge {
  readonly #mapping: Mapping;
  /** Columns with a field; a number in another one before the title counts rows. */
  readonly #mapped: ReadonlySet<number>;
  readonly #isOkr: boolean;
  readonly #columns: readonly Column[];
  readonly #headers: readonly string[];
  readonly #delimiter: string;
  /** Whether a row with one cell is unusual. */
  readonly #isWide: boolean;

  constructor({ columns, rows, delimiter }: CsvTable, mapping: Mapping, isOkr: boolean) {
    this.#mapping = mapping;
    const { id, ...fields } = mapping.fields;
    this.#mapped = new Set([...Object.values(fields), ...mapping.values]);
    this.#isOkr = isOkr;
    this.#columns = columns;
    this.#headers = columns.map(({ header }) => header.toLowerCase());
    this.#delimiter = delimiter;
    const counts = rows.map(({ cells }) => cells.filter((cell) => cell !== "").length).sort((a, b) => a - b);
    this.#isWide = (counts[counts.length >> 1] ?? 0) >= USUAL;
  }

  /** Null for an indicator. */
  fault({ cells }: CsvRow): Fault | null {
    const headers = this.#headers;
    const name = nameOf(cells, this.#mapping);
    if (cells.length > headers.length && cells.slice(headers.length).some((cell) => cell !== "")) {
      const sign = this.#delimiter === "\t" ? "a tab" : `"${this.#delimiter}"`;
      const message = `it has more cells than the header; put quotation marks around a cell that holds ${sign}`;
      return { message, text: name, isAlone: false };
    }
    const filled: number[] = [];
    for (const [index, cell] of cells.entries()) if (cell !== "") filled.push(index);
    if (filled.length > 1 && filled.every((index) => oneLine(cells[index] ?? "") === headers[index])) {
      return { message: "it repeats the header", text: name, isAlone: false };
    }
    if (isTotal(name)) {
      return { message: "it sums up other rows, by its name", text: name, isAlone: false };
    }
    const only = this.#isWide ? this.#onlyCell(cells, filled) : null;
    if (only !== null) return this.#alone(only, cells[only] ?? "");
    if (!NOTE.test(name) || this.#hasNumbers(cells)) return null;
    return { message: "it is a note, by its first word", text: name, isAlone: false };
  }

  /** The column of the one cell that a row has beside its number; null where it has several. */
  #onlyCell(cells: readonly string[], filled: readonly number[]): number | null {
    const { goal, title = 0 } = this.#mapping.fields;
    const counts = (index: number): boolean =>
      index < title && !this.#mapped.has(index) && NUMBERING.test(cells[index] ?? "");
    const said = filled.filter((index) => !counts(index));
    const [only] = said;
    if (only === undefined || said.length > 1 || !/\p{L}/u.test(cells[only] ?? "")) return null;
    // A table of OKRs lists objectives in rows of their own.
    return this.#isOkr && only === goal ? null : only;
  }

  #alone(column: number, text: string): Fault {
    const lead = "it stands alone in its row, as headings and notes do";
    const isShared = column !== this.#mapping.fields.title && Object.values(this.#mapping.fields).includes(column);
    const header = isShared ? this.#columns[column] : undefined;
    const message =
      header === undefined
        ? `${lead}; fill another cell where it is an indicator`
        : `${lead}; where it holds for the rows below, write --map "fill=${nameInPair(header)}"`;
    return { message, text, isAlone: true };
  }

  #hasNumbers(cells: readonly string[]): boolean {
    const { fields, values } = this.#mapping;
    const numeric = [fields.target, fields.value, fields.baseline, ...values];
    return numeric.some((index) => index !== undefined && (cells[index] ?? "") !== "");
  }
}

/** Most titles are told from a total without a look at their words. */
const MAY_BE_TOTAL = /total|sum|somme|average|mean|median|gesamt|durchschnitt|moyenne/i;

function isTotal(name: string): boolean {
  if (!MAY_BE_TOTAL.test(name)) return false;
  const words = headerWords(name);
  return TOTAL.test(words) || TOTAL_OF.test(words) || /^total\s*:/i.test(name);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

/** The title of a row, or the first text that stands where it has none. */
function nameOf(cells: readonly string[], { fields }: Mapping): string {
  const title = fields.title === undefined ? "" : (cells[fields.title] ?? "");
  return title === "" ? (cells.find((cell) => cell !== "") ?? "") : title;
}

function leftOut({ line }: CsvRow, { message, text }: Fault): Remark {
  return { kind: "left-out", place: `line ${line}`, subject: "", field: null, text, message };
}
