import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, readCsv } from "../../src/text/csv.ts";
import { addColumn, insertRow, newCsv, type PlacedRow } from "../../src/text/csv-append.ts";
import { applyEdits } from "../../src/text/edits.ts";

/** Days of one month, such as `07`; anything else is no date. */
const rankOf = (date: string): number | null => (/^\d\d$/.test(date) ? Number(date) : null);

function insert(text: string, cells: readonly string[]): PlacedRow | null {
  return insertRow(text, { cells, rank: Number(cells[0]) }, rankOf);
}

function inserted(text: string, cells: readonly string[]): { text: string; line: number } | null {
  const placed = insert(text, cells);
  return placed === null ? null : { text: applyEdits(text, [placed.edit]).text, line: placed.line };
}

function recordsOf(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  readCsv(text, (record) => records.push(record) > 0);
  return records;
}

describe("insertRow", () => {
  const row = ["10", "5"];
  const cases: readonly (readonly [what: string, before: string, after: string, line: number])[] = [
    ["behind the last row", "date,value\n01,1\n", "date,value\n01,1\n10,5\n", 3],
    ["below a header without rows", "date,value\n", "date,value\n10,5\n", 2],
    ["below a header without a line end", "date,value", "date,value\n10,5", 2],
    ["keeping a last line without a line end", "date,value\n01,1", "date,value\n01,1\n10,5", 3],
    ["before blank lines at the end", "date,value\n01,1\n\n\n", "date,value\n01,1\n10,5\n\n\n", 3],
    ["among rows in order", "date,value\n01,1\n20,2\n", "date,value\n01,1\n10,5\n20,2\n", 3],
    ["beside the earlier row of two groups", "date,value\n01,1\n\n20,2\n", "date,value\n01,1\n10,5\n\n20,2\n", 3],
    ["before all others", "date,value\n11,1\n20,2\n", "date,value\n10,5\n11,1\n20,2\n", 2],
    ["behind rows that are not in order", "date,value\n20,1\n01,2\n", "date,value\n20,1\n01,2\n10,5\n", 4],
    ["past lines that are no rows", "date,value\n01,1\n# old\n?,2\n", "date,value\n01,1\n# old\n?,2\n10,5\n", 5],
    ["with the line ends of Windows", "date,value\r\n01,1\r\n20,2\r\n", "date,value\r\n01,1\r\n10,5\r\n20,2\r\n", 3],
    ["with the line ends of old Macs", "date,value\r01,1\r", "date,value\r01,1\r10,5\r", 3],
    ["behind a byte order mark", "\uFEFFdate,value\n01,1\n", "\uFEFFdate,value\n01,1\n10,5\n", 3],
    ["behind a note of two lines", 'date,value,note\n01,1,"a\nb"\n', 'date,value,note\n01,1,"a\nb"\n10,5\n', 4],
    ["behind a row with a mark that does not close", 'date,value\n01,"1\n', 'date,value\n01,"1\n10,5\n', 3],
  ];
  it.each(cases)("puts a row %s", (_, before, after, line) => {
    expect(inserted(before, row)).toEqual({ text: after, line });
  });

  it("knows no place in a text without a header", () => {
    for (const text of ["", "\n\n", "\uFEFF"]) expect(insert(text, row)).toBeNull();
  });

  it("leaves empty last cells out where the last row does", () => {
    const header = "date,value,note\n";
    expect(inserted(`${header}01,1\n`, ["10", "5", ""])?.text).toBe(`${header}01,1\n10,5\n`);
    expect(inserted(`${header}01,1,\n`, ["10", "5", ""])?.text).toBe(`${header}01,1,\n10,5,\n`);
    expect(inserted(header, ["10", "5", ""])?.text).toBe(`${header}10,5,\n`);
    expect(inserted(`${header}01,1\n`, ["10", "", "why"])?.text).toBe(`${header}01,1\n10,,why\n`);
  });

  const notes = ["a, b", 'he said "no"', "=1+1", "-", "'", "ü → 日本", "@x", "#", '"', ",", '"",'];
  it.each(notes)("writes the note %j so that it reads as it is", (note) => {
    const text = inserted("date,value,note\n01,1,\n", ["10", "5", note])?.text ?? "";
    expect(recordsOf(text).at(-1)).toMatchObject({ cells: ["10", "5", note], fault: null });
  });

  const cell = fc.constantFrom("01", "05", "17", "30", "x", "", '"1"', '"a', 'b"c', "1.5");
  const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(","));
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
  const file = fc
    .tuple(fc.array(line, { maxLength: 8 }), lineEnd, fc.boolean())
    .map(([lines, end, ends]) => ["date,value,note", ...lines].join(end) + (ends ? end : ""));

  it("adds one record to any file and changes no other", () => {
    fc.assert(
      fc.property(
        file,
        fc.constantFrom("00", "10", "29", "31"),
        fc.constantFrom("", "a, b", 'x "y"'),
        (text, day, note) => {
          const placed = insert(text, [day, "5", note]);
          if (placed === null) throw new Error("The file has a header");
          const { text: after } = applyEdits(text, [placed.edit]);
          const records = recordsOf(after);
          const added = records.filter(({ line }) => line === placed.line);
          expect(added.map(({ cells }) => cells.slice(0, 2))).toEqual([[day, "5"]]);
          const others = records.filter((one) => !added.includes(one));
          const sourceOf = (source: string) => (one: CsvRecord) => source.slice(one.start, one.end);
          expect(others.map(sourceOf(after))).toEqual(recordsOf(text).map(sourceOf(text)));
        },
      ),
    );
  });
});

describe("addColumn", () => {
  const cases: readonly (readonly [before: string, after: string | null])[] = [
    ["date,value\n01,1\n", "date,value,note\n01,1\n"],
    ["\uFEFF date,value  \r\n01,1\r\n", "\uFEFF date,value,note  \r\n01,1\r\n"],
    ['"date","value"\n01,1\n', '"date","value",note\n01,1\n'],
    ["date,value", "date,value,note"],
    ["date,value\n01,1,\n", "date,value,note\n01,1,\n"],
    ["date,value\n01,1\n02,1,200\n", null],
    ["", null],
  ];
  it.each(cases)("names a column more in %j", (before, after) => {
    const edit = addColumn(before, "note");
    expect(edit === null ? null : applyEdits(before, [edit]).text).toBe(after);
  });
});

describe("newCsv", () => {
  it("writes a line for every record", () => {
    const records = [
      ["date", "value", "note"],
      ["10", "5", 'a, "b"'],
    ];
    expect(newCsv(records)).toBe('date,value,note\n10,5,"a, ""b"""\n');
  });
});
