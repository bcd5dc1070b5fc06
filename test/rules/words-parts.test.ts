import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeClauses, openEnds } from "../../src/rules/words/escapes.ts";
import { findMismatch } from "../../src/rules/words/mismatch.ts";
import { isYear, numbersIn, saysHowMuch } from "../../src/rules/words/numbers.ts";
import {
  activityWithoutNumber,
  directionWithoutNumber,
  openingPromise,
  secondOutcome,
} from "../../src/rules/words/outcomes.ts";
import { type Hit, OWN_WORDS } from "../../src/rules/words/phrases.ts";
import { placeholderIn } from "../../src/rules/words/placeholders.ts";
import { relativeWords } from "../../src/rules/words/relative.ts";
import { endOfWhat } from "../../src/rules/words/target-words.ts";
import { readTitle } from "../../src/rules/words/titles.ts";
import { vagueWords } from "../../src/rules/words/vague.ts";
import { FAIR_TITLES } from "./fair-titles.ts";

describe("titles", () => {
  it.each([
    ["Sales (in EUR) of shops", "Sales          of shops"],
    ["A (b (c) d) e", "A           e"],
    ['Rated "very good" by users', "Rated             by users"],
    ["Rated “good” [1]", "Rated           "],
    ["Open (only", "Open (only"],
    ["1) Number", "1) Number"],
    ["Plain", "Plain"],
  ])("%s", (text, plain) => {
    expect(readTitle(text)).toMatchObject({ text, plain });
  });
});

describe("numbers in titles", () => {
  /** Title and its numbers: source text, first reading. */
  const cases: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
    ["by 25%", [["25%", 25]]],
    ["by 25 percent", [["25 percent", 25]]],
    ["to 1,329 visits", [["1,329", 1329]]],
    [
      "to 1 200 or 30 000",
      [
        ["1 200", 1200],
        ["30 000", 30000],
      ],
    ],
    ["to 5,5 %", [["5,5 %", 5.5]]],
    ["to 48.2k", [["48.2k", 48200]]],
    ["to €5m", [["€5m", 5e6]]],
    ["to 5 million EUR", [["5 million", 5e6]]],
    ["to US$1.2bn", [["US$1.2bn", 1.2e9]]],
    ["to EUR 10,000", [["EUR 10,000", 10000]]],
    ["to 12 €", [["12 €", 12]]],
    ["by -5%", [["-5%", -5]]],
    ["by 2 percentage points", [["2 percentage points", 2]]],
    ["by 150 bps", [["150 bps", 1.5]]],
    [
      "from 60-70%",
      [
        ["60", 60],
        ["70%", 70],
      ],
    ],
    ["to 4.5/5", [["4.5/5", 4.5]]],
    ["below 200ms", [["200", 200]]],
    ["a 3:1 ratio", [["3", 3]]],
    ["CO2, B2B, 5G, 3D and H1N1", []],
    ["a 12-month plan and COVID-19", []],
    ["ISO 9001, scope 3, tier 1, top 10, per 1,000", []],
    ["top 10%", [["10%", 10]]],
    ["open 24/7", []],
    ["by 31 December 2026", []],
    ["by December 31, 2026", []],
    ["by 2026-12-31, 2026-Q3, Q3 2026, FY26, FY2026/27, 2025/26", []],
    ["in Q3, H2 '26, week 31, at 17:00 or 5 pm", []],
    ["by 31.12.2026 or 12/31/26", []],
    ["in May 5%", [["5%", 5]]],
    ["v2.1 and p95", []],
  ];
  it.each(cases)("%s", (text, expected) => {
    const numbers = numbersIn(text).filter((number) => !isYear(number, text));
    expect(numbers.map((number) => [text.slice(number.start, number.end), number.values[0]])).toEqual(expected);
  });

  it.each([
    ["by 2030", true],
    ["in 2026", true],
    ["by 2030 in all regions", true],
    ["2026", true],
    ["to 2000 visits", false],
    ["to 2000", false],
    ["reach 2000", false],
  ])("%s: a year is %s", (text, expected) => {
    expect(numbersIn(text).map((number) => isYear(number, text))).toEqual([expected]);
  });

  it.each([
    "by half",
    "to zero",
    "double sales",
    "by a third",
    "to one a week",
    "twice a month",
    "two-fold",
    "from 5 to 6",
  ])("%s says how much", (text) => expect(saysHowMuch(text)).toBe(true));

  it.each([
    "in the second half",
    "in the third quarter",
    "in 2026",
    "by half-year",
    "of one-time codes",
    "CO2",
    "in Q3",
  ])("%s does not", (text) => expect(saysHowMuch(text)).toBe(false));
});

