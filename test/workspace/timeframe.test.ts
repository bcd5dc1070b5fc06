import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, parseDay } from "../../src/workspace/day.ts";
import {
  CALENDAR_YEAR,
  calendarPeriod,
  type FiscalYear,
  OPEN_END,
  parsePeriod,
  parseTimeframe,
  periodMeant,
  periodsUntil,
  type RecurringEvery,
  type Timeframe,
  type Window,
  windowAt,
  windowLabel,
} from "../../src/workspace/timeframe.ts";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const show = (window: Window | null) =>
  window === null ? null : `${formatDay(window.start)}..${formatDay(window.end)}`;

function timeframe(input: unknown, fiscal: FiscalYear = CALENDAR_YEAR): Timeframe {
  const parsed = parseTimeframe(input, fiscal);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.timeframe;
}

function fault(input: unknown) {
  const parsed = parseTimeframe(input, CALENDAR_YEAR);
  if (parsed.ok) throw new Error(`${String(input)} was read as ${parsed.timeframe.label}`);
  return parsed;
}

describe("labels", () => {
  it.each([
    [2026, "2026-01-01..2026-12-31"],
    ["2026", "2026-01-01..2026-12-31"],
    ["2026-H1", "2026-01-01..2026-06-30"],
    ["2026-H2", "2026-07-01..2026-12-31"],
    ["2026-Q1", "2026-01-01..2026-03-31"],
    ["2026-Q3", "2026-07-01..2026-09-30"],
    ["2026-Q4", "2026-10-01..2026-12-31"],
    ["2026-02", "2026-02-01..2026-02-28"],
    ["2024-02", "2024-02-01..2024-02-29"],
    ["2026-12", "2026-12-01..2026-12-31"],
    ["2026-W01", "2025-12-29..2026-01-04"],
    ["2026-W31", "2026-07-27..2026-08-02"],
    ["2026-W53", "2026-12-28..2027-01-03"],
    ["FY2026", "2026-01-01..2026-12-31"],
    ["FY2026-Q2", "2026-04-01..2026-06-30"],
  ])("%s", (input, window) => {
    const parsed = timeframe(input);
    expect(show(parsed)).toBe(window);
    expect(parsed.label).toBe(String(input));
    expect(parsed.recurring).toBeNull();
  });
});

describe("fiscal years", () => {
  it.each<[string, number, number, "start" | "end", string]>([
    ["FY2026", 4, 1, "start", "2026-04-01..2027-03-31"],
    ["FY2026", 4, 1, "end", "2025-04-01..2026-03-31"],
    ["FY2026-Q1", 4, 1, "start", "2026-04-01..2026-06-30"],
    ["FY2026-Q4", 4, 1, "start", "2027-01-01..2027-03-31"],
    ["FY2026-Q4", 10, 1, "end", "2026-07-01..2026-09-30"],
    ["FY2026", 1, 1, "end", "2026-01-01..2026-12-31"],
    ["FY2026", 1, 2, "end", "2025-01-02..2026-01-01"],
    ["FY2026", 4, 6, "start", "2026-04-06..2027-04-05"],
    ["FY2026-Q2", 4, 6, "start", "2026-07-06..2026-10-05"],
    ["FY2026", 2, 29, "start", "2026-02-28..2027-02-27"],
    ["FY2027", 2, 29, "start", "2027-02-28..2028-02-28"],
    ["FY2028", 2, 29, "start", "2028-02-29..2029-02-27"],
    ["FY2026-Q1", 8, 31, "start", "2026-08-31..2026-11-29"],
    ["FY2026-Q2", 8, 31, "start", "2026-11-30..2027-02-27"],
    ["FY2026-Q3", 8, 31, "start", "2027-02-28..2027-05-30"],
  ])("%s from %i-%i, named by its %s", (label, month, dayOfMonth, namedBy, window) => {
    expect(show(timeframe(label, { month, day: dayOfMonth, namedBy }))).toBe(window);
  });

  it("follow one another without gap or overlap, quarters inside", () => {
    const fiscal = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      namedBy: fc.constantFrom("start" as const, "end" as const),
    });
    fc.assert(
      fc.property(fiscal, fc.integer({ min: 1900, max: 2900 }), (starts, year) => {
        const whole = timeframe(`FY${year}`, starts);
        const quarters = [1, 2, 3, 4].map((n) => timeframe(`FY${year}-Q${n}`, starts));
        expect(tiles(quarters, whole)).toBe(true);
        expect(timeframe(`FY${year + 1}`, starts).start).toBe(whole.end + 1);
      }),
    );
  });
});

