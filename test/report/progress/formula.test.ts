import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedText, inUnit, operandsOf, quotientText, sumOf, wayText } from "../../../src/report/explain/formula.ts";
import { paceText, share } from "../../../src/report/progress/figures.ts";
import { formatNumber } from "../../../src/workspace/units.ts";
import { wrongFormulas } from "./arithmetic.ts";

/** No result of these is so small that it is written with an exponent, which the test does not read. */
const measure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
const positive = fc.integer({ min: 10, max: 10_000_000 }).map((value) => value / 10);

describe("a formula", () => {
  it.each([
    ["few digits where they do", 68, 62, 75, "(68 − 62) / (75 − 62) = 46.15 %"],
    ["more where the result needs them", 68.4466, 62, 75, "(68.447 − 62) / (75 − 62) = 49.59 %"],
    [
      "a level among large numbers",
      1_000_123,
      1_000_000,
      1_001_000,
      "(1,000,123 − 1,000,000) / (1,001,000 − 1,000,000) = 12.3 %",
    ],
    ["negative starts in brackets", -3, -5, 5, "(-3 − (-5)) / (5 − (-5)) = 20 %"],
  ])("has %s", (_, value, from, to, text) => {
    expect(wayText(value, from, to, "points")).toBe(text);
  });

  it("gives its own result, whatever numbers are put in", () => {
    fc.assert(
      fc.property(measure, measure, measure, positive, positive, (value, from, to, above, below) => {
        fc.pre(to !== from);
        const texts = [wayText(value, from, to, null), quotientText(above, below, inUnit("%"), paceText)];
        expect(texts.flatMap(wrongFormulas)).toEqual([]);
      }),
    );
  });

  it("that adds up gives its own sum, and too many numbers are not listed", () => {
    fc.assert(
      fc.property(fc.array(measure, { minLength: 2, maxLength: 12 }), (values) => {
        const sum = addedText(values, null, formatNumber);
        expect(wrongFormulas(`0 + ${sum} = ${formatNumber(sumOf(values))}`)).toEqual([]);
      }),
      { examples: [[[10_004, 10_004, 10_004, 10_004]]] },
    );
    expect(addedText(Array(13).fill(1), null, formatNumber)).toBeNull();
  });

  it("shows numbers in full where no rounding gives the result", () => {
    const calculate = ([value]: readonly [number]): string => (value === 1 / 3 ? "a third" : "none");
    expect(operandsOf([1 / 3], inUnit(null), calculate)).toEqual(["0.3333333333333333"]);
    expect(quotientText(1, 3, inUnit(null), share)).toBe("1 / 3 = 33.33 %");
  });
});
