import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../src/text/source.ts";
import { formatDay } from "../../src/workspace/day.ts";
import {
  type RowOptions,
  type RowProblem,
  type Series,
  type SeriesResult,
  seriesFromValues,
} from "../../src/workspace/series.ts";
import { seriesFromCsv } from "../../src/workspace/series-csv.ts";

const OPTIONS: RowOptions = { scale: 1, bounds: null };
const PERCENT: RowOptions = { scale: 100, bounds: { min: 0, max: 100 } };

/** Dates and values side by side. */
const rows = (series: Series) => series.days.map((day, i) => [formatDay(day), series.values[i]]);
const ids = (result: SeriesResult) => result.problems.map((problem) => `${problem.ruleId} ${problem.messageId}`);

/** Where a problem stands: line, column and the source text of its cell. */
function spot(text: string, problem: RowProblem | undefined) {
  if (problem?.cell === undefined) throw new Error("a problem with a cell was expected");
  const start = new LineIndex(text).offset(Number(problem.place), problem.cell.column);
  return [problem.place, problem.cell.column, text.slice(start, start + problem.cell.length)];
}

/** Days rise, arrays run side by side, every number is finite. */
function expectSound(series: Series): void {
  const length = series.days.length;
  for (const list of [series.values, series.places, series.starts, series.numerators, series.denominators]) {
    if (list !== null) expect(list).toHaveLength(length);
  }
  for (let i = 1; i < length; i++) expect(series.days[i]).toBeGreaterThan(series.days[i - 1] ?? 0);
  expect(series.values.every(Number.isFinite)).toBe(true);
}

