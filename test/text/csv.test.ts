import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, cellPlace, placeOf, readCsv } from "../../src/text/csv.ts";
import { LineIndex } from "../../src/text/source.ts";

function records(text: string): CsvRecord[] {
  const found: CsvRecord[] = [];
  readCsv(text, (record) => {
    found.push(record);
    return true;
  });
  return found;
}

/** The source text of a cell by its place. */
function source(text: string, record: CsvRecord, cell: number): string {
  const place = cellPlace(text, record, cell);
  const start = new LineIndex(text).offset(place.line, place.column);
  return text.slice(start, start + place.length);
}

/** Rows of arbitrary characters that matter to CSV. */
const csvText = fc.string({
  unit: fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n", " ", "a", "5", "\ufeff", "\u0000", "é"),
  maxLength: 40,
});

describe("records", () => {
  it.each<[string, string, [number, string[]][]]>([
    ["nothing", "", []],
    ["blank lines only", "\n \r\n\t\r", []],
    [
      "plain lines",
      "a,b\n1,2\n",
      [
        [1, ["a", "b"]],
        [2, ["1", "2"]],
      ],
    ],
    [
      "no line end at the end",
      "a,b\n1,2",
      [
        [1, ["a", "b"]],
        [2, ["1", "2"]],
      ],
    ],
    [
      "CRLF, CR and LF together",
      "a\r\nb\rc\nd",
      [
        [1, ["a"]],
        [2, ["b"]],
        [3, ["c"]],
        [4, ["d"]],
      ],
    ],
    [
      "blank lines between",
      "a\n\n  \nb",
      [
        [1, ["a"]],
        [4, ["b"]],
      ],
    ],
    ["blanks around cells", " a , b\t,\u00a0c ", [[1, ["a", "b", "c"]]]],
    ["a byte order mark", "\ufeffdate,value", [[1, ["date", "value"]]]],
    ["a byte order mark before a quotation mark", '\ufeff"date","value"', [[1, ["date", "value"]]]],
    ["empty cells", ",,\n", [[1, ["", "", ""]]]],
    [
      "quoted cells",
      '"a","b, c"\n"d","e ""f"""\n',
      [
        [1, ["a", "b, c"]],
        [2, ["d", 'e "f"']],
      ],
    ],
    ["blanks around quoted cells", ' "a" , "b" ', [[1, ["a", "b"]]]],
    ["quoted blanks", '" a "', [[1, [" a "]]]],
    [
      "a cell over several lines",
      '1,"x\ny\r\nz"\n2,w',
      [
        [1, ["1", "x\ny\r\nz"]],
        [4, ["2", "w"]],
      ],
    ],
    ["an empty quoted cell alone", '""', [[1, [""]]]],
    ["NUL and lone surrogates", "a\u0000,\ud800", [[1, ["a\u0000", "\ud800"]]]],
  ])("%s", (_, text, expected) => {
    expect(records(text).map((record) => [record.line, record.cells])).toEqual(expected);
  });

  it("keeps the order of plain and quoted rows in long files", () => {
    const lines = Array.from({ length: 2500 }, (_, i) => (i % 7 === 0 ? `${i},x` : `"${i}","a ""b"""`));
    const found = records(lines.join("\r\n"));
    expect(found.map((record) => [record.line, Number(record.cells[0])])).toEqual(lines.map((_, i) => [i + 1, i]));
  });

  it("stops when told to", () => {
    for (const text of ["a\nb\nc", '"a"\n"b"\n"c"', '"a\n"\n"b\n"\n"c\n"']) {
      let seen = 0;
      readCsv(text, () => ++seen < 2);
      expect(seen).toBe(2);
    }
  });
});

