import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cadence, cadenceDays, gapsBetween, nextAfter, periodLabel } from "../../src/workspace/cadence.ts";
import { formatDay, parseDay } from "../../src/workspace/day.ts";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const CADENCES: readonly Cadence[] = ["daily", "weekly", "biweekly", "monthly", "quarterly", "yearly"];

it("counts days as progress does", () => {
  expect(CADENCES.map(cadenceDays)).toEqual([1, 7, 14, 28, 90, 365]);
});

describe("nextAfter", () => {
  it.each([
    ["daily", "2026-02-28", "2026-03-01"],
    ["weekly", "2026-07-30", "2026-08-06"],
    ["biweekly", "2026-07-30", "2026-08-13"],
    ["monthly", "2026-01-31", "2026-02-28"],
    ["quarterly", "2026-11-30", "2027-02-28"],
    ["yearly", "2024-02-29", "2025-02-28"],
  ] as const)("%s after %s is %s", (cadence, from, to) => {
    expect(formatDay(nextAfter(day(from), cadence))).toBe(to);
  });
});

describe("gapsBetween", () => {
  it.each<[string, Cadence, string[], string[], string[]]>([
    ["no rows", "monthly", [], [], []],
    ["one row", "daily", ["2026-01-01"], [], []],
    ["months in a row, on any day of them", "monthly", ["2026-01-02", "2026-02-28", "2026-03-01"], [], []],
    ["a month without a row", "monthly", ["2026-01-31", "2026-03-31"], [], ["2026-02"]],
    ["several months", "monthly", ["2025-11-30", "2026-02-28"], [], ["2025-12", "2026-01"]],
    ["a month that is known to be missing", "monthly", ["2026-01-31", "2026-03-31"], ["2026-02-28"], []],
    ["a known gap elsewhere", "monthly", ["2026-01-31", "2026-03-31"], ["2026-04-30", "2025-12-31"], ["2026-02"]],
    ["two rows in one month", "monthly", ["2026-01-01", "2026-01-31"], [], []],
    ["a week, Monday to Sunday", "weekly", ["2026-07-26", "2026-08-03"], [], ["2026-W31"]],
    ["Sunday and Monday are two weeks", "weekly", ["2026-07-26", "2026-07-27"], [], []],
    ["quarters", "quarterly", ["2026-03-31", "2026-12-31"], ["2026-06-30"], ["2026-Q3"]],
    ["years", "yearly", ["2020-12-31", "2023-06-30"], [], ["2021", "2022"]],
    ["four days without a row", "daily", ["2026-04-02", "2026-04-07"], [], []],
    ["five days without a row", "daily", ["2026-04-02", "2026-04-08"], [], ["2026-04-03 to 2026-04-07"]],
    ["five days of which one is known", "daily", ["2026-04-02", "2026-04-08"], ["2026-04-05"], []],
    ["14 days from the first row", "biweekly", ["2026-01-07", "2026-01-27", "2026-02-03"], [], []],
    ["a block without a row", "biweekly", ["2026-01-07", "2026-02-04"], [], ["2026-01-21 to 2026-02-03"]],
    ["a block that is known", "biweekly", ["2026-01-07", "2026-02-04"], ["2026-02-03"], []],
  ])("%s", (_, cadence, rows, known, expected) => {
    const gaps = gapsBetween(rows.map(day), cadence, known.map(day));
    expect(gaps.map((gap) => periodLabel(gap, cadence))).toEqual(expected);
  });

  it("never names a period with a row, and names all others between the first and the last", () => {
    const days = fc.uniqueArray(fc.integer({ min: 20_000, max: 20_600 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, fc.constantFrom(...CADENCES), (unsorted, cadence) => {
        const rows = [...unsorted].sort((a, b) => a - b);
        const gaps = gapsBetween(rows, cadence);
        const inGap = (n: number) => gaps.some((gap) => gap.start <= n && n <= gap.end);
        expect(rows.some(inGap)).toBe(false);
        const filled = [...rows, ...gaps.map((gap) => gap.start)].sort((a, b) => a - b);
        expect(gapsBetween(filled, cadence).filter((gap) => cadence !== "daily" || gap.end - gap.start < 4)).toEqual(
          [],
        );
      }),
    );
  });
});
