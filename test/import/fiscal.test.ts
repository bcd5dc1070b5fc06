import { describe, expect, it } from "vitest";
import { periodNamed, type SpanReading, spanReadingOf } from "../../src/import/dates.ts";
import { formatDay } from "../../src/workspace/day.ts";
import { CALENDAR_YEAR, type FiscalYear } from "../../src/workspace/timeframe.ts";
import { definitionOf, importCsv, remarksOf } from "./support.ts";

const APRIL: FiscalYear = { month: 4, day: 1, namedBy: "start" };
const APRIL_BY_END: FiscalYear = { month: 4, day: 1, namedBy: "end" };

function named(text: string, fiscal: FiscalYear, reading: SpanReading | null = null): string | null {
  const found = periodNamed(text, fiscal, reading);
  return found === null ? null : `${found.label}: ${formatDay(found.start)} to ${formatDay(found.end)}`;
}

describe("two years in a row", () => {
  it.each(["2016-17", "2016/17", "2016–17", "FY 2016-17", "FY2016-2017", "fy 2016/17"])("%s", (text) => {
    expect(named(text, CALENDAR_YEAR)).toBeNull();
    expect(named(text, APRIL)).toBe("FY2016: 2016-04-01 to 2017-03-31");
    expect(named(text, APRIL_BY_END)).toBe("FY2017: 2016-04-01 to 2017-03-31");
  });

  it("that may be a month, or two whole years, are none by themselves", () => {
    for (const text of ["2010-11", "2016-2017"]) expect(named(text, APRIL)).toBeNull();
    expect(named("2010-11", APRIL, "years")).toBe("FY2010: 2010-04-01 to 2011-03-31");
    expect(named("2010-11", APRIL, "month")).toBe("2010-11: 2010-11-01 to 2010-11-30");
    expect(named("2016-2017", APRIL, "years")).toBe("FY2016: 2016-04-01 to 2017-03-31");
    expect(named("2010-11", CALENDAR_YEAR, "years")).toBeNull();
    expect(named("2016-17", APRIL, "month")).toBe("FY2016: 2016-04-01 to 2017-03-31");
  });

  it.each<readonly [readonly string[], SpanReading | null]>([
    [["2010-11"], null],
    [["2010-10", "2010-11"], "month"],
    [["2010-11", "2012-13"], "years"],
    [["2010-2011", "2011-2012"], "years"],
    [["2010-2011", "2012-2013"], null],
    [["2010-10", "2012-13"], null],
  ])("%o are read as %s", (texts, reading) => {
    expect(spanReadingOf(texts)).toBe(reading);
  });
});

describe("fiscal years in a table", () => {
  const TABLE = "Indicator,Goal,Owner,Target,Due,2015-16,2016-17\nVisits,Grow,@ana,75,2016-17,60,70\n";

  it("are dates where the config states a fiscal year", () => {
    const made = importCsv(TABLE, { fiscal: APRIL });
    expect(made.data[0]?.records).toEqual([
      ["date", "value"],
      ["2016-03-31", "60"],
      ["2017-03-31", "70"],
    ]);
    expect(remarksOf(made)).toEqual([
      "line 2 | due | 2016-17 | it ends before windows start (2026-01-01): give their first day with --start",
    ]);
  });

  it("stay open elsewhere, and what to do is said", () => {
    const made = importCsv(TABLE);
    expect(made.data).toEqual([]);
    expect(remarksOf(made)).toEqual([
      "line 2 | due | 2016-17 | it may be a fiscal year: say in the config when yours starts, with fiscal_year_starts",
    ]);
    expect(remarksOf(importCsv(TABLE.replace("75,2016-17", "75,2016-2017"), { fiscal: APRIL }))).toEqual([
      "line 2 | due | 2016-2017 | it may be a fiscal year or another period: write FY2026, or its days",
    ]);
  });

  it("are windows, too", () => {
    const text =
      "Indicator,Goal,Owner,Target,Timeframe\nVisits,Grow,@ana,75,2026-27\nNights,Grow,@ana,75 in 2026-27,\n";
    const made = importCsv(text, { fiscal: APRIL });
    for (const id of ["visits", "nights"]) expect(definitionOf(made, "kpi", id)).toMatchObject({ timeframe: "FY2026" });
  });

  it("leave months alone where the other columns are months", () => {
    const made = importCsv("Indicator,2010-10,2010-11\nVisits,1,2\n", { fiscal: APRIL });
    expect(made.data[0]?.records.slice(1)).toEqual([
      ["2010-10", "1"],
      ["2010-11", "2"],
    ]);
    const long = importCsv("Indicator,Month,Value\nVisits,2010-10,1\nVisits,2010-11,2\n");
    expect(long.data[0]?.records.slice(1)).toEqual([
      ["2010-10", "1"],
      ["2010-11", "2"],
    ]);
  });

  it("of a single column of values take the day that is said for all", () => {
    const text = "Indicator,Actual result 2016-17\nVisits,7\n";
    expect(remarksOf(importCsv(text))).toEqual(["line 2 | value | 7 | its day is not known; say it with --date"]);
    const march = importCsv(text, { valueDay: 17_256 });
    expect(march.data[0]?.records[1]).toEqual(["2017-03-31", "7"]);
  });
});

describe("numbers as spreadsheets write them", () => {
  it("have narrow spaces between thousands, and signs of per cent in cells", () => {
    const made = importCsv("Indicator;2024;2025\nVisits;1\u00a0200,5;1\u202f300\nShare;61,5 %;62%\n");
    expect(made.data.map(({ records }) => records.slice(1))).toEqual([
      [
        ["2024", "1200.5"],
        ["2025", "1300"],
      ],
      [
        ["2024", "61.5"],
        ["2025", "62"],
      ],
    ]);
    expect(definitionOf(made, "metric", "share")).toMatchObject({ unit: "%" });
  });
});