describe("data files", () => {
  it.each<[string, string]>([
    ["plain", "date,value\n2026-01-31,1\n2026-02-28,2\n"],
    ["without a last line end", "date,value\n2026-01-31,1\n2026-02-28,2"],
    ["with a byte order mark and CRLF", "\ufeffdate,value\r\n2026-01-31,1\r\n2026-02-28,2\r\n"],
    ["with CR", "date,value\r2026-01-31,1\r2026-02-28,2"],
    ["with blanks, capitals and blank lines", "\n Date , VALUE \n\n 2026-01-31 , 1 \n\t\n2026-02,2\n"],
    ["quoted", '"date","value"\n"2026-01-31","1"\n"2026-02-28"," 2"\n'.replace(" 2", "2")],
    ["with empty cells at the end", "date,value\n2026-01-31,1,,\n2026-02-28,2,\n"],
    ["with a note column", "date,value,note\n2026-01-31,1\n2026-02-28,2,\n"],
  ])("are read %s", (_, text) => {
    const { series, problems } = seriesFromCsv(text, OPTIONS);
    expect(problems).toEqual([]);
    expect(rows(series)).toEqual([
      ["2026-01-31", 1],
      ["2026-02-28", 2],
    ]);
  });

  it("keep notes and known gaps, also over several lines", () => {
    const text =
      'date,value,note\n2026-01-31,1,"moved,\nthen counted"\n2026-02-28,,"system ""A"" down"\n2026-03-31,3,\n';
    const { series, problems } = seriesFromCsv(text, OPTIONS);
    expect(problems).toEqual([]);
    expect([series.places, series.values, series.knownGaps.map(formatDay)]).toEqual([[2, 5], [1, 3], ["2026-02-28"]]);
    expect([...(series.notes?.values() ?? [])]).toEqual(["moved,\nthen counted", 'system "A" down']);
  });

  it("hold ratios", () => {
    const text = "date,numerator,denominator,note\n2026-01-31,7,100,\n2026-02-28,,,strike\n2026-03-31,1,4,ok\n";
    const { series, problems } = seriesFromCsv(text, PERCENT);
    expect([problems, series.values, series.numerators, series.denominators]).toEqual([[], [7, 25], [7, 1], [100, 4]]);
    expect(series.knownGaps.map(formatDay)).toEqual(["2026-02-28"]);
  });

  it.each<[string, string, string, unknown[]]>([
    ["a date that does not exist", "2026-02-30,1", "data/bad-row impossible-date", [2, 1, "2026-02-30"]],
    ["another form of date", "31.1.2026,1", "data/bad-row bad-date", [2, 1, "31.1.2026"]],
    ["no date", ",1", "data/bad-row no-date", [2, 1, ""]],
    ["words", "2026-01-31, n/a", "data/bad-row not-a-number", [2, 13, "n/a"]],
    ["thousands in quotation marks", '2026-01-31,"1,200"', "data/bad-row not-a-number", [2, 12, '"1,200"']],
    ["a percentage", "2026-01-31,12 %", "data/bad-row not-a-number", [2, 12, "12 %"]],
    ["money", "2026-01-31,€12", "data/bad-row not-a-number", [2, 12, "€12"]],
    ["NaN", "2026-01-31,NaN", "data/bad-row not-a-number", [2, 12, "NaN"]],
    ["Infinity", "2026-01-31,-Infinity", "data/bad-row not-a-number", [2, 12, "-Infinity"]],
    ["too large", "2026-01-31,1e999", "data/bad-row not-finite", [2, 12, "1e999"]],
    ["hexadecimal", "2026-01-31,0x10", "data/bad-row not-a-number", [2, 12, "0x10"]],
    ["NUL", "2026-01-31,1\u0000", "data/bad-row not-a-number", [2, 12, "1\u0000"]],
    ["a lone surrogate", "2026-01-31,\ud800", "data/bad-row not-a-number", [2, 12, "\ud800"]],
    ["no value", "2026-01-31,", "data/bad-row empty-value", [2, 12, ""]],
    ["no second cell", "2026-01-31", "data/bad-row empty-value", [2, 11, ""]],
    ["thousands without quotation marks", "2026-01-31,1,200", "data/bad-row too-many-cells", [2, 12, "1,200"]],
    ["a decimal comma", "2026-01-31,3,5", "data/bad-row too-many-cells", [2, 12, "3,5"]],
    ["a note without a column", "2026-01-31,3,moved", "data/bad-row too-many-cells", [2, 14, "moved"]],
    ["a quotation mark that is not closed", '2026-01-31,"3', "data/bad-row unclosed-quote", [2, 12, '"3']],
    ["a quotation mark inside a cell", '2026-01-31,3" x', "data/bad-row stray-quote", [2, 13, '"']],
  ])("name the cell of %s and use the other rows", (_, row, id, place) => {
    const text = `date,value\n${row}\n2026-02-28,2\n`;
    const result = seriesFromCsv(text, OPTIONS);
    expect(ids(result)).toEqual([id]);
    expect(spot(text, result.problems[0])).toEqual(place);
    expect(result.problems[0]?.message).toMatch(/^[^\n]*; [^\n]*\.$/);
    expect(rows(result.series)).toEqual([["2026-02-28", 2]]);
  });

  it.each([
    ["31.1.2026,1", "2026-01-31"],
    ['2026-01-31,"1,200"', "1200"],
    ["2026-01-31,12%", "12"],
    ["2026-01-31,1,200", "1200"],
    ["2026-01-31,3,5", "3.5"],
    ['2026-01-31,"3","5"', "3.5"],
    ["2026-01-31,EUR 12", "12"],
  ])("%s becomes a good row with what is suggested", (row, replacement) => {
    const text = `date,value\n${row}\n`;
    const [problem] = seriesFromCsv(text, OPTIONS).problems;
    const replace = problem?.suggestion?.replace;
    expect(replace).toBe(replacement);
    const start = new LineIndex(text).offset(2, problem?.cell?.column ?? 0);
    const fixed = text.slice(0, start) + replace + text.slice(start + (problem?.cell?.length ?? 0));
    expect(seriesFromCsv(fixed, OPTIONS)).toMatchObject({ problems: [], series: { places: [2] } });
  });

  it("name numerator, denominator and note by themselves", () => {
    const text =
      "date,numerator,denominator,note\n2026-01-31,x,0,\n2026-02-28,,3,\n2026-03-31,4,0,zero\n2026-04-30,200,100,\n2026-05-31,1,2,a, b\n";
    const result = seriesFromCsv(text, PERCENT);
    expect(result.problems.map((problem) => [problem.messageId, problem.column, ...spot(text, problem)])).toEqual([
      ["not-a-number", "numerator", 2, 12, "x"],
      ["empty-value", "numerator", 3, 12, ""],
      ["zero", "denominator", 4, 14, "0"],
      ["above", "numerator", 5, 12, "200"],
      ["too-many-cells", "note", 6, 19, "b"],
    ]);
    expect(rows(result.series)).toEqual([["2026-04-30", 200]]);
  });

  it("take a date once and point to its first row", () => {
    const text = "date,value\n2026-03-31,1\n2026-02,5\n2026-Q1,2\n 2026-02-28,6\n";
    const result = seriesFromCsv(text, OPTIONS);
    expect(result.problems.map((problem) => [problem.messageId, ...spot(text, problem), problem.related])).toEqual([
      ["unsorted", 3, 1, "2026-02", undefined],
      ["duplicate", 4, 1, "2026-Q1", 2],
      ["duplicate", 5, 2, "2026-02-28", 3],
    ]);
    expect(rows(result.series)).toEqual([
      ["2026-02-28", 5],
      ["2026-03-31", 1],
    ]);
    expect(result.series.unsorted).toBe(3);
  });

  it("of nothing but commas are none", () => {
    const { series, problems } = seriesFromCsv("date,value\n2026-01-31,1\n,\n , \n,,\n", OPTIONS);
    expect([problems, rows(series)]).toEqual([[], [["2026-01-31", 1]]]);
  });

  it("of a ratio without any number are told of once", () => {
    const { problems } = seriesFromCsv("date,numerator,denominator\n2026-01-31,,\n", OPTIONS);
    expect(problems.map(({ messageId, column }) => [messageId, column])).toEqual([["empty-value", "numerator"]]);
  });

  it("count lines past a note of several lines", () => {
    const text = 'date,value,note\r\n2026-01-31,1,"a\r\nb"\r\n2026-02-28,x,\r\n';
    expect(spot(text, seriesFromCsv(text, OPTIONS).problems[0])).toEqual([4, 12, "x"]);
  });

  it("identify a finding by date and column, never by line", () => {
    const late = seriesFromCsv("date,value\n2026-01-31,1\n2026-02,x\n", OPTIONS).problems[0];
    const early = seriesFromCsv("date,value\n2026-02-28,x\n", OPTIONS).problems[0];
    expect([late?.discriminator, early?.discriminator]).toEqual(["2026-02-28 value", "2026-02-28 value"]);
  });
});

