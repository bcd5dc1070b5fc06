import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../src/import/phrase-languages.ts";
import type { PhraseContext, TargetValue } from "../../src/import/phrase-words.ts";
import { readTargetPhrase, type TargetPhrase } from "../../src/import/phrases.ts";
import { formatDay } from "../../src/workspace/day.ts";
import { parseTarget } from "../../src/workspace/target.ts";
import { CALENDAR_YEAR } from "../../src/workspace/timeframe.ts";

const PLAIN: PhraseContext = { decimal: "point", fiscal: CALENDAR_YEAR, unit: null, better: null };

/** What is told of a phrase; what is absent is null. */
interface Said {
  readonly target: TargetValue;
  readonly unit?: string;
  readonly better?: "higher" | "lower";
  readonly due?: string;
  readonly window?: string;
  readonly every?: string;
  readonly baseline?: number;
  readonly baselinePeriod?: string;
  /** How many notes there are. */
  readonly notes?: number;
}

function said(phrase: TargetPhrase): Said {
  const { target, unit, better, due, window, every, baseline, baselinePeriod, notes } = phrase;
  return {
    target,
    ...(unit === null ? {} : { unit }),
    ...(better === null ? {} : { better }),
    ...(due === null ? {} : { due: formatDay(due) }),
    ...(window === null ? {} : { window: window.label }),
    ...(every === null ? {} : { every }),
    ...(baseline === null ? {} : { baseline }),
    ...(baselinePeriod === null ? {} : { baselinePeriod: baselinePeriod.label }),
    ...(notes.length === 0 ? {} : { notes: notes.length }),
  };
}

function read(text: string, more: Partial<PhraseContext> = {}): Said | string {
  const phrase = readTargetPhrase(text, { ...PLAIN, ...more });
  return phrase.ok ? said(phrase) : phrase.reason;
}

const LOW = "lower" as const;
const HIGH = "higher" as const;
const strict = 1;