describe("where the target belongs", () => {
  it.each([
    ["Increase traffic", "Increase traffic|"],
    ["Increase traffic.", "Increase traffic|."],
    ["Increase traffic by 31 December 2026", "Increase traffic| by 31 December 2026"],
    ["Increase traffic by the end of 2026", "Increase traffic| by the end of 2026"],
    ["Increase traffic in Q3 2026 (web)", "Increase traffic| in Q3 2026 (web)"],
    ["Increase traffic, 2026", "Increase traffic|, 2026"],
    ["Increase 2026 traffic", "Increase 2026 traffic|"],
    ["Reduce scope 3", "Reduce scope 3|"],
  ])("%s", (text, marked) => {
    const at = endOfWhat(readTitle(text).plain);
    expect(`${text.slice(0, at)}|${text.slice(at)}`).toBe(marked);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "increase",
    "Reduce",
    "and",
    "&",
    "by",
    "to",
    "25%",
    "1,200",
    "€5m",
    "2026",
    "Q3",
    "(",
    ")",
    '"',
    "next quarter",
    "by end of year",
    "etc.",
    "...",
    "about 500",
    "TBD",
    "where possible",
    "launch",
    "the",
    "effective",
    "rated",
    ".",
    ",",
    "-",
    "10-20",
    "5/5",
    "\n",
    "é",
    "😀",
    "\ud800",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(pieces, { maxLength: 14 }).map((words) => words.join(" ")),
    fc.array(pieces, { maxLength: 14 }).map((words) => words.join("")),
  );
  const NUMBERS = {
    levels: [],
    others: [],
    percents: [],
    changes: [],
    hasLevels: true,
    level: 5,
    min: null,
    max: null,
    percent: 1,
    change: 2,
  };

  it("is read without an exception, and every hit is what stands there", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const title = readTitle(text);
        expect(title.plain.length).toBe(text.length);
        const one = (hit: Hit | null): readonly Hit[] => (hit === null ? [] : [hit]);
        const hits = [
          ...vagueWords(title, OWN_WORDS),
          ...escapeClauses(title, OWN_WORDS),
          ...openEnds(title, OWN_WORDS),
          ...relativeWords(title, OWN_WORDS),
          ...one(directionWithoutNumber(title, OWN_WORDS)),
          ...one(activityWithoutNumber(title, OWN_WORDS)),
          ...one(secondOutcome(title, OWN_WORDS)),
        ];
        for (const hit of hits) expect(title.plain.slice(hit.start, hit.end)).toBe(hit.text);
        const placeholder = placeholderIn(text);
        if (placeholder !== null) expect(text.slice(placeholder.start, placeholder.end)).toBe(placeholder.text);
        const numbers = numbersIn(title.plain);
        for (const { start, end, values } of numbers) {
          expect(start).toBeLessThan(end);
          expect(values.every(Number.isFinite)).toBe(true);
        }
        const verb = openingPromise(title, OWN_WORDS);
        if (verb !== null)
          findMismatch(title.plain, { end: verb.end, direct: true }, NUMBERS, { unit: "EUR", metric: "" });
        expect(endOfWhat(title.plain)).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20260815, numRuns: 3000 },
    );
  });

  it("costs no more than its length: repeated pieces stay quick", () => {
    const long = ["about 5 ", "increase and ", "to be determined ", "1,111", "( ", "next 5 ", "rated and so "].map(
      (piece) => piece.repeat(4000),
    );
    for (const text of long) {
      const title = readTitle(text);
      vagueWords(title, OWN_WORDS);
      escapeClauses(title, OWN_WORDS);
      openEnds(title, OWN_WORDS);
      relativeWords(title, OWN_WORDS);
      secondOutcome(title, OWN_WORDS);
      numbersIn(title.plain);
      placeholderIn(text);
      endOfWhat(title.plain);
    }
    expect(long.every((text) => text.length > 7000)).toBe(true);
  });

  it("keeps judging fair titles alike, whatever stands before them", () => {
    for (const title of FAIR_TITLES) expect(directionWithoutNumber(readTitle(`3) ${title}`), OWN_WORDS)).toBeNull();
  });
});
