import { describe, expect, it } from "vitest";
import { type Baseline, NO_BASELINE } from "../../src/progress/baseline.ts";
import { resolveTarget } from "../../src/progress/target.ts";
import type { MetricTerms } from "../../src/progress/terms.ts";
import { parseTarget } from "../../src/workspace/target.ts";
import { day } from "./support.ts";

type On = Pick<MetricTerms, "aggregation" | "better">;

const LEVEL: On = { aggregation: "last", better: "higher" };
const LOW: On = { aggregation: "last", better: "lower" };
const MEAN: On = { aggregation: "mean", better: "higher" };
const TOTAL: On = { aggregation: "sum", better: "higher" };
const YEAR_TO_DATE: On = { aggregation: "running", better: "higher" };
const LOW_TOTAL: On = { aggregation: "sum", better: "lower" };

const stated = (value: number): Baseline => ({ value, day: null, source: "stated" });
const found = (value: number): Baseline => ({ value, day: day("2025-12-31"), source: "before-window" });

function resolve(target: unknown, metric: On, baseline: Baseline) {
  const parsed = parseTarget(target);
  if (parsed === null) throw new Error("no target");
  return resolveTarget(parsed, metric, baseline);
}

describe("targets that resolve", () => {
  it.each([
    ["a number", 75, LEVEL, stated(62), "reach", 75],
    ["a rise in percent", "+25%", LEVEL, stated(48_200), "reach", 60_250],
    ["a rise from a negative value", "+25%", LEVEL, found(-100), "reach", -75],
    ["a fall in percent", "-50%", LOW, stated(4), "reach", 2],
    ["a change by a number", { by: -5 }, LOW, found(12), "reach", 7],
    ["done", true, LEVEL, stated(0), "reach", 1],
    ["at least, on a total", { min: 100 }, TOTAL, stated(200), "reach", 100],
    ["at least, on a running total", { min: 100 }, YEAR_TO_DATE, NO_BASELINE, "reach", 100],
    ["at most, on a total", { max: 100 }, TOTAL, NO_BASELINE, "budget", 100],
    ["a number on a total that should be low", 300, LOW_TOTAL, NO_BASELINE, "budget", 300],
    ["a larger budget than last year's", 500, LOW_TOTAL, stated(400), "budget", 500],
    ["a fall on a total that should be low", "-25%", LOW_TOTAL, stated(400), "budget", 300],
    ["a number below last year's total", 100, TOTAL, stated(200), "reach", 100],
    ["a shrinking loss", "+50%", TOTAL, stated(-200), "reach", -100],
  ])("%s", (_, target, metric, baseline, kind, value) => {
    const resolution = resolve(target, metric, baseline);
    expect(resolution.fault).toBeNull();
    expect(resolution.target).toEqual({ kind, value, min: null, max: null });
  });

  it("keeps a range on everything but totals", () => {
    expect(resolve({ min: 60, max: 70 }, MEAN, NO_BASELINE)).toEqual({
      target: { kind: "keep", value: null, min: 60, max: 70 },
      fault: null,
      noDistance: false,
    });
  });
});

describe("faults", () => {
  it.each([
    ["an empty range", {}, LEVEL, NO_BASELINE, "empty-range"],
    ["a range upside down", { min: 5, max: 4 }, LEVEL, NO_BASELINE, "empty-range"],
    ["a band on a total", { min: 10, max: 20 }, TOTAL, NO_BASELINE, "band-on-sum"],
    ["a band on a running total", { min: 10, max: 20 }, YEAR_TO_DATE, NO_BASELINE, "band-on-sum"],
    ["at least, on a total that should be low", { min: 10 }, LOW_TOTAL, NO_BASELINE, "direction-conflict"],
    ["percent of nothing known", "+25%", LEVEL, NO_BASELINE, "baseline-missing"],
    ["a change of nothing known", { by: 3 }, TOTAL, NO_BASELINE, "baseline-missing"],
    ["percent of 0", "+25%", LEVEL, stated(0), "zero-baseline"],
    ["a fall where more is better", "-50%", LEVEL, stated(4), "direction-conflict"],
    ["a fall from a found value", "-50%", LEVEL, found(4), "direction-conflict"],
    ["a number below the stated baseline", 75, LEVEL, stated(80), "direction-conflict"],
    ["a number above it where less is better", 80, LOW, stated(75), "direction-conflict"],
    ["the same for means", 75, MEAN, stated(80), "direction-conflict"],
    ["a fall on a total that should be high", "-25%", TOTAL, stated(400), "direction-conflict"],
    ["a rise on a total that should be low", { by: 10 }, LOW_TOTAL, stated(400), "direction-conflict"],
    ["a negative total below a stated one", -50, TOTAL, stated(100), "direction-conflict"],
  ])("%s", (_, target, metric, baseline, fault) => {
    expect(resolve(target, metric, baseline).fault).toBe(fault);
  });

  it("keep the number that was meant, for the message", () => {
    expect(resolve("-50%", LEVEL, stated(4)).target?.value).toBe(2);
  });
});

describe("no way between origin and target", () => {
  it.each([
    ["the same number", 75, LEVEL, stated(75), true],
    ["a found value beyond it", 75, LEVEL, found(80), true],
    ["a found value beyond it, less is better", 80, LOW, found(75), true],
    ["a change of nothing", "+0%", LEVEL, stated(75), true],
    ["a total of 0", 0, TOTAL, NO_BASELINE, true],
    ["a loss that may be", -100, TOTAL, NO_BASELINE, true],
    ["a way to go", 75, LEVEL, found(62), false],
    ["nothing known", 75, MEAN, NO_BASELINE, false],
    ["a budget", 100, LOW_TOTAL, NO_BASELINE, false],
  ])("%s", (_, target, metric, baseline, noDistance) => {
    const resolution = resolve(target, metric, baseline);
    expect(resolution.fault).toBeNull();
    expect(resolution.noDistance).toBe(noDistance);
  });
});
