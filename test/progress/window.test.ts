import { describe, expect, it } from "vitest";
import { countUntil, elapsedAt, phaseAt, rowsIn } from "../../src/progress/window.ts";
import { day } from "./support.ts";

const JULY = { start: day("2026-07-01"), end: day("2026-07-31") };

describe("rows of a window", () => {
  const days = ["2026-06-30", "2026-07-01", "2026-07-15", "2026-07-31", "2026-08-01"].map(day);

  it.each([
    ["2026-06-30", { from: 1, to: 1 }],
    ["2026-07-01", { from: 1, to: 2 }],
    ["2026-07-30", { from: 1, to: 3 }],
    ["2026-07-31", { from: 1, to: 4 }],
    ["2026-12-31", { from: 1, to: 4 }],
    ["2025-01-01", { from: 1, to: 1 }],
  ])("as of %s", (asOf, rows) => {
    expect(rowsIn(days, JULY, day(asOf))).toEqual(rows);
  });

  it("counts rows up to and on a day", () => {
    expect(countUntil(days, day("2026-06-29"))).toBe(0);
    expect(countUntil(days, day("2026-07-15"))).toBe(3);
    expect(countUntil([], day("2026-07-15"))).toBe(0);
  });
});

describe("elapsed", () => {
  it.each([
    ["2026-06-01", "before", 0],
    ["2026-06-30", "before", 0],
    ["2026-07-01", "open", 1 / 31],
    ["2026-07-31", "open", 1],
    ["2026-08-01", "closed", 1],
  ])("%s: %s, %d", (date, phase, share) => {
    expect(phaseAt(JULY, day(date))).toBe(phase);
    expect(elapsedAt(JULY, day(date))).toBeCloseTo(share, 12);
  });
});
