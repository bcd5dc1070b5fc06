import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, readCsv } from "../../src/text/csv.ts";
import { csvRecords } from "../../src/text/csv-records.ts";

function read(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  readCsv(text, (record) => {
    records.push(record);
    return true;
  });
  return records;
}

describe("csvRecords", () => {
  it("finds records over several lines, and what their first cell says", () => {
    const text = 'date,value\r\n\r\n"2026-01-31",1,"a\n\n""b"""\n 2026-02 ,2';
    expect(csvRecords(text)?.map(({ start, end, first }) => [text.slice(start, end), first])).toEqual([
      ["date,value", "date"],
      ['"2026-01-31",1,"a\n\n""b"""', "2026-01-31"],
      [" 2026-02 ,2", "2026-02"],
    ]);
  });

  it.each(['a,"b', 'a,b"c"', 'a,"b"c', '"a""', 'a\n"b" "c"\nd'])(
    "finds nothing where a quotation mark does not fit: %j",
    (text) => {
      expect(csvRecords(text)).toBeNull();
    },
  );

  it("takes no longer for a hostile line", () => {
    expect(csvRecords(`"${",".repeat(200_000)}"x`)).toBeNull();
    expect(csvRecords(`${" ".repeat(200_000)}"x`)).toBeNull();
    expect(csvRecords(`a,"${"b".repeat(30_000_000)}"`)).toBeNull();
  });

  it("agrees with the reader wherever that finds no fault", () => {
    const cell = fc.constantFrom(
      "a",
      "",
      " b ",
      '"c"',
      ' "d" ',
      '"e,f"',
      '"g\nh"',
      '"i""j"',
      '"k\r\n"',
      'l"',
      '"m',
      "\t",
      '""',
    );
    const record = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
    const text = fc
      .tuple(fc.array(fc.tuple(record, fc.constantFrom("\n", "\r\n", "\r", "\n\n")), { maxLength: 6 }), record)
      .map(([lines, last]) => lines.map(([line, end]) => line + end).join("") + last);
    fc.assert(
      fc.property(text, (text) => {
        const records = read(text);
        const found = csvRecords(text);
        if (records.some(({ fault }) => fault !== null)) expect(found).toBeNull();
        else
          expect(found?.map(({ start, end }) => [start, end])).toEqual(records.map(({ start, end }) => [start, end]));
      }),
      { numRuns: 2000 },
    );
  });
});
