import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/workspace/day.ts";
import { type RowOptions, type Series, type SeriesResult, seriesFromValues } from "../../src/workspace/series.ts";

const OPTIONS: RowOptions = { scale: 1, bounds: null };
const PERCENT: RowOptions = { scale: 100, bounds: { min: 0, max: 100 } };

/** Dates and values side by side. */
const rows = (series: Series) => series.days.map((day, i) => [formatDay(day), series.values[i]]);
const ids = (result: SeriesResult) => result.problems.map((problem) => `${problem.ruleId} ${problem.messageId}`);

describe("inline values", () => {
  it("are sorted by day and keep the keys they are written with", () => {
    const { series, problems } = seriesFromValues({ "2025-12-31": 62, "2026-03": 64, "2026-Q2": 68 }, OPTIONS);
    expect(problems).toEqual([]);
    expect(rows(series)).toEqual([
      ["2025-12-31", 62],
      ["2026-03-31", 64],
      ["2026-06-30", 68],
    ]);
    expect(series.places).toEqual(["2025-12-31", "2026-03", "2026-Q2"]);
    expect(series.starts?.map(formatDay)).toEqual(["2025-12-31", "2026-03-01", "2026-04-01"]);
    expect([series.numerators, series.notes, series.knownGaps, series.unsorted]).toEqual([null, null, [], null]);
  });

  it("have no first days where every row is a date", () => {
    expect(seriesFromValues({ "2026-01-01": 1 }, OPTIONS).series.starts).toBeNull();
  });

  it("may be ratios, with a note", () => {
    const values = {
      "2026-01-31": { numerator: 7, denominator: 100 },
      "2026-02-28": { numerator: 1, denominator: 3, note: "new counter" },
    };
    const { series, problems } = seriesFromValues(values, PERCENT);
    expect(problems).toEqual([]);
    expect(series.values).toEqual([7, 100 / 3]);
    expect([series.numerators, series.denominators]).toEqual([
      [7, 1],
      [100, 3],
    ]);
    expect(series.notes?.get(series.days[1] ?? 0)).toBe("new counter");
  });

  it("may say that a value is missing, or carry a note", () => {
    const values = {
      "2026-01-31": { value: null, note: "system down" },
      "2026-02-28": { value: 5, note: "restarted" },
    };
    const { series, problems } = seriesFromValues(values, OPTIONS);
    expect(problems).toEqual([]);
    expect(rows(series)).toEqual([["2026-02-28", 5]]);
    expect(series.knownGaps.map(formatDay)).toEqual(["2026-01-31"]);
    expect([...(series.notes ?? [])].map(([day, note]) => [formatDay(day), note])).toEqual([
      ["2026-01-31", "system down"],
      ["2026-02-28", "restarted"],
    ]);
  });

  it("may leave a ratio out that is known to be missing", () => {
    const values = { "2026-01": { value: null, note: "strike" }, "2026-02": { numerator: 1, denominator: 2 } };
    const { series, problems } = seriesFromValues(values, PERCENT);
    expect([problems, series.values, series.knownGaps.map(formatDay)]).toEqual([[], [50], ["2026-01-31"]]);
  });

  it.each<[string, unknown, string, string | null, string | undefined]>([
    ["a text", "12", "not-a-number", "value", "12"],
    ["thousands", "1,200", "not-a-number", "value", "1200"],
    ["a percentage", "12%", "not-a-number", "value", "12"],
    ["words", "n/a", "not-a-number", "value", undefined],
    ["true", true, "not-a-number", "value", "1"],
    ["nothing", null, "empty-value", "value", undefined],
    ["infinity", Number.POSITIVE_INFINITY, "not-finite", "value", undefined],
    ["a list", [1], "not-a-number", "value", undefined],
    ["an empty map", {}, "empty-value", "value", undefined],
    ["null without a note", { value: null }, "empty-value", "value", undefined],
    ["null with a blank note", { value: null, note: " " }, "empty-value", "value", undefined],
    ["a text in a map", { value: "1,200" }, "not-a-number", "value", undefined],
    ["a note that is no text", { value: 1, note: 2026 }, "bad-note", "note", undefined],
    ["no denominator", { numerator: 1 }, "empty-value", "denominator", undefined],
    ["no numerator", { numerator: null, denominator: 1 }, "empty-value", "numerator", undefined],
    ["a text as numerator", { numerator: "1 200", denominator: 3 }, "not-a-number", "numerator", "1200"],
    ["value and ratio", { value: 1, numerator: 1, denominator: 3 }, "mixed-rows", "value", undefined],
  ])("%s is a bad row", (_, content, messageId, column, replace) => {
    const { series, problems } = seriesFromValues({ "2026-01-31": content, "2026-02-28": content }, OPTIONS);
    expect(series.days).toEqual([]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ ruleId: "data/bad-row", messageId, column, place: "2026-01-31" });
    expect(problems[0]?.discriminator).toBe(`2026-01-31 ${column}`);
    expect(problems[0]?.suggestion?.replace).toBe(replace);
  });

  it("cannot mix plain values with ratios", () => {
    const result = seriesFromValues(
      { "2026-01": 5, "2026-02": { numerator: 1, denominator: 2 }, "2026-03": { value: 3 } },
      PERCENT,
    );
    expect(ids(result)).toEqual(["data/bad-row mixed-rows", "data/bad-row mixed-rows"]);
    expect(rows(result.series)).toEqual([["2026-02-28", 50]]);
  });

  it("report a bad date and a bad value of one row both", () => {
    const { problems } = seriesFromValues({ "31.1.2026": "x" }, OPTIONS);
    expect(problems.map((problem) => [problem.column, problem.discriminator])).toEqual([
      ["date", "31.1.2026 date"],
      ["value", "31.1.2026 value"],
    ]);
    expect(problems[0]?.suggestion?.replace).toBe("2026-01-31");
  });

  it("take a date once: the first row that can be read stays", () => {
    const result = seriesFromValues({ "2026-03-31": "x", "2026-03": 1, "2026-Q1": 2, "2026-W14": 3 }, OPTIONS);
    expect(ids(result)).toEqual(["data/bad-row not-a-number", "data/duplicate-date duplicate"]);
    expect(result.problems[1]).toMatchObject({
      place: "2026-Q1",
      related: "2026-03",
      discriminator: "2026-03-31 date",
    });
    expect(rows(result.series)).toEqual([
      ["2026-03-31", 1],
      ["2026-04-05", 3],
    ]);
  });

  it("count a known gap as the row of its date", () => {
    const result = seriesFromValues({ "2026-03-31": { value: null, note: "lost" }, "2026-Q1": 2 }, OPTIONS);
    expect(ids(result)).toEqual(["data/duplicate-date duplicate"]);
    expect([result.series.days, result.series.knownGaps.map(formatDay)]).toEqual([[], ["2026-03-31"]]);
  });

  it("say where dates stop rising, once", () => {
    const result = seriesFromValues({ "2026-03-31": 1, "2026-01-31": 2, "2026-02-28": 3, "2026-01-15": 4 }, OPTIONS);
    expect(ids(result)).toEqual(["data/unsorted unsorted"]);
    expect([result.series.unsorted, result.problems[0]?.place]).toEqual(["2026-01-31", "2026-01-31"]);
    expect(result.series.values).toEqual([4, 2, 3, 1]);
    expect(result.series.places).toEqual(["2026-01-15", "2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("say nothing of the order where years move to the front", () => {
    const values: Record<string, number> = {};
    for (const key of ["2024-06", "2025", "2023"]) values[key] = 1;
    const { series, problems } = seriesFromValues(values, OPTIONS);
    expect([problems, series.unsorted, series.days.map(formatDay)]).toEqual([
      [],
      null,
      ["2023-12-31", "2024-06-30", "2025-12-31"],
    ]);
  });

  it("stay within bounds, or are reported and counted", () => {
    const values = { "2026-01-31": -1, "2026-02-28": 100.0000000001, "2026-03-31": 101, "2026-04-30": 0 };
    const result = seriesFromValues(values, PERCENT);
    expect(ids(result)).toEqual(["data/out-of-bounds below", "data/out-of-bounds above"]);
    expect(result.problems[1]?.message).toBe(
      "101 on 2026-03-31 is above the metric's upper bound of 100; correct the row or the bounds.",
    );
    expect(result.series.values).toEqual([-1, 100.0000000001, 101, 0]);
  });

  it("leave out a ratio with denominator 0, and one beyond all numbers", () => {
    const values = {
      "2026-01": { numerator: 1, denominator: 0 },
      "2026-02": { numerator: 1e308, denominator: 1e-10 },
      "2026-03": { numerator: 1e308, denominator: 1e308 },
      "2026-04": { numerator: 0, denominator: -5 },
    };
    const result = seriesFromValues(values, { scale: 100, bounds: null });
    expect(ids(result)).toEqual(["data/zero-denominator zero", "data/bad-row not-finite"]);
    expect(result.problems[0]).toMatchObject({
      place: "2026-01",
      column: "denominator",
      discriminator: "2026-01-31 denominator",
    });
    expect(result.series.values).toEqual([100, 0]);
  });

  it("never throw", () => {
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom("2026-01-31", "2026-01", "2025", "2026-Q1", "__proto__", "constructor"),
    );
    const content = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.record(
        { numerator: fc.anything(), denominator: fc.anything(), value: fc.anything(), note: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, content)), (entries) => {
        const values = Object.create(null);
        for (const [name, value] of entries) values[name] = value;
        expectSound(seriesFromValues(values, PERCENT).series);
      }),
    );
  });
});