describe("headers of data files", () => {
  it.each<[string, string, string, string | undefined]>([
    ["", "empty", "", undefined],
    ["\ufeff\r\n \n", "empty", "", undefined],
    ["day,score\n2026-01-31,1", "header", "day,score", "date,value"],
    ["\ufeffdate,value,note,source\n", "header", "date,value,note,source", undefined],
    ["value,date\n", "header", "value,date", undefined],
    ["date,numerator\n", "header", "date,numerator", undefined],
    ["date\n", "header", "date", undefined],
    ["# visits\ndate,value\n", "header", "# visits", undefined],
    ["day,visits,remark\n", "header", "day,visits,remark", "date,value,note"],
    ["date,value,\n", "header", "date,value,", "date,value"],
    ['date,"value\n2026-01-31,1', "header", 'date,"value', "date,value"],
    ["date;value\n2026-01-31;1", "separator", "date;value", undefined],
    ["date\tvalue\n2026-01-31\t1", "separator", "date\tvalue", undefined],
    ["2026-01-31,1\n", "missing", "2026-01-31,1", "date,value\n2026-01-31,1"],
    ["2026-01-31,1,moved\n", "missing", "2026-01-31,1,moved", "date,value,note\n2026-01-31,1,moved"],
  ])("%j", (text, messageId, cell, replace) => {
    const { series, problems } = seriesFromCsv(text, OPTIONS);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ ruleId: "data/header", messageId, column: null, discriminator: "header row" });
    expect(spot(text, problems[0])[2]).toBe(cell);
    expect(problems[0]?.suggestion?.replace).toBe(replace);
    expect(series.days).toEqual([]);
  });

  it("says to use commas instead of semicolons", () => {
    const [problem] = seriesFromCsv("date;value\n", OPTIONS).problems;
    expect(problem?.message).toBe(
      "The cells of this data file are separated by semicolons; save it with commas and the header date,value.",
    );
  });

  it("alone are a file without rows", () => {
    expect(seriesFromCsv("date,numerator,denominator\n", OPTIONS)).toMatchObject({
      problems: [],
      series: { days: [], numerators: [], knownGaps: [] },
    });
  });
});