const UNDERSTOOD: readonly (readonly [phrase: string, said: Said])[] = [
  // Levels
  ["75", { target: 75 }],
  ["75%", { target: 75, unit: "%" }],
  ["75 %", { target: 75, unit: "%" }],
  ["75 per cent", { target: 75, unit: "%" }],
  ["-3.5", { target: -3.5 }],
  ["1,200", { target: 1200 }],
  ["1 200 000", { target: 1200000 }],
  ["1’200", { target: 1200 }],
  ["1.200,50", { target: 1200.5 }],
  ["3,5", { target: 3.5 }],
  ["1.5e3", { target: 1500 }],
  ["$1.19 billion", { target: 1190000000, unit: "$" }],
  ["€1.5M", { target: 1500000, unit: "EUR" }],
  ["USD 20k", { target: 20000, unit: "USD" }],
  ["50 €", { target: 50, unit: "EUR" }],
  ["250k visits", { target: 250000, unit: "visits" }],
  ["5 working days", { target: 5, unit: "working days" }],
  ["95% customer satisfaction", { target: 95, unit: "%" }],
  ["85 % of clients are satisfied", { target: 85, unit: "%" }],
  ["3 incidents per 1,000 staff", { target: 3, unit: "incidents per 1,000 staff" }],
  ["reach 75 points", { target: 75, unit: "points" }],
  ["Achieve a score of 4.5", { target: 4.5 }],
  ["Target: 95 %", { target: 95, unit: "%" }],
  ["95%*", { target: 95, unit: "%" }],
  ["three", { target: 3 }],
  ["１００％", { target: 100, unit: "%" }],
  ["zero", { target: 0, better: LOW }],
  ["0", { target: 0, better: LOW }],
  ["Zero fatalities", { target: 0, unit: "fatalities", better: LOW }],
  ["increase to 50 %", { target: 50, unit: "%", better: HIGH }],
  ["Reduce waiting time to 10 days", { target: 10, unit: "days", better: LOW }],
  ["reduce to below 5 days", { target: 5, unit: "days", better: LOW, notes: strict }],
  ["grow the number of users to 5,000", { target: 5000, better: HIGH }],
  // Bounds
  ["at or above 95%", { target: { min: 95 }, unit: "%", better: HIGH }],
  ["at least 95 %", { target: { min: 95 }, unit: "%", better: HIGH }],
  ["≥ 95%", { target: { min: 95 }, unit: "%", better: HIGH }],
  [">=95", { target: { min: 95 }, better: HIGH }],
  ["minimum of 12 events", { target: { min: 12 }, unit: "events", better: HIGH }],
  ["min. 12", { target: { min: 12 }, better: HIGH }],
  ["12 or more", { target: { min: 12 }, better: HIGH }],
  ["90+", { target: { min: 90 }, better: HIGH }],
  ["no less than 40", { target: { min: 40 }, better: HIGH }],
  ["greater than or equal to 40", { target: { min: 40 }, better: HIGH }],
  ["maintain at least 80%", { target: { min: 80 }, unit: "%", better: HIGH }],
  ["> 40%", { target: { min: 40 }, unit: "%", better: HIGH, notes: strict }],
  ["more than 40", { target: { min: 40 }, better: HIGH, notes: strict }],
  ["over $2 million", { target: { min: 2000000 }, unit: "$", better: HIGH, notes: strict }],
  ["below 5 days", { target: { max: 5 }, unit: "days", better: LOW, notes: strict }],
  ["<= 5 days", { target: { max: 5 }, unit: "days", better: LOW }],
  ["≤5 days", { target: { max: 5 }, unit: "days", better: LOW }],
  ["no more than 3", { target: { max: 3 }, better: LOW }],
  ["not to exceed 3 %", { target: { max: 3 }, unit: "%", better: LOW }],
  ["4 hours or less", { target: { max: 4 }, unit: "hours", better: LOW }],
  ["5 max", { target: { max: 5 }, better: LOW }],
  ["up to 5 complaints", { target: { max: 5 }, unit: "complaints", better: LOW }],
  ["within 5 days", { target: { max: 5 }, unit: "days", better: LOW }],
  ["< 6 years", { target: { max: 6 }, unit: "years", better: LOW, notes: strict }],
  ["Under 5 per 1,000 FTEs", { target: { max: 5 }, unit: "per 1,000 FTEs", better: LOW, notes: strict }],
  ["≤ 5 min", { target: { max: 5 }, unit: "min", better: LOW }],
  ["at most two", { target: { max: 2 }, better: LOW }],
  // Ranges
  ["between 10 and 20", { target: { min: 10, max: 20 } }],
  ["Between 10% and 20%", { target: { min: 10, max: 20 }, unit: "%" }],
  ["10–20 %", { target: { min: 10, max: 20 }, unit: "%" }],
  ["10-20", { target: { min: 10, max: 20 } }],
  ["maintain between 10 and 20 days", { target: { min: 10, max: 20 }, unit: "days" }],
  ["at least 10 and at most 20", { target: { min: 10, max: 20 } }],
  [">= 10, < 20", { target: { min: 10, max: 20 }, notes: strict }],
  // Changes
  ["reduce by 20 %", { target: "-20%", better: LOW }],
  ["Increase organic traffic by 25%", { target: "+25%", better: HIGH }],
  ["20% reduction", { target: "-20%", better: LOW }],
  ["reduction of 12.5 %", { target: "-12.5%", better: LOW }],
  ["+25%", { target: "+25%", better: HIGH }],
  ["−50 %", { target: "-50%", better: LOW }],
  ["10% more", { target: "+10%", better: HIGH }],
  ["double", { target: "+100%", better: HIGH }],
  ["15% reduction in energy use", { target: "-15%", better: LOW }],
  ["halve the backlog", { target: "-50%", better: LOW }],
  ["increase by 5 percentage points", { target: { by: 5 }, unit: "%", better: HIGH }],
  ["reduce by 3 days", { target: { by: -3 }, unit: "days", better: LOW }],
  ["reduce by 20% from 2019 levels", { target: "-20%", better: LOW, baselinePeriod: "2019" }],
  ["40 % below 1990 levels by 2030", { target: "-40%", better: LOW, baselinePeriod: "1990", due: "2030-12-31" }],
  ["10% increase over baseline", { target: "+10%", better: HIGH }],
  // Ways
  ["increase from 40 to 50 %", { target: 50, unit: "%", baseline: 40, better: HIGH }],
  ["Reduce lead time from 9 days to 4 days", { target: 4, unit: "days", baseline: 9, better: LOW }],
  ["40% → 55%", { target: 55, unit: "%", baseline: 40, better: HIGH }],
  ["raise to 50 from 40", { target: 50, baseline: 40, better: HIGH }],
  [
    "increase from 40% in 2020 to 50% in 2026",
    { target: 50, unit: "%", baseline: 40, baselinePeriod: "2020", due: "2026-12-31", better: HIGH },
  ],
  // Time
  ["100 by 2030", { target: 100, due: "2030-12-31" }],
  ["100 by March 2027", { target: 100, due: "2027-03-31" }],
  ["100 by the end of 2026", { target: 100, due: "2026-12-31" }],
  ["100 by 31 December 2026", { target: 100, due: "2026-12-31" }],
  ["100 by 2026-06-30", { target: 100, due: "2026-06-30" }],
  ["100 (by Q3 2026)", { target: 100, due: "2026-09-30" }],
  ["by 2030, at least 60 %", { target: { min: 60 }, unit: "%", due: "2030-12-31", better: HIGH }],
  ["75 before 2027", { target: 75, due: "2026-12-31" }],
  ["600 in 2026", { target: 600, window: "2026" }],
  ["95% in Q3 2026", { target: 95, unit: "%", window: "2026-Q3" }],
  ["100 by FY 2026", { target: 100, due: "2026-12-31" }],
  ["increase by 10 by 2030", { target: { by: 10 }, better: HIGH, due: "2030-12-31" }],
  // Every period
  ["10 per year", { target: 10, every: "yearly" }],
  ["55 million/year", { target: 55000000, every: "yearly" }],
  ["no more than 2 per month", { target: { max: 2 }, every: "monthly", better: LOW }],
  ["4 reports each quarter", { target: 4, unit: "reports", every: "quarterly" }],
  ["12 annually", { target: 12, every: "yearly" }],
  // Done
  ["done", { target: true, unit: "boolean" }],
  ["100% complete", { target: true, unit: "boolean" }],
];

