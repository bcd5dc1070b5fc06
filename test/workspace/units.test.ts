import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatExact,
  formatNumber,
  formatPercentOfWhole,
  formatValue,
  isBoolean,
  isCurrency,
  isDecimal,
  isPercent,
  numberMeant,
  parseNumber,
  quoteText,
} from "../../src/workspace/units.ts";

it("tells percentages, money and yes-or-no from nouns", () => {
  expect([isPercent("%"), isPercent("percent"), isPercent(undefined)]).toEqual([true, false, false]);
  expect([isBoolean("boolean"), isBoolean("bool"), isBoolean(null)]).toEqual([true, false, false]);
  expect(["EUR", "USD", "JPY", "XOF", "ZWG", "AED"].every(isCurrency)).toBe(true);
  expect(["eur", "EURO", "XXX", "FTE", "NPS", "", "EDA", null, undefined].some(isCurrency)).toBe(false);
});

it("knows widely used currencies, each also known to the runtime", () => {
  const runtime = new Set(Intl.supportedValuesOf("currency"));
  const codes = "AUD BRL CAD CHF CNY CZK DKK GBP HUF INR KRW MXN NOK NZD PLN SEK SGD TRY UAH ZAR".split(" ");
  expect(codes.filter((code) => !isCurrency(code) || !runtime.has(code))).toEqual([]);
});

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [75, "75"],
    [48_200, "48,200"],
    [60_250, "60,250"],
    [54_225, "54,230"],
    [187_534, "187,500"],
    [1_560_000, "1,560,000"],
    [999.96, "1,000"],
    [0.030004, "0.03"],
    [0.012345, "0.01235"],
    [12.5, "12.5"],
    [-1234.5, "-1,235"],
    [999, "999"],
    [1000, "1,000"],
    [1e21, "1e21"],
    [1.5e-9, "1.5e-9"],
    [Number.NaN, "NaN"],
  ])("%d is %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("takes another number of digits", () => {
    expect(formatNumber(187_534, { significant: 2 })).toBe("190,000");
    expect(formatExact(187_534.126)).toBe("187,534.126");
    expect(formatExact(0.1 + 0.2)).toBe("0.3");
  });

  it("groups like Intl", () => {
    const plain = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -5, max: 11 }), (digits, exponent) => {
        const value = digits * 10 ** exponent;
        fc.pre(value === 0 || Math.abs(value) >= 1e-6);
        expect(formatNumber(value)).toBe(value === 0 ? "0" : plain.format(value));
      }),
    );
  });
});

describe("formatValue", () => {
  it.each<[number, string | null | undefined, string]>([
    [60_250, "visits", "60,250 visits"],
    [30_000, "EUR", "30,000 EUR"],
    [12.5, "%", "12.5 %"],
    [100, "%", "100 %"],
    [99.996, "%", "99.99 %"],
    [99.999999, "%", "99.99 %"],
    [100.004, "%", "100 %"],
    [1, "boolean", "done"],
    [0, "boolean", "not done"],
    [0.5, "boolean", "0.5 boolean"],
    [7, undefined, "7"],
    [7, null, "7"],
  ])("%d %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });
});

describe("formatPercentOfWhole", () => {
  it.each([
    [0, "0 %"],
    [1, "100 %"],
    [0.4615384, "46.15 %"],
    [0.41, "41 %"],
    [-0.25, "-25 %"],
    [1.271, "127.1 %"],
    [0.99996, "99.99 %"],
    [1 - Number.EPSILON / 2, "99.99 %"],
  ])("%d is %s", (fraction, text) => {
    expect(formatPercentOfWhole(fraction)).toBe(text);
  });

  it("shows 100 % or more for 1 or more only, at any number of digits", () => {
    const fraction = fc.oneof(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.999999, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 15 }), (value, significant) => {
        const shown = Number(formatPercentOfWhole(value, { significant }).replace(/[ %,]/g, ""));
        expect(shown >= 100).toBe(value >= 1);
      }),
    );
  });
});

describe("parseNumber", () => {
  it.each([
    ["0", 0],
    ["12", 12],
    ["-12.5", -12.5],
    ["+3", 3],
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1E-2", 0.01],
    ["007", 7],
  ])("reads %s", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "1 ",
    "0x10",
    "0b1",
    "1_000",
    "1,200",
    "12%",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "--1",
    ".",
    "e5",
    "１２",
    "1\u0000",
  ])("rejects %j", (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it("tells too large from unreadable", () => {
    expect([isDecimal("1e999"), isDecimal("abc")]).toEqual([true, false]);
  });
});

describe("numberMeant", () => {
  it.each([
    ["12%", "12"],
    ["12.5 %", "12.5"],
    ["1,200", "1200"],
    ["1,200.50", "1200.5"],
    ["1.200,50", "1200.5"],
    ["12,5", "12.5"],
    ["0,500", "0.5"],
    ["1 200", "1200"],
    ["1\u00a0200,5", "1200.5"],
    ["1_000", "1000"],
    ["1'200", "1200"],
    ["1.200.000", "1200000"],
    ["€12", "12"],
    ["$1,200", "1200"],
    ["12 €", "12"],
    ["EUR 12", "12"],
    ["12 EUR", "12"],
    ["-$5", "-5"],
    ["−5", "-5"],
    ["12", "12"],
  ])("%s is %s", (text, meant) => {
    expect(numberMeant(text)).toBe(meant);
  });

  it.each([
    "",
    "n/a",
    "NaN",
    "Infinity",
    "0x10",
    "1,2,3",
    "sixty-four",
    "12 items",
    "%",
    "USD",
    "1e999",
    "1".repeat(50),
  ])("has no idea of %j", (text) => {
    expect(numberMeant(text)).toBeNull();
  });

  it("offers only what can be read", () => {
    const text = fc.string({
      unit: fc.constantFrom("1", "0", "2", ",", ".", " ", "%", "€", "-", "EUR", "e"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (written) => {
        const meant = numberMeant(written);
        expect(meant === null || parseNumber(meant) !== null).toBe(true);
      }),
    );
  });
});

describe("quoteText", () => {
  it("cuts long text between characters", () => {
    expect(quoteText("short")).toBe('"short"');
    expect(quoteText("x".repeat(40))).toBe(`"${"x".repeat(40)}"`);
    expect(quoteText("x".repeat(41))).toBe(`"${"x".repeat(40)}…"`);
    expect(quoteText("😀".repeat(5000))).toBe(`"${"😀".repeat(40)}…"`);
  });

  it("shows hidden characters", () => {
    expect(quoteText("a\u001b[31m\nb\u202e")).toBe('"a␛[31m␊b\\u{202E}"');
  });
});
