import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTarget, type Target, targetText } from "../../src/workspace/target.ts";

describe("parseTarget", () => {
  it.each<[unknown, Target]>([
    [75, { kind: "number", value: 75 }],
    [0, { kind: "number", value: 0 }],
    [-75, { kind: "number", value: -75 }],
    [0.03, { kind: "number", value: 0.03 }],
    ["+25%", { kind: "percent", percent: 25 }],
    ["-50%", { kind: "percent", percent: -50 }],
    ["+0.5%", { kind: "percent", percent: 0.5 }],
    [{ by: 10 }, { kind: "by", by: 10 }],
    [{ by: -5 }, { kind: "by", by: -5 }],
    [{ min: 99.9 }, { kind: "range", min: 99.9, max: null }],
    [{ max: 3 }, { kind: "range", min: null, max: 3 }],
    [
      { min: 60, max: 70 },
      { kind: "range", min: 60, max: 70 },
    ],
    [
      { min: 5, max: 5 },
      { kind: "range", min: 5, max: 5 },
    ],
    [
      { min: 9, max: 1 },
      { kind: "range", min: 9, max: 1 },
    ],
    [
      { min: 1, "x-source": "board" },
      { kind: "range", min: 1, max: null },
    ],
    [{}, { kind: "range", min: null, max: null }],
    [true, { kind: "done" }],
  ])("reads %j", (input, target) => {
    expect(parseTarget(input)).toEqual(target);
  });

  it("reads a map without a prototype", () => {
    expect(parseTarget(Object.assign(Object.create(null), { min: 1 }))).toEqual({ kind: "range", min: 1, max: null });
  });

  it.each<[unknown]>([
    [false],
    [null],
    [undefined],
    [""],
    ["75"],
    ["75%"],
    ["+10"],
    ["1,200"],
    ["1_000"],
    [">= 99.9\n"],
    ["2026-09-30"],
    ["+25 %"],
    ["+1e5%"],
    ["+%"],
    [`+${"9".repeat(400)}%`],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [[1]],
    [{ by: "10" }],
    [{ by: 1, min: 2 }],
    [{ min: null }],
    [{ min: 1, max: "2" }],
    [{ target: 5 }],
    [{ max: Number.POSITIVE_INFINITY }],
  ])("rejects %j", (input) => {
    expect(parseTarget(input)).toBeNull();
  });

  it("never throws, and gives finite numbers only", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (input) => {
        const target = parseTarget(input);
        const numbers = target === null ? [] : Object.values(target).filter((part) => typeof part === "number");
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe("targetText", () => {
  it.each<[unknown, string | undefined, string]>([
    [75, "points", "75 points"],
    [75, undefined, "75"],
    [187_534.25, "EUR", "187,534.25 EUR"],
    [99.99, "%", "99.99 %"],
    ["+25%", "visits", "+25%"],
    ["-12.5%", "%", "-12.5%"],
    [{ by: 10 }, "points", "+10 points"],
    [{ by: -5 }, undefined, "-5"],
    [{ min: 99.9 }, "%", "at least 99.9 %"],
    [{ max: 3 }, "incidents", "at most 3 incidents"],
    [{ min: 60, max: 70 }, "%", "60 to 70 %"],
    [{}, "points", "an empty range"],
    [true, "boolean", "done"],
    [1, "boolean", "done"],
    [0.5, "boolean", "0.5"],
  ])("%j with unit %s", (input, unit, text) => {
    const target = parseTarget(input);
    expect(target === null ? null : targetText(target, unit)).toBe(text);
  });
});