describe("target phrases that are understood", () => {
  it.each(UNDERSTOOD)("%s", (phrase, expected) => {
    expect(read(phrase)).toEqual(expected);
  });

  it("are targets of the format", () => {
    for (const [, { target }] of UNDERSTOOD) expect(parseTarget(target), JSON.stringify(target)).not.toBeNull();
  });
});

const NOT_UNDERSTOOD: readonly (readonly [phrase: string, why: RegExp])[] = [
  ["N/A", /no target/],
  ["-", /no target/],
  ["", /no target/],
  ["TBD", /not decided/],
  ["To be determined by the board", /not decided/],
  ["to be confirmed in 2027", /not decided/],
  ["Baseline being developed", /not decided/],
  ["not applicable", /no target/],
  ["#REF!", /spreadsheet/],
  ["=SUM(A1:A3)", /formula/],
  ["about 50", /approximate/],
  ["~50", /approximate/],
  ["? 70%", /lost/],
  ["Improve", /no number/],
  ["Improvement over previous year", /./],
  ["10 to 20", /range or a way/],
  ["from 10 to 20", /range or a way/],
  ["2:1 ratio", /several/],
  ["2 over 5 years", /several/],
  ["90% within 5 days", /several/],
  ["50, 000", /several/],
  ["97 or 68", /several/],
  ["Fruit: 57 Vegetables: 64", /several/],
  ["5.36 (5% decrease from previous year)", /several/],
  ["Average of 8.5 days with standard deviation of 0.5 days", /several/],
  ["+10", /level or a change/],
  ["increase 5", /by or to/],
  ["improve by 5%", /rise or to fall/],
  ["5% per year", /level or a growth/],
  ["5% increase per year", /every period/],
  ["10 per year by 2030", /rate and a deadline/],
  ["maintain 95 %", /at or above/],
  ["95% or better", /which side/],
  ["5 min", /minutes or a minimum/],
  ["5m", /./],
  ["5 percentage points", /how far/],
  ["plus or minus 3 percentage points", /./],
  ["reduce from 40 to 50", /different directions/],
  ["20 to 10%", /./],
  ["2026", /may be a year/],
  ["reach 2026", /may be a year/],
  ["10 p.p.", /how far/],
  ["1 MM", /./],
  ["zero tolerance", /./],
  ["between 20 and 10", /larger/],
  ["between 10 days and 20 %", /different units/],
  ["100 by March", /./],
  ["95% by next year", /./],
  ["20% reduction from current levels", /./],
  ["95% from 2019 levels", /compares/],
  ["2016-17", /./],
  ["A difference of no more than 12% below the Canadian-born average", /./],
  ["At least 1.5 percentage points lower than it would have been without the initiative", /./],
  ["None", /no target/],
  ["no change", /no number/],
  ["x".repeat(300), /too long/],
];