function tiles(periods: readonly Window[], whole: Window): boolean {
  const first = periods[0];
  const last = periods[periods.length - 1];
  const joined = periods.every(
    (period, i) => period.start <= period.end && (i === 0 || period.start === (periods[i - 1]?.end ?? 0) + 1),
  );
  return joined && first?.start === whole.start && last?.end === whole.end;
}

describe("ranges", () => {
  it("count both days", () => {
    const parsed = timeframe({ start: "2026-07-01", end: "2026-09-30" });
    expect([show(parsed), parsed.label]).toEqual(["2026-07-01..2026-09-30", "2026-07-01 to 2026-09-30"]);
    expect(show(timeframe({ start: "2026-11-27", end: "2026-11-27" }))).toBe("2026-11-27..2026-11-27");
  });

  it("are read from maps without a prototype, other keys aside", () => {
    const input = Object.assign(Object.create(null), { start: "2016-04-01", end: "2017-03-31", "x-note": 1 });
    expect(show(timeframe(input))).toBe("2016-04-01..2017-03-31");
  });
});

describe("recurring timeframes", () => {
  it("keep their start, and their end where they have one", () => {
    const open = timeframe({ every: "monthly", start: "2026-01-01" });
    expect([open.start, open.end, open.label]).toEqual([day("2026-01-01"), OPEN_END, "every month from 2026-01-01"]);
    expect(open.recurring).toEqual({ every: "monthly", start: day("2026-01-01"), end: null });
    const closed = timeframe({ every: "weekly", start: "2026-06-01", end: "2026-07-03" });
    expect([closed.end, closed.label]).toEqual([day("2026-07-03"), "every week from 2026-06-01 to 2026-07-03"]);
  });

  it.each<[RecurringEvery, string, string | undefined, string, string]>([
    ["monthly", "2026-01-01", undefined, "2026-03-15", "2026-03-01..2026-03-31"],
    ["monthly", "2026-01-15", undefined, "2026-01-20", "2026-01-15..2026-01-31"],
    ["monthly", "2026-01-15", undefined, "2025-06-01", "2026-01-15..2026-01-31"],
    ["monthly", "2026-01-15", "2026-03-10", "2026-03-10", "2026-03-01..2026-03-10"],
    ["monthly", "2026-01-15", "2026-03-10", "2027-01-01", "2026-03-01..2026-03-10"],
    ["quarterly", "2026-05-16", undefined, "2026-06-30", "2026-05-16..2026-06-30"],
    ["quarterly", "2026-05-16", undefined, "2026-07-01", "2026-07-01..2026-09-30"],
    ["weekly", "2026-06-01", "2026-07-03", "2026-07-05", "2026-06-29..2026-07-03"],
    ["weekly", "2026-06-03", undefined, "2026-06-01", "2026-06-03..2026-06-07"],
    ["yearly", "2024-07-01", undefined, "2026-02-01", "2026-01-01..2026-12-31"],
    ["yearly", "2026-03-01", "2026-04-30", "2026-04-01", "2026-03-01..2026-04-30"],
  ])("%s from %s to %s on %s", (every, start, end, asOf, window) => {
    expect(show(windowAt(timeframe({ every, start, end }), day(asOf)))).toBe(window);
  });

  it("list their periods up to a day", () => {
    const weekly = timeframe({ every: "weekly", start: "2026-06-03", end: "2026-06-24" });
    expect(periodsUntil(weekly, day("2026-06-16")).map(show)).toEqual([
      "2026-06-03..2026-06-07",
      "2026-06-08..2026-06-14",
      "2026-06-15..2026-06-21",
    ]);
    expect(periodsUntil(weekly, day("2030-01-01")).map(show).at(-1)).toBe("2026-06-22..2026-06-24");
    expect(periodsUntil(weekly, day("2020-01-01")).map(show)).toEqual(["2026-06-03..2026-06-07"]);
  });

  const recurrence = fc.record({
    every: fc.constantFrom<RecurringEvery>("weekly", "monthly", "quarterly", "yearly"),
    start: fc.integer({ min: 18_000, max: 21_000 }),
    length: fc.option(fc.integer({ min: 0, max: 1500 })),
    asOf: fc.integer({ min: 17_500, max: 22_500 }),
  });

  it("hold the day that is asked for, and their periods tile the time until then", () => {
    fc.assert(
      fc.property(recurrence, ({ every, start, length, asOf }) => {
        const end = length === null ? undefined : formatDay(start + length);
        const recurring = timeframe({ every, start: formatDay(start), end });
        const window = windowAt(recurring, asOf);
        const held = Math.max(start, Math.min(asOf, recurring.end));
        expect(window.start <= held && held <= window.end).toBe(true);
        const periods = periodsUntil(recurring, asOf);
        expect(tiles(periods, { start, end: window.end })).toBe(true);
        expect(periods.at(-1)).toEqual(window);
        for (const period of periods)
          expect(calendarPeriod(period.start, every)).toEqual(calendarPeriod(period.end, every));
      }),
    );
  });
});

