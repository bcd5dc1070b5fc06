/** The text of a CSV file as a table: its delimiter is told from the text, its header from its shape. */

import { CsvError, parse } from "csv-parse/sync";

/** One column; `name` is unique, so that a column can be named. */
export interface Column {
  readonly index: number;
  /** The header as it stands, or `#3` for a column without one; `[2]` behind it where another has the same. */
  readonly name: string;
  readonly header: string;
}

export interface CsvRow {
  /** The line its first cell stands on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly delimiter: string;
  readonly columns: readonly Column[];
  readonly rows: readonly CsvRow[];
}

/** A table, or one sentence that says what to mend. */
export type ReadTable =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly message: string };

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Lines that the delimiter is told from. */
const PROBED = 20;
/** More cells than this are no table of indicators. */
const MOST_COLUMNS = 1000;

/** Reads a table; `delimiter` is null where the text tells it. */
export function readTable(text: string, delimiter: string | null = null): ReadTable {
  const { body, skipped, stated } = withoutSeparatorLine(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const chosen = delimiter ?? stated ?? delimiterOf(body);
  const records = recordsIn(body, chosen, skipped);
  if (typeof records === "string") return { ok: false, message: records };
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const at = headerAt(filled);
  const header = filled[at];
  if (header === undefined) return { ok: false, message: "it holds no rows" };
  if (header.cells.length > MOST_COLUMNS) return { ok: false, message: `it has more than ${MOST_COLUMNS} columns` };
  const under = headersUnder(header.cells, filled[at + 1]?.cells ?? []);
  const rows = filled.slice(under === null ? at + 1 : at + 2);
  if (rows.length === 0) return { ok: false, message: "it holds a header and no rows" };
  const headers = under ?? headersBelow(filled[at - 1]?.cells ?? [], header.cells) ?? header.cells;
  return { ok: true, table: { delimiter: chosen, columns: columnsOf(headers), rows } };
}

/** Words or a year, which values are not. */
const HEADER = /\p{L}|^(?:19|20)\d\d$/u;

/**
 * Headers in two rows, as `2025` in a merged cell above `Target` and `Actual`: both together. Null where the second row
 * does more than to name the columns below merged cells.
 */
function headersUnder(header: readonly string[], below: readonly string[]): readonly string[] | null {
  let above = "";
  let parts = 0;
  for (const [index, text] of header.entries()) {
    const isMerged = text === "" ? above !== "" : index + 1 < header.length && header[index + 1] === "";
    above = text === "" ? above : text;
    const under = below[index] ?? "";
    if (isMerged ? !HEADER.test(under) : under !== "") return null;
    if (isMerged) parts++;
  }
  if (parts === 0 || below.slice(header.length).some((text) => text !== "")) return null;
  above = "";
  return header.map((text, index) => {
    above = text === "" ? above : text;
    const under = below[index] ?? "";
    return under === "" ? text : `${above} ${under}`;
  });
}

/** Headers that repeat below a band such as `2025` and `2026`: both together. Null where that does not tell them apart. */
function headersBelow(band: readonly string[], header: readonly string[]): readonly string[] | null {
  const keys = header.map((text) => text.toLowerCase());
  const repeats = (index: number): boolean =>
    keys[index] !== "" && keys.indexOf(keys[index] ?? "") !== keys.lastIndexOf(keys[index] ?? "");
  let above = "";
  const names = header.map((text, index) => {
    above = band[index] || above;
    return repeats(index) ? `${above} ${text}`.trim() : text;
  });
  const own = names.filter((_, index) => repeats(index));
  return own.length > 0 && new Set(own).size === own.length ? names : null;
}

/** Spreadsheets write `sep=;` above the table. */
function withoutSeparatorLine(text: string): { body: string; skipped: number; stated: string | null } {
  const match = /^sep=(.)\n/i.exec(text);
  if (match === null) return { body: text, skipped: 0, stated: null };
  return { body: text.slice(match[0].length), skipped: 1, stated: match[1] ?? null };
}

/** The delimiter that cuts most lines into the same number of cells, at least two. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, PROBED);
  const bare = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, ""));
  let best = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const lengths = new Map<number, number>();
    for (const line of bare) {
      const cells = line.split(delimiter).length;
      if (cells > 1) lengths.set(cells, (lengths.get(cells) ?? 0) + 1);
    }
    for (const [cells, count] of lengths) {
      const score = count + cells / MOST_COLUMNS;
      if (score <= most) continue;
      best = delimiter;
      most = score;
    }
  }
  return best;
}

function recordsIn(text: string, delimiter: string, skipped: number): readonly CsvRow[] | string {
  try {
    // Blank lines come as records of one empty cell, which keeps the count of lines right.
    const records: readonly (readonly string[])[] = parse(text, {
      delimiter,
      trim: true,
      relax_column_count: true,
      record_delimiter: "\n",
    });
    let line = 1 + skipped;
    return records.map((record) => {
      const row = { line, cells: record };
      line += 1 + lineEnds(record);
      return row;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === "number" ? `line ${error.lines + skipped}` : "a line";
    return `${at} has a quotation mark that does not fit; write two for one inside a quoted cell`;
  }
}

/** Line ends inside the cells of a record. */
function lineEnds(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/** The first row with two cells that is not followed by much wider ones: titles may stand above a table. */
function headerAt(rows: readonly CsvRow[]): number {
  const widest = Math.max(0, ...rows.slice(0, PROBED).map(({ cells }) => filledCells(cells)));
  const at = rows.findIndex(({ cells }) => filledCells(cells) * 2 > widest);
  return Math.max(0, at);
}

function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== "").length;
}

/** A column as a pair of `--map` names it: by its header, or by its place where a shell would read more into that. */
export function nameInPair({ name, index }: Column): string {
  return /["$`\\!]/.test(name) ? `#${index + 1}` : name;
}

function columnsOf(header: readonly string[]): readonly Column[] {
  const seen = new Map<string, number>();
  return header.map((text, index) => {
    const clean = text.replace(/\s+/g, " ").trim();
    const base = clean === "" ? `#${index + 1}` : clean;
    const count = (seen.get(base.toLowerCase()) ?? 0) + 1;
    seen.set(base.toLowerCase(), count);
    return { index, name: count === 1 ? base : `${base} [${count}]`, header: clean };
  });
}