describe("faults", () => {
  it.each<[string, string, string, number, string]>([
    ["not closed", '1,"x', "unclosed-quote", 1, '"x'],
    ["not closed, in the first cell", '"1,2', "unclosed-quote", 0, '"1,2'],
    ["inside a cell", '1,5" pipe', "stray-quote", 1, '" pipe'],
    ["behind a quoted cell", '1,"x" y', "stray-quote", 1, "y"],
    ["not doubled", '1,"say "hi" now"', "stray-quote", 1, 'hi" now"'],
    ["left open by a doubled one", '1,"x""', "unclosed-quote", 1, '"x""'],
  ])("%s", (_, row, kind, cell, from) => {
    const text = `a,b\n${row}\n2,y\n`;
    const [, faulty, next] = records(text);
    expect(faulty).toMatchObject({ line: 2, cells: [], fault: { kind, cell } });
    expect(text.slice(faulty?.fault?.offset, faulty?.end)).toBe(from);
    expect(next?.cells).toEqual(["2", "y"]);
  });

  it("cost one row each, even where two marks seem to belong together", () => {
    const text = 'a,b\n1,"open\n2,fine\n3,"also open\n4,"fine"\n';
    expect(records(text).map((record) => record.fault?.kind ?? record.cells[0])).toEqual([
      "a",
      "unclosed-quote",
      "2",
      "unclosed-quote",
      "4",
    ]);
  });

  it("do not disturb the quoted rows around them", () => {
    const lines = Array.from({ length: 40 }, (_, i) => (i === 20 ? '"20" x,"y"' : `"${i}","y"`));
    const found = records(lines.join("\n"));
    expect(found.filter((record) => record.fault !== null).map((record) => record.line)).toEqual([21]);
    expect(found).toHaveLength(40);
  });
});

describe("places", () => {
  it("are those of the cells, quotation marks included, blanks left out", () => {
    const text = '\ufeffdate,value,note\r\n2026-01-31, 12 ,"a ""b"", c"\r\n2026-02-28,,\n';
    const [header, first, second] = records(text);
    if (header === undefined || first === undefined || second === undefined) throw new Error("three records");
    expect(cellPlace(text, header, 0)).toEqual({ line: 1, column: 2, length: 4 });
    expect([0, 1, 2].map((cell) => source(text, first, cell))).toEqual(["2026-01-31", "12", '"a ""b"", c"']);
    expect(cellPlace(text, first, 1)).toEqual({ line: 2, column: 13, length: 2 });
    expect(cellPlace(text, second, 1)).toEqual({ line: 3, column: 12, length: 0 });
    expect(cellPlace(text, second, 9)).toEqual({ line: 3, column: 13, length: 0 });
  });

  it("count lines inside a record and end with theirs", () => {
    const text = 'x\n1,"a\nbc\r\nd",e,f';
    const [, record] = records(text);
    if (record === undefined) throw new Error("two records");
    expect(cellPlace(text, record, 1)).toEqual({ line: 2, column: 3, length: 2 });
    expect(cellPlace(text, record, 2)).toEqual({ line: 4, column: 4, length: 1 });
    expect(placeOf(text, record, record.end - 1, record.end)).toEqual({ line: 4, column: 6, length: 1 });
  });

  it("name the very text of every plain cell", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", " ", "é", "\t"), maxLength: 4 });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), (table, lineEnd) => {
        const text = table.map((row) => row.join(",")).join(lineEnd);
        for (const record of records(text)) {
          for (const [i, value] of record.cells.entries()) expect(source(text, record, i)).toBe(value);
        }
      }),
    );
  });
});

describe("any text", () => {
  it("is read without an exception, every record on its own line, in order", () => {
    fc.assert(
      fc.property(fc.oneof(csvText, fc.string({ unit: "binary" })), (text) => {
        const found = records(text);
        const lines = new LineIndex(text);
        for (const [i, record] of found.entries()) {
          expect(lines.position(record.start)).toMatchObject({ line: record.line, column: 1 });
          expect(record.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(record.cells.length === 0).toBe(record.fault !== null);
          const at = record.fault?.offset ?? record.start;
          expect(at >= record.start && at <= record.end).toBe(true);
          expect(cellPlace(text, record, 1).line).toBeGreaterThanOrEqual(record.line);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the records that csv-parse gives for the whole text, and misses none of its faults", () => {
    const filled = (rows: readonly (readonly string[])[]) => rows.filter((row) => row.length > 1 || row[0] !== "");
    fc.assert(
      fc.property(csvText, (text) => {
        const found = records(text);
        // csv-parse takes a second empty quoted text in one cell, as in `"" ""`; here that is a fault.
        if (found.some((record) => record.fault !== null)) return;
        expect(filled(found.map((record) => record.cells))).toEqual(
          filled(wholeText(text) ?? [["a fault was missed"]]),
        );
      }),
      { numRuns: 5000 },
    );
  });
});

/** Null where csv-parse finds a fault. */
function wholeText(text: string): string[][] | null {
  try {
    return parse(text, { trim: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
