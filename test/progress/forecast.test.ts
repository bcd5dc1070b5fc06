import { describe, expect, it } from "vitest";
import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { forecastLevel, forecastTotal, outlookOf } from "../../src/progress/forecast.ts";
import type { ResolvedTarget } from "../../src/progress/target.ts";
import { theilSen } from "../../src/progress/trend.ts";
import { day, evaluate, type Row } from "./support.ts";

const months = (values: readonly number[]): Row[] =>
  values.map((value, i) => [`2026-${String(i + 1).padStart(2, "0")}-20`, value]);

function forecast(
  rows: readonly Row[],
  asOf: string,
  metric: Partial<MetricDefinition> = {},
  kpi: Partial<KpiDefinition> = {},
) {
  return evaluate({ metric, kpi: { target: 100, timeframe: "2026", ...kpi }, rows, as_of: asOf }).forecast;
}

const NONE = { value: null, low: null, high: null, outlook: "insufficient-data", rows: null };

describe("whether there is a forecast", () => {
  const four = months([10, 12, 14, 16]);

  it.each([
    ["four rows of a level", forecast(four, "2026-05-01"), { rows: 4 }],
    ["three are too few", forecast(four.slice(0, 3), "2026-05-01"), NONE],
    ["history counts for a level", forecast([["2025-11-30", 8], ...four.slice(0, 3)], "2026-05-01"), { rows: 4 }],
    ["even before the window", forecast(four, "2026-05-01", {}, { timeframe: "2027" }), { rows: 4 }],
    ["three rows of a total", forecast(four.slice(0, 3), "2026-05-01", { aggregation: "sum" }), { rows: 3 }],
    [
      "history does not count for a total",
      forecast([["2025-11-30", 8], ...four.slice(0, 2)], "2026-05-01", { aggregation: "sum" }),
      NONE,
    ],
    ["no rows", forecast([], "2026-05-01"), NONE],
    [
      "only the last twelve count",
      forecast([["2025-11-20", 1], ["2025-12-20", 2], ...months([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])], "2026-11-30"),
      { rows: 12 },
    ],
  ])("%s", (_, made, wanted) => {
    expect(made).toMatchObject(wanted);
  });

  it.each(["mean", "ratio", "min", "max"] as const)("none for %s", (aggregation) => {
    const rows = aggregation === "ratio" ? four.map((row): Row => [row[0], row[1], 100]) : four;
    expect(forecast(rows, "2026-05-01", { aggregation })).toBeNull();
  });

  it("none once the last day has its value, nor for what is invalid or decided", () => {
    expect(forecast([...four, ["2026-12-31", 18]], "2026-12-31")).toBeNull();
    expect(forecast([...four, ["2026-12-30", 18]], "2026-12-31")).not.toBeNull();
    expect(forecast(four, "2026-05-01", {}, { baseline: 200 })).toBeNull();
    expect(forecast(four, "2027-06-01")).toBeNull();
    expect(forecast(four, "2027-01-05")).not.toBeNull();
  });
});

describe("a level", () => {
  it("is kept inside the bounds of its metric", () => {
    const rows = months([90, 93, 96, 99]);
    const made = forecast(rows, "2026-05-01", { bounds: { min: 0, max: 100 } });
    expect(made).toMatchObject({ value: 100, high: 100, outlook: "likely" });
  });

  it("widens with the distance", () => {
    const days = [0, 7, 14, 21, 28];
    const values = [10, 12, 11, 13, 12];
    const widths = [35, 70, 140].map((end) => {
      const { low, high } = forecastLevel(days, values, end);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(0);
  });
});

describe("a total", () => {
  it("adds one mean for every usual gap that is left", () => {
    expect(forecastTotal(120, [40, 40, 40], 7, 14)).toEqual({ value: 200, low: 200, high: 200 });
  });

  it("that is running counts on what was added between its rows", () => {
    const made = forecast(months([10, 30, 50, 70]), "2026-05-01", { aggregation: "running" });
    const left = day("2026-12-31") - day("2026-04-20");
    expect(made?.value).toBeCloseTo(70 + (20 * left) / 31, 9);
    expect(made?.low).toBe(made?.high);
  });
});

describe("the outlook", () => {
  const reach: ResolvedTarget = { kind: "reach", value: 100, min: null, max: null };
  const keep: ResolvedTarget = { kind: "keep", value: null, min: 60, max: 70 };
  const budget: ResolvedTarget = { kind: "budget", value: 100, min: null, max: null };

  it.each([
    [100, 120, reach, "higher", "likely"],
    [99, 100, reach, "higher", "uncertain"],
    [80, 99, reach, "higher", "unlikely"],
    [80, 100, reach, "lower", "likely"],
    [100, 120, reach, "lower", "uncertain"],
    [101, 120, reach, "lower", "unlikely"],
    [60, 70, keep, "higher", "likely"],
    [50, 65, keep, "higher", "uncertain"],
    [50, 80, keep, "higher", "uncertain"],
    [71, 80, keep, "higher", "unlikely"],
    [50, 59, keep, "higher", "unlikely"],
    [80, 100, budget, "higher", "likely"],
    [80, 101, budget, "higher", "uncertain"],
    [101, 110, budget, "higher", "unlikely"],
  ] as const)("of %d to %d for %o, %s is better: %s", (low, high, target, better, outlook) => {
    expect(outlookOf({ value: (low + high) / 2, low, high }, target, better)).toBe(outlook);
  });
});

describe("a trend", () => {
  it.each([
    ["rising only", [1, 2, 4, 8], 1],
    ["falling only", [8, 4, 2, 1], 1],
    ["all the same", [5, 5, 5, 5], 0],
    ["up and down", [1, 2, 1, 2], 1 / 9],
  ])("%s", (_, values, tau2) => {
    expect(theilSen([0, 1, 2, 3], values).tau2).toBeCloseTo(tau2, 12);
  });
});
