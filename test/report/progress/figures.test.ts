import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResolvedTarget } from "../../../src/progress/target.ts";
import { apartFrom, nowAndTarget, paceText, share, targetWords } from "../../../src/report/progress/figures.ts";

const reach = (value: number): ResolvedTarget => ({ kind: "reach", value, min: null, max: null });
const budget = (value: number): ResolvedTarget => ({ kind: "budget", value, min: null, max: null });
const keep = (min: number | null, max: number | null): ResolvedTarget => ({ kind: "keep", value: null, min, max });

describe("value and target", () => {
  it.each([
    [52_100, reach(60_250), "visits", "52,100 → 60,250 visits"],
    [2.2, reach(1.6), "%", "2.2 → 1.6 %"],
    [null, reach(75), "points", "no value → 75 points"],
    [0, reach(1), "boolean", "not done → done"],
    [1, reach(1), "boolean", "done → done"],
    [52_930.4, budget(96_000), "EUR", "52,930 of 96,000 EUR"],
    [99.955, keep(99.9, null), "%", "99.95, at least 99.9 %"],
    [65, keep(60, 70), null, "65, 60 to 70"],
    [2.62, keep(null, 2.5), "seconds", "2.62, at most 2.5 seconds"],
    [68, reach(75), "", "68 → 75"],
  ] as const)("%d against %o in %s is %s", (value, target, unit, text) => {
    expect(nowAndTarget(value, target, unit, { exact: true })).toBe(text);
  });

  it("is the value alone where there is no target", () => {
    expect(nowAndTarget(68, null, "points", { exact: true })).toBe("68 points");
    expect(nowAndTarget(null, null, "points", { exact: true })).toBe("no value");
  });

  it("shows a written target in full and a computed one with four digits", () => {
    expect(targetWords(reach(12_345.67), "EUR", true)).toBe("12,345.67 EUR");
    expect(targetWords(reach(12_345.67), "EUR", false)).toBe("12,350 EUR");
    expect(targetWords(budget(3), "complaints", true)).toBe("at most 3 complaints");
  });

  it("takes as many digits as tell the value from the target that it misses", () => {
    expect(nowAndTarget(99_999.6, reach(100_000), "visits", { exact: true })).toBe("99,999.6 → 100,000 visits");
    expect(nowAndTarget(2.49999, reach(2.5), "hours", { exact: true })).toBe("2.49999 → 2.5 hours");
    expect(nowAndTarget(100, reach(100), "visits", { exact: true })).toBe("100 → 100 visits");
  });

  it("shows a value that meets its target but for rounding as one that does", () => {
    expect(nowAndTarget(99.9999999, reach(100), "%", { exact: true })).toBe("99.9999999 → 100 %");
    expect(nowAndTarget(0.1 + 0.2, reach(0.3), null, { exact: true })).toBe("0.3 → 0.3");
    expect(apartFrom(74.99999999, [75], "points")).toBe("75");
  });

  it("shows a value apart from the one before", () => {
    const shown = nowAndTarget(99.9991, reach(200), "%", { exact: true, before: 99.9999 });
    expect(shown).toBe("99.9991 → 200 %");
    expect(apartFrom(99.9999, [99.9991], "%")).toBe("99.9999");
  });

  it("never shows a value as equal to a target that it differs from", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, (value, target) => {
        fc.pre(Math.abs(value - target) > 1e-9 * Math.max(1, Math.abs(target)) * 10);
        const [now, then] = nowAndTarget(value, reach(target), null, { exact: true }).split(" → ");
        expect(now).not.toBe(then);
      }),
    );
  });
});

describe("shares and paces", () => {
  it.each([
    [0.461538, "46.15 %"],
    [0.99999999, "99.99 %"],
    [1, "100 %"],
    [0, "0 %"],
    [-0.25, "-25 %"],
  ])("the share %d is %s", (value, text) => {
    expect(share(value)).toBe(text);
  });

  it.each([
    [0.9307267, "0.9307"],
    [0.95, "0.95"],
    [0.94999, "0.9499"],
    [0.94999999999, "0.95"],
    [0.74996, "0.7499"],
    [0.999999, "0.9999"],
    [1, "1"],
    [1.0471, "1.047"],
    [0, "0"],
    [-0.3333333, "-0.3333"],
    [123_456, "123,500"],
  ])("the pace %d is %s", (value, text) => {
    expect(paceText(value)).toBe(text);
  });

  it("a pace below a line of two decimals never shows as on it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.double({ min: 1e-8, max: 1e-4, noNaN: true }), (line, less) => {
        expect(Number(paceText(line / 100 - less))).toBeLessThan(line / 100);
      }),
    );
  });
});
