import { describe, expect, it } from "vitest";
import { complianceOf, currentOf, neverFell } from "../../src/progress/aggregate.ts";
import { mean, median } from "../../src/progress/numbers.ts";
import { day, type Row, seriesOfRows } from "./support.ts";

const plain = seriesOfRows([
  ["2026-07-01", 100],
  ["2026-07-05", 4],
  ["2026-07-10", 1],
  ["2026-07-20", 7],
]);
const rates = seriesOfRows([
  ["2026-07-01", 1, 10],
  ["2026-07-05", 9, 30],
]);
const INSIDE = { from: 1, to: 4 };
const BOTH = { from: 0, to: 2 };

describe("the current value", () => {
  it.each([
    ["last", 7],
    ["running", 7],
    ["sum", 12],
    ["mean", 4],
    ["min", 1],
    ["max", 7],
  ] as const)("of %s is %d", (aggregation, value) => {
    expect(currentOf(plain, INSIDE, aggregation, 1)).toEqual({ value, day: day("2026-07-20") });
  });

  it("of ratio is pooled, never the mean of rates", () => {
    expect(currentOf(rates, BOTH, "ratio", 100)).toEqual({ value: 25, day: day("2026-07-05") });
  });

  it("is unknown without rows, and for a ratio of plain values", () => {
    expect(currentOf(plain, { from: 2, to: 2 }, "sum", 1)).toBeNull();
    expect(currentOf(plain, INSIDE, "ratio", 1)).toBeNull();
    const opposed: readonly Row[] = [
      ["2026-07-01", 1, 10],
      ["2026-07-05", 9, -10],
    ];
    expect(currentOf(seriesOfRows(opposed), BOTH, "ratio", 1)).toBeNull();
  });
});

describe("compliance", () => {
  it.each([
    [null, 4, 2 / 3],
    [1, 7, 1],
    [8, null, 0],
  ])("between %s and %s is %d", (min, max, share) => {
    expect(complianceOf(plain, INSIDE, min, max)).toBe(share);
  });

  it("is unknown without rows", () => {
    expect(complianceOf(plain, { from: 0, to: 0 }, 0, 1)).toBeNull();
  });
});

describe("whether a total ever fell", () => {
  it.each([
    [[3, 0, 5], false, true],
    [[3, -1, 5], false, false],
    [[3, 3, 5], true, true],
    [[3, 2, 5], true, false],
    [[-3, 2, 5], true, false],
    [[], true, true],
  ])("%o, running: %s, never: %s", (values, running, never) => {
    const rows = values.map((value, i): Row => [`2026-07-0${i + 1}`, value]);
    expect(neverFell(seriesOfRows(rows), { from: 0, to: values.length }, running)).toBe(never);
  });
});

describe("middle values", () => {
  it("are those of the sorted list", () => {
    expect(median([10, 9, 1])).toBe(9);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBe(0);
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBe(0);
    expect(mean([1.7e308, 1.7e308])).toBe(1.7e308);
  });
});
