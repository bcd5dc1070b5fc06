import { describe, expect, it } from "vitest";
import type { KpiDefinition } from "../../src/definition/file.ts";
import { type Plan, pathExists, pathOf, planAt, usableCheckpoints } from "../../src/progress/plan.ts";
import { validityOf } from "../../src/progress/resolve.ts";
import type { Aggregation } from "../../src/progress/terms.ts";
import { day, only, type Row, seriesOfRows, termsOf } from "./support.ts";

const points = (...list: readonly (readonly [string, number])[]) =>
  list.map(([date, value]) => ({ day: day(date), value }));

function plan(path: Plan["path"], checkpoints: Plan["checkpoints"] = []): Plan {
  return { path, first: day("2026-06-30"), end: day("2026-07-10"), origin: 100, target: 200, checkpoints };
}

describe("the default path", () => {
  it.each([
    ["last", 75, undefined, "linear"],
    ["sum", 75, undefined, "linear"],
    ["running", 75, undefined, "linear"],
    ["mean", 75, undefined, "flat"],
    ["ratio", 75, undefined, "flat"],
    ["min", 75, undefined, "flat"],
    ["max", 75, undefined, "flat"],
    ["last", true, undefined, "step"],
    ["mean", 75, [{ date: "2026-08-01", value: 40 }], "linear"],
    ["last", true, [{ date: "2026-08-01", value: 1 }], "step"],
  ] as const)("of %s with target %s and checkpoints %s is %s", (aggregation, target, checkpoints, path) => {
    const kpi: Partial<KpiDefinition> = {
      target,
      checkpoints: checkpoints === undefined ? undefined : [...checkpoints],
    };
    expect(pathOf(termsOf({ aggregation }, kpi), aggregation)).toBe(path);
  });

  it("gives way to a stated one", () => {
    expect(pathOf(termsOf({ aggregation: "last" }, { target: 75, path: "flat" }), "last")).toBe("flat");
  });
});

describe("a plan on a day", () => {
  const checkpoints = points(["2026-07-02", 110], ["2026-07-06", 150]);

  it.each([
    ["linear, on its first day", plan("linear"), "2026-06-30", 100],
    ["linear, before it", plan("linear"), "2026-06-01", 100],
    ["linear, half-way", plan("linear"), "2026-07-05", 150],
    ["linear, at the end", plan("linear"), "2026-07-10", 200],
    ["linear, on a checkpoint", plan("linear", checkpoints), "2026-07-02", 110],
    ["linear, between checkpoints", plan("linear", checkpoints), "2026-07-04", 130],
    ["linear, after the last checkpoint", plan("linear", checkpoints), "2026-07-08", 175],
    ["step, before its end", plan("step"), "2026-07-09", 100],
    ["step, at its end", plan("step"), "2026-07-10", 200],
    ["step, on a checkpoint", plan("step", checkpoints), "2026-07-02", 110],
    ["step, after one", plan("step", checkpoints), "2026-07-05", 110],
    ["flat, even before it begins", plan("flat"), "2026-06-01", 200],
    ["compound, half-way", plan("compound"), "2026-07-05", 100 * Math.SQRT2],
    ["compound, at the end", plan("compound"), "2026-07-10", 200],
  ] as const)("%s", (_, given, date, value) => {
    expect(planAt(given, day(date))).toBeCloseTo(value, 9);
  });

  it("is unknown without an origin, flat aside", () => {
    const { first, end, target } = plan("linear");
    expect(planAt({ path: "linear", first, end, target, origin: null, checkpoints: [] }, first)).toBeNull();
    expect(planAt({ path: "flat", first, end, target, origin: null, checkpoints: [] }, first)).toBe(target);
  });
});

describe("a compound path", () => {
  it.each([
    [100, 25, true],
    [-100, -25, true],
    [-100, 25, false],
    [0, 25, false],
    [25, 0, false],
    [null, 25, true],
  ])("from %s to %s: %s", (origin, target, exists) => {
    expect(pathExists("compound", origin, target)).toBe(exists);
    expect(pathExists("linear", origin, target)).toBe(true);
  });

  it.each(["sum", "running"] as const)("is impossible on %s", (aggregation) => {
    const terms = termsOf({ aggregation }, { target: 200, path: "compound", timeframe: "2026" });
    expect(validityOf(terms, only(null), day("2026-06-30")).reason).toBe("path-impossible");
  });
});

describe("checkpoints", () => {
  const first = day("2026-06-30");
  const end = day("2026-07-10");

  it("count strictly between the first point and the end, in order, one a day", () => {
    const given = points(["2026-07-06", 3], ["2026-06-30", 1], ["2026-07-02", 2], ["2026-07-06", 9], ["2026-07-10", 4]);
    expect(usableCheckpoints(given, "linear", first, end)).toEqual(points(["2026-07-02", 2], ["2026-07-06", 3]));
  });

  it.each(["flat", "compound"] as const)("do not count on a %s path", (path) => {
    expect(usableCheckpoints(points(["2026-07-02", 2]), path, first, end)).toEqual([]);
  });
});

describe("the day a plan starts", () => {
  const rows: readonly Row[] = [
    ["2026-03-31", 64],
    ["2026-06-30", 68],
  ];

  it.each([
    ["the day before the window", "last", { baseline: 62 }, rows, "2025-12-31"],
    [
      "that of a stated baseline inside it",
      "last",
      { baseline: { value: 62, date: "2026-02-01" } },
      rows,
      "2026-02-01",
    ],
    [
      "that of one on the window's first day",
      "mean",
      { baseline: { value: 62, date: "2026-01-01" } },
      rows,
      "2026-01-01",
    ],
    ["that of one on its last day", "last", { baseline: { value: 62, date: "2026-12-31" } }, rows, "2026-12-31"],
    ["not that of an older one", "last", { baseline: { value: 62, date: "2025-11-30" } }, rows, "2025-12-31"],
    ["not that of one after the window", "last", { baseline: { value: 62, date: "2027-01-01" } }, rows, "2025-12-31"],
    ["not that of a total's baseline", "sum", { baseline: { value: 62, date: "2026-02-01" } }, rows, "2025-12-31"],
    ["that of the first row, where nothing is older", "last", {}, rows, "2026-03-31"],
    ["not that of a found older row", "last", {}, [["2025-12-15", 60], ...rows] as readonly Row[], "2025-12-31"],
  ] satisfies readonly (readonly [string, Aggregation, Partial<KpiDefinition>, readonly Row[], string])[])(
    "is %s",
    (_, aggregation, kpi, given, start) => {
      const terms = termsOf({ aggregation }, { ...kpi, target: 75, timeframe: "2026" });
      const { plan: made } = validityOf(terms, only(seriesOfRows(given)), day("2026-07-15"));
      expect(made?.first).toBe(day(start));
    },
  );
});