describe("target phrases that are not understood", () => {
  it.each(NOT_UNDERSTOOD)("%s", (phrase, why) => {
    expect(read(phrase)).toMatch(why);
  });
});

const OTHER_LANGUAGES: readonly (readonly [phrase: string, english: string, said: Said])[] = [
  ["mindestens 80 %", "at least 80 %", { target: { min: 80 }, unit: "%", better: HIGH }],
  ["Höchstens 5 Tage", "at most 5 Tage", { target: { max: 5 }, unit: "Tage", better: LOW }],
  ["bis zu 5 Tage", "at most 5 Tage", { target: { max: 5 }, unit: "Tage", better: LOW }],
  ["unter 5 Tagen", "below 5 Tagen", { target: { max: 5 }, unit: "Tagen", better: LOW, notes: 1 }],
  ["über 40 %", "above 40 %", { target: { min: 40 }, unit: "%", better: HIGH, notes: 1 }],
  ["zwischen 10 und 20 %", "between 10 and 20 %", { target: { min: 10, max: 20 }, unit: "%" }],
  ["95 % oder mehr", "95 % or more", { target: { min: 95 }, unit: "%", better: HIGH }],
  ["um 20 % senken", "reduce by 20 %", { target: "-20%", better: LOW }],
  ["Steigerung um 20 %", "increase by 20 %", { target: "+20%", better: HIGH }],
  ["von 40 % auf 50 %", "40 % → 50 %", { target: 50, unit: "%", better: HIGH, baseline: 40 }],
  ["100 bis 2030", "100 by 2030", { target: 100, due: "2030-12-31" }],
  ["mindestens 100 bis Ende 2030", "at least 100 by 2030", { target: { min: 100 }, due: "2030-12-31", better: HIGH }],
  ["10 pro Jahr", "10 per year", { target: 10, every: "yearly" }],
  ["au moins 95 %", "at least 95 %", { target: { min: 95 }, unit: "%", better: HIGH }],
  ["supérieur ou égal à 95 %", "at least 95 %", { target: { min: 95 }, unit: "%", better: HIGH }],
  ["au plus 5 jours", "at most 5 jours", { target: { max: 5 }, unit: "jours", better: LOW }],
  ["moins de 5 jours", "below 5 jours", { target: { max: 5 }, unit: "jours", better: LOW, notes: 1 }],
  ["entre 10 et 20", "between 10 and 20", { target: { min: 10, max: 20 } }],
  ["réduire de 20 %", "reduce by 20 %", { target: "-20%", better: LOW }],
  ["Hausse de 20 %", "increase by 20 %", { target: "+20%", better: HIGH }],
  ["passer de 40 à 50 %", "40 → 50 %", { target: 50, unit: "%", better: HIGH, baseline: 40 }],
  ["100 d'ici 2030", "100 by 2030", { target: 100, due: "2030-12-31" }],
  ["10 par mois", "10 per month", { target: 10, every: "monthly" }],
];

describe("target phrases in German and French", () => {
  it.each(OTHER_LANGUAGES)("%s is read as %s", (phrase, english, { notes = 0, ...expected }) => {
    expect(read(phrase)).toEqual({ ...expected, notes: notes + 1 });
    const { ok, ...told } = readTargetPhrase(phrase, PLAIN);
    expect(ok && "notes" in told ? told.notes[0] : told).toBe(`it is read as "${english}"`);
    const own = read(english);
    expect(own).toEqual(notes === 0 ? expected : { ...expected, notes });
  });

  it("leave English as it is", () => {
    for (const [phrase] of UNDERSTOOD) expect(inEnglish(phrase)).toBe(phrase);
  });

  it.each([
    "mindestens eine gute Bewertung",
    "um 20 % besser",
    "von 40 auf fünfzig",
    "bis auf Weiteres 100",
    "environ 50",
    "entre amis et 20",
    "plus ou moins 5",
    "wird noch festgelegt",
    "à déterminer",
  ])("%s is not", (phrase) => {
    expect(read(phrase)).toBeTypeOf("string");
  });
});

