import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayInMonth,
  dayOf,
  daysInMonth,
  formatDay,
  formatDayLong,
  formatYear,
  isLeapYear,
  isoWeekOf,
  isoWeekStart,
  isoWeeksIn,
  monthNamed,
  parseDay,
  partsOf,
  weekday,
} from "../../src/workspace/day.ts";

const MILLISECONDS = 86_400_000;
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });
const day = (text: string) => parseDay(text) ?? Number.NaN;

describe("parseDay", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2026-07-31", Date.UTC(2026, 6, 31) / MILLISECONDS],
    ["2024-02-29", Date.UTC(2024, 1, 29) / MILLISECONDS],
    ["2000-02-29", Date.UTC(2000, 1, 29) / MILLISECONDS],
    ["9999-12-31", Date.UTC(9999, 11, 31) / MILLISECONDS],
    ["0000-01-01", -719_528],
  ])("reads %s", (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  it.each([
    "",
    "2026",
    "2026-07",
    "2026-7-1",
    "2026-07-1",
    "26-07-01",
    "2026/07/01",
    "2026-07-01 ",
    " 2026-07-01",
    "2026-07-01T00:00",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "+026-01-01",
    "2026-+1-01",
    "２０２６-07-01",
    "2026-07-0x",
    "-026-01-01",
  ])("rejects %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => parseDay(text) === null || formatDay(day(text)) === text));
  });
});

it("agrees with Date.UTC over 200,000 days to both sides of 1970", () => {
  const wrong: number[] = [];
  for (let n = -200_000; n <= 200_000; n++) {
    const text = formatDay(n);
    if (
      parseDay(text) !== n ||
      Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) !== n * MILLISECONDS
    ) {
      wrong.push(n);
    }
  }
  expect(wrong).toEqual([]);
});

it("takes days apart and puts them together again", () => {
  fc.assert(
    fc.property(anyDay, (n) => {
      const { year, month, day: dayOfMonth } = partsOf(n);
      expect(dayOf(year, month, dayOfMonth)).toBe(n);
      expect(dayOfMonth).toBeLessThanOrEqual(daysInMonth(year, month));
    }),
  );
});

it("knows leap years", () => {
  expect([1900, 2000, 2024, 2026, 2100, 2400].map(isLeapYear)).toEqual([false, true, true, false, false, true]);
});

it("names weekdays, months and ISO weeks as Temporal does", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 500_000 }), (n) => {
      const date = Temporal.PlainDate.from("1970-01-01").add({ days: n });
      const week = isoWeekOf(n);
      expect(formatDay(n)).toBe(date.toString());
      expect(weekday(n)).toBe(date.dayOfWeek);
      expect([week.year, week.week]).toEqual([date.yearOfWeek, date.weekOfYear]);
      expect(isoWeekStart(week.year, week.week)).toBe(n - date.dayOfWeek + 1);
    }),
  );
});

it("knows which years have 53 weeks", () => {
  const long = Array.from({ length: 41 }, (_, i) => 2000 + i).filter((year) => isoWeeksIn(year) === 53);
  expect(long).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037]);
});

describe("addMonths", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-10", -1, "2025-12-10"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-05-31", -27, "2024-02-29"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("%s %i months on is %s", (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it("agrees with Temporal", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -500, max: 500 }), (n, months) => {
        const date = Temporal.PlainDate.from(formatDay(n)).add({ months });
        expect(formatDay(addMonths(n, months))).toBe(date.toString());
      }),
    );
  });
});

it("keeps a day inside a shorter month", () => {
  expect(formatDay(dayInMonth(2026, 14, 30))).toBe("2027-02-28");
  expect(formatDay(dayInMonth(2026, 0, 31))).toBe("2025-12-31");
});

it("writes days for tables and for sentences", () => {
  expect(formatDay(dayOf(2026, 9, 30))).toBe("2026-09-30");
  expect(formatDayLong(dayOf(2026, 9, 30))).toBe("30 September 2026");
  expect(formatDay(dayOf(12026, 1, 2))).toBe("+012026-01-02");
  expect([7, -7, 12_026].map(formatYear)).toEqual(["0007", "-000007", "+012026"]);
});

it("knows months by name", () => {
  expect(["July", "jul", "SEP", "december", "Juli", ""].map(monthNamed)).toEqual([7, 7, 9, 12, null, null]);
});