/** Days rise, arrays run side by side, every number is finite. */
function expectSound(series: Series): void {
  const length = series.days.length;
  for (const list of [series.values, series.places, series.starts, series.numerators, series.denominators]) {
    if (list !== null) expect(list).toHaveLength(length);
  }
  for (let i = 1; i < length; i++) expect(series.days[i]).toBeGreaterThan(series.days[i - 1] ?? 0);
  expect(series.values.every(Number.isFinite)).toBe(true);
}

it("reads the forms of rows that progress is worked out with", () => {
  const values = { "2026-07-05": 30, "2026-07-12": 45.5, "2026-07-18": -4 };
  expect(rows(seriesFromValues(values, OPTIONS).series)).toEqual(Object.entries(values));
  expect(parseDay("2026-07-18")).toBe(seriesFromValues(values, OPTIONS).series.days[2]);
});

it("reads plain numbers like rows that need a closer look", () => {
  const key = fc.oneof(
    fc.integer({ min: 20_400, max: 20_430 }).map(formatDay),
    fc.constantFrom("2025", "2025-12", "2026-01", "2025-Q4", "2026-W02", "2026-W03", "2026-H1", "2026-02-30"),
  );
  const row = fc.tuple(key, fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(-0, 0.5, 10.000_000_001)));
  const bounds = fc.constantFrom(null, { min: 0 }, { max: 10 }, { min: 0, max: 10 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.boolean(), bounds, (entries, sorted, within) => {
      const written = sorted ? entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) : entries;
      const options = { scale: 1, bounds: within };
      const closer = Object.fromEntries(written.map(([date, value]) => [date, { value }]));
      expect(seriesFromValues(Object.fromEntries(written), options)).toEqual(seriesFromValues(closer, options));
    }),
  );
});