it("has one window where it does not recur, whatever the day", () => {
  const fixed = timeframe("2026-Q3");
  for (const asOf of ["2020-01-01", "2026-08-01", "2030-01-01"]) {
    expect(show(windowAt(fixed, day(asOf)))).toBe("2026-07-01..2026-09-30");
    expect(periodsUntil(fixed, day(asOf)).map(show)).toEqual(["2026-07-01..2026-09-30"]);
  }
});

describe("faults", () => {
  it.each<[unknown, string, string | undefined]>([
    ["2026-13", "impossible-date", undefined],
    ["2026-00", "impossible-date", undefined],
    ["2025-W53", "impossible-date", undefined],
    ["2026-W00", "impossible-date", undefined],
    ["2026-Q5", "impossible-date", undefined],
    ["2026-H0", "impossible-date", undefined],
    ["FY2026-Q0", "impossible-date", undefined],
    ["", "unreadable", undefined],
    ["ongoing", "unreadable", undefined],
    ["Q3", "unreadable", undefined],
    ["2026-07-01", "unreadable", undefined],
    [26, "unreadable", undefined],
    [2026.5, "unreadable", undefined],
    [Number.NaN, "unreadable", undefined],
    [null, "unreadable", undefined],
    [true, "unreadable", undefined],
    [["2026"], "unreadable", undefined],
    [{}, "unreadable", undefined],
    [{ start: "2026-07-01" }, "unreadable", undefined],
    [{ end: "2026-07-01" }, "unreadable", undefined],
    [{ start: "2026-07-01", end: 2026 }, "unreadable", "end"],
    [{ start: "soon", end: "2026-07-01" }, "unreadable", "start"],
    [{ start: "2026-02-30", end: "2026-07-01" }, "impossible-date", "start"],
    [{ start: "2026-02-01", end: "2026-06-31" }, "impossible-date", "end"],
    [{ start: "2026-07-01", end: "2026-06-30" }, "bad-range", "end"],
    [{ every: "monthly" }, "unreadable", undefined],
    [{ every: "daily", start: "2026-01-01" }, "unreadable", "every"],
    [{ every: 1, start: "2026-01-01" }, "unreadable", "every"],
    [{ every: "monthly", start: "2026-01-01", end: "2025-12-31" }, "bad-range", "end"],
    [{ every: "monthly", start: "2026-01-01", end: "never" }, "unreadable", "end"],
  ])("%j is %s", (input, reason, at) => {
    const found = fault(input);
    expect(found.reason).toBe(reason);
    expect(found.at?.[0]).toBe(at);
    expect(found.message).toMatch(/^["\w].*\.$/);
  });

  it.each<[unknown, string]>([
    ["2026-q3", "2026-Q3"],
    ["Q3 2026", "2026-Q3"],
    ["2026Q3", "2026-Q3"],
    ["H2/2026", "2026-H2"],
    ["2026-W5", "2026-W05"],
    ["2026-7", "2026-07"],
    ["2026/07", "2026-07"],
    ["07/2026", "2026-07"],
    ["July 2026", "2026-07"],
    ["Sep. 2026", "2026-09"],
    ["FY26", "FY2026"],
    ["fy 2026 q2", "FY2026-Q2"],
    ["Q2 FY2026", "FY2026-Q2"],
    [" 2026 ", "2026"],
    [{ start: "1.7.2026", end: "2026-09-30" }, "2026-07-01"],
    [{ start: "2026-07", end: "2026-09-30" }, "2026-07-01"],
    [{ start: "2026-07-01", end: "2026-Q3" }, "2026-09-30"],
    [{ start: "2026-07-01T00:00:00Z", end: "2026" }, "2026-07-01"],
  ])("%j: write %s", (input, replacement) => {
    const { suggestion } = fault(input);
    expect(suggestion).toEqual({ title: `Write ${replacement}`, replace: replacement });
  });

  it("say what to write for a standing target and for a label without a year", () => {
    expect(fault("rolling").suggestion?.title).toContain("{ every: monthly");
    expect(fault("q3").suggestion?.title).toContain("2026-Q3");
    expect(fault("2025-W53").message).toBe('"2025-W53" names no period: 2025 has no week 53; write W01 to W52.');
  });

  it("never throws, and reads only windows of at least a day", () => {
    const texts = fc.string({
      unit: fc.constantFrom("2", "0", "26", "FY", "Q", "W", "H", "-", " ", "7", "every"),
      maxLength: 8,
    });
    const input = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      texts,
      fc.record(
        { start: fc.oneof(texts, fc.anything()), end: fc.anything(), every: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(input, (written) => {
        const parsed = parseTimeframe(written, CALENDAR_YEAR);
        expect(parsed.ok ? parsed.timeframe.start <= parsed.timeframe.end : parsed.message.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("parsePeriod", () => {
  it.each([
    ["2026-07-31", "2026-07-31..2026-07-31"],
    ["2026-07", "2026-07-01..2026-07-31"],
    ["2026-W31", "2026-07-27..2026-08-02"],
    ["2026-Q3", "2026-07-01..2026-09-30"],
    ["2026", "2026-01-01..2026-12-31"],
  ])("%s", (text, window) => {
    expect(show(parsePeriod(text))).toBe(window);
  });

  it.each([
    "",
    "2026-H1",
    "FY2026",
    "FY2026-Q1",
    "2026-13",
    "2025-W53",
    "2026-Q5",
    "2026-02-30",
    "2026-7",
    "26",
    "date",
    "2026-07-1",
  ])("rejects %j", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it.each([
    ["31.12.2026", "2026-12-31"],
    ["2026/1/5", "2026-01-05"],
    ["12/31/2026", "2026-12-31"],
    ["31/12/2026", "2026-12-31"],
    ["2026-01-05 00:00:00", "2026-01-05"],
    ["Jan 2026", "2026-01"],
    ["Q1 2026", "2026-Q1"],
    ["2026-w3", "2026-W03"],
    ["03/04/2026", null],
    ["H1 2026", null],
    ["FY26", null],
    ["30.02.2026", null],
    ["yesterday", null],
  ])("%s was probably meant as %s", (text, meant) => {
    expect(periodMeant(text)).toBe(meant);
  });
});

describe("windowLabel", () => {
  it.each(["2026", "2026-Q1", "2026-Q4", "2026-02", "2026-12", "2026-W01", "2026-W53", "2026-07-31"])(
    "finds %s again",
    (label) => {
      const window = parsePeriod(label);
      expect(window === null ? null : windowLabel(window)).toBe(label);
    },
  );

  it("names both days of other windows", () => {
    expect(windowLabel({ start: dayOf(2026, 1, 15), end: dayOf(2026, 1, 31) })).toBe("2026-01-15 to 2026-01-31");
    expect(windowLabel({ start: dayOf(2026, 2, 1), end: dayOf(2026, 4, 30) })).toBe("2026-02-01 to 2026-04-30");
  });
});