describe("what is known beside a phrase", () => {
  it.each<readonly [string, Partial<PhraseContext>, Said | RegExp]>([
    ["maintain 95 %", { better: "higher" }, { target: { min: 95 }, unit: "%", better: HIGH }],
    ["maintain 5 days", { better: "lower" }, { target: { max: 5 }, unit: "days", better: LOW }],
    ["95% or better", { better: "higher" }, { target: { min: 95 }, unit: "%", better: HIGH }],
    ["improve by 5%", { better: "lower" }, { target: "-5%", better: LOW }],
    ["reduce by 5%", { better: "higher" }, /lower, and higher/],
    ["at least 5", { better: "lower" }, /higher, and lower/],
    ["reduce by 5%", { unit: "%" }, /share of the baseline or percentage points/],
    ["reduce by 5 percentage points", { unit: "%" }, { target: { by: -5 }, unit: "%", better: LOW }],
    ["75%", { unit: "visits" }, /its unit is "%"/],
    ["75%", { unit: "count" }, /its unit is "%"/],
    ["5 days", { unit: "hours" }, /its unit is "days"/],
    ["5 Days", { unit: "day" }, { target: 5, unit: "Days" }],
    ["5 complaints", { unit: "number" }, { target: 5, unit: "complaints" }],
    ["2026", { unit: "visits" }, { target: 2026, unit: "visits" }],
    ["0", { better: "higher" }, { target: 0, better: HIGH }],
    ["75", { unit: "points" }, { target: 75, unit: "points" }],
    ["within 5", { unit: "days" }, { target: { max: 5 }, unit: "days", better: LOW }],
    ["within 5", {}, /./],
    ["5 min", { unit: "minutes" }, { target: 5, unit: "min" }],
    ["1,200", { decimal: "comma" }, { target: 1.2 }],
    ["1.200", { decimal: "comma" }, { target: 1200 }],
    ["1.200", { decimal: "point" }, { target: 1.2 }],
    ["1,200", { decimal: "unclear" }, /./],
    ["1,200.5", { decimal: "unclear" }, { target: 1200.5 }],
    ["done", { unit: "%" }, /unit is "%"/],
    ["100 by FY2026", { fiscal: { month: 4, day: 1, namedBy: "start" } }, { target: 100, due: "2027-03-31" }],
    [
      "100 by the end of fiscal year 2026",
      { fiscal: { month: 4, day: 1, namedBy: "end" } },
      { target: 100, due: "2026-03-31" },
    ],
  ])("%s with %o", (phrase, more, expected) => {
    const found = read(phrase, more);
    if (expected instanceof RegExp) expect(found).toMatch(expected);
    else expect(found).toEqual(expected);
  });
});

describe("properties", () => {
  const words = fc.constantFrom(
    "at least",
    "by",
    "from",
    "to",
    "between",
    "and",
    "%",
    "10",
    "20.5",
    "1,000",
    "days",
    "reduce",
    "2030",
    "per year",
    "≥",
    "-",
    "(",
    "of",
  );

  it("gives a target of the format or a reason, on any words", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const phrase = readTargetPhrase(parts.join(" "), PLAIN);
        return phrase.ok ? parseTarget(phrase.target) !== null : phrase.reason.length > 0;
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws, and takes no longer for hostile texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 250 }), (text) => {
        readTargetPhrase(text, PLAIN);
      }),
      { numRuns: 1000 },
    );
    for (const piece of ["by ", "1 ", "1,", "a ", "- ", "to 1 ", "from 2019 ", "at least ", "(", "% of a "]) {
      expect(readTargetPhrase(piece.repeat(200).slice(0, 200), PLAIN).ok).toBe(false);
    }
  });

  it("reads no number that does not stand in the phrase", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom("at least X %", "below X days", "X by 2030", "reach X"),
        (n, form) => {
          const phrase = readTargetPhrase(form.replace("X", String(n)), PLAIN);
          return phrase.ok && JSON.stringify(phrase.target).includes(String(n));
        },
      ),
    );
  });
});