describe("limits of data files", () => {
  it.each([
    ["50 MB", `date,value\n2026-01-31,1\n${"\n".repeat(50 * 1024 * 1024)}`, "too-large"],
    ["1,000,000 rows", `date,value\n${"2026-01-31,1\n".repeat(1_000_001)}`, "too-many-rows"],
  ])("over %s nothing is read", (_, text, messageId) => {
    const result = seriesFromCsv(text, OPTIONS);
    expect(ids(result)).toEqual([`data/bad-row ${messageId}`]);
    expect(result.problems[0]).toMatchObject({ place: 1, cell: { column: 1, length: 0 } });
    expect(result.series.days).toEqual([]);
  });

  it("do not count blank lines", () => {
    const text = `date,value\n${"\n".repeat(1_000_100)}2026-01-31,1\n`;
    expect(seriesFromCsv(text, OPTIONS)).toMatchObject({ problems: [], series: { values: [1], places: [1_000_102] } });
  });
});

describe("properties", () => {
  const entry = fc.record({
    day: fc.integer({ min: 19_000, max: 21_000 }),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    note: fc
      .string({ unit: fc.constantFrom("a", " b", ",", '"', "\n", "é"), minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() === text),
  });
  const entries = fc.uniqueArray(entry, { selector: (row) => row.day, maxLength: 20 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const asCsv = (list: readonly { day: number; value: number | null; note: string }[]) =>
    `date,value,note\n${list.map((row) => `${formatDay(row.day)},${row.value ?? ""},${quoted(row.note)}`).join("\n")}`;
  const asValues = (list: readonly { day: number; value: number | null; note: string }[]) =>
    Object.fromEntries(list.map((row) => [formatDay(row.day), { value: row.value, note: row.note }]));
  const meaning = (series: Series) => [
    rows(series),
    series.knownGaps,
    [...(series.notes ?? [])].sort(([a], [b]) => a - b),
  ];

  it("a file and inline values give the same series", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const file = seriesFromCsv(asCsv(list), PERCENT);
        const inline = seriesFromValues(asValues(list), PERCENT);
        expect(meaning(file.series)).toEqual(meaning(inline.series));
        const found = (result: SeriesResult) =>
          result.problems.map((problem) => [problem.message, problem.discriminator]);
        expect(found(file)).toEqual(found(inline));
      }),
    );
  });

  it("the order of rows changes nothing but the note of it", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const sorted = [...list].sort((a, b) => a.day - b.day);
        const there = seriesFromCsv(asCsv(list), PERCENT);
        const then = seriesFromCsv(asCsv(sorted), PERCENT);
        expect(meaning(there.series)).toEqual(meaning(then.series));
        expect(then.series.unsorted).toBeNull();
        const counted = (result: SeriesResult) =>
          result.problems.filter((problem) => problem.ruleId !== "data/unsorted").length;
        expect(counted(there)).toBe(counted(then));
      }),
    );
  });

  it("no text makes the reader throw, and every finding lies inside the file", () => {
    const piece = fc.constantFrom(
      "date,value",
      ",note",
      "\n",
      "\r\n",
      "2026-01-31",
      "2026-02",
      ",",
      '"',
      "1",
      "1,200",
      "%",
      " ",
      "\ufeff",
      "\u0000",
      ";",
      "x",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("")),
      fc.array(piece, { maxLength: 30 }).map((parts) => `date,value,note\n${parts.join("")}`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { series, problems } = seriesFromCsv(written, PERCENT);
        expectSound(series);
        const lines = new LineIndex(written);
        for (const { place, cell } of problems) {
          const line = lines.line(Number(place));
          expect(
            cell !== undefined && cell.column >= 1 && cell.length >= 0 && cell.column - 1 + cell.length <= line.length,
          ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
