/** Where the records of a data file stand, without reading their cells: for moving them as they are written. */

/** A record without its line end. */
export interface CsvExtent {
  readonly start: number;
  readonly end: number;
  /** The first cell, trimmed, without quotation marks. */
  readonly first: string;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Cells with a quotation mark only around the whole cell, doubled inside it. */
const QUOTED_RECORD = /^(?:\s*"(?:[^"]|"")*"\s*|[^",]*)(?:,(?:\s*"(?:[^"]|"")*"\s*|[^",]*))*$/;

/** Longer records with quotation marks, in characters, are not looked at. */
const LONGEST = 1_000_000;

/** All records that are not blank, the header among them; null where a quotation mark does not fit. */
export function csvRecords(text: string): readonly CsvExtent[] | null {
  const records: CsvExtent[] = [];
  for (let start = 0; start < text.length; ) {
    const end = recordEnd(text, start);
    const source = text.slice(start, end);
    if (source.includes('"') && (source.length > LONGEST || !QUOTED_RECORD.test(source))) return null;
    if (source.trim() !== "") records.push({ start, end, first: firstCell(source) });
    start = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }
  return records;
}

/** The first line end that stands outside quotation marks. */
function recordEnd(text: string, start: number): number {
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) quoted = !quoted;
    else if (!quoted && (c === LF || c === CR)) return at;
  }
  return text.length;
}

function firstCell(source: string): string {
  const [cell = ""] = source.split(",", 1);
  const text = cell.trim();
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}
