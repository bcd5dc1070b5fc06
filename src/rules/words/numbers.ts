/** The numbers in a title: what they may mean, and how they were written. */

import { withoutLabels } from "./calendar.ts";

export interface TitleNumber {
  /** The number with its sign, currency, magnitude and percent sign. */
  readonly start: number;
  readonly end: number;
  /** What it may mean: `5M` is 5,000,000 or 5 million units, `1.200` is 1.2 or 1,200. The likeliest comes first. */
  readonly values: readonly number[];
  /** Half of the last digit that is written, in the same unit: numbers that are rounded for a title are equal within it. */
  readonly rounding: number;
  /** Written with a magnitude such as k or million. */
  readonly isShortened: boolean;
  readonly isPercent: boolean;
  /** Percentage points; basis points are hundredths of them. */
  readonly isPoints: boolean;
  /** A multiple or a ratio (`2x`, `3-fold`, `3:1`), which is neither a level nor a change. */
  readonly isMultiple: boolean;
  /** Four digits that may be a year. */
  readonly isYearLike: boolean;
  /** A sign or code of money, in capitals; null for none. */
  readonly currency: string | null;
  /** How it was written: what stands around the digits, and the separator of thousands. */
  readonly style: {
    readonly before: string;
    readonly after: string;
    readonly magnitude: number;
    readonly separator: string;
  };
}

const CURRENCY = "(?:[A-Z]{0,2}\\$|[€£¥₹]|(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|INR|CNY)(?=\\s?\\d))";
/** What may part thousands: a comma, a space of any kind, an apostrophe. */
const SEPARATOR = "[, \\u00a0\\u202f'’]";
const DIGITS = `\\d{1,3}(?:${SEPARATOR}\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?|\\d+(?:[.,]\\d+)?`;
const GROUPED = new RegExp(`^\\d{1,3}(${SEPARATOR})\\d{3}`);
/** `1.200.000`: one point alone may be a decimal one, several part thousands. */
const POINTED = /^\d{1,3}(?:\.\d{3}){2,}/;
const MAGNITUDE = "k|m|mn|mio|bn|b|tn|thousand|million|billion|trillion";
const POINTS = "percentage\\s+points?|percent\\s+points?|%-?\\s?points?|pp|ppts?|pct\\.?\\s?pts?|bps|basis\\s+points?";
const PERCENT = "%|percent|per\\s+cent|pct";
/** Units that are written right behind digits; other letters there make a word: `5G`, `3D`, `2nd`. */
const GLUED = "ms|s|sec|min|h|hrs?|d|kg|g|t|km|m|cm|mm|l|ml|[kMG]?Wh|[kMG]?W|[GTMKk]B|ppm|ppb|pts?|x|×|°C|°F|°|pcs";

const NUMBER = new RegExp(
  `(?<![\\w.,/:×'’]|[A-Za-z][-–])(?<before>[+−-]?${CURRENCY}?\\s?[+−-]?)(?<digits>${DIGITS})` +
    `(?:(?<magnitude>\\s?(?:${MAGNITUDE}))(?![\\w]))?(?:(?<points>\\s?(?:${POINTS}))(?![\\w])|(?<percent>\\s?(?:${PERCENT}))(?!\\w))?` +
    `(?<scale>\\s?/\\s?(?:5|10|100)(?!\\d))?(?<money>\\s?[€£$](?!\\w))?`,
  "gi",
);
const BEHIND = new RegExp(`^(?:(?:${GLUED})(?!\\w)|[^\\w°×]|$)`);

const POWERS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** Every number of a title that may be a value, from left to right; dates, labels and digits inside words are none. */
export function numbersIn(plain: string): readonly TitleNumber[] {
  const text = withoutLabels(plain);
  if (!/\d/.test(text)) return [];
  const numbers: TitleNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const number = numberOf(match, text);
    if (number !== null) numbers.push(number);
  }
  return numbers;
}

function numberOf(match: RegExpExecArray, text: string): TitleNumber | null {
  const {
    before = "",
    digits = "",
    magnitude = "",
    points = "",
    percent = "",
    scale = "",
    money = "",
  } = match.groups ?? {};
  const end = match.index + match[0].length;
  const after = text.slice(end);
  if (!BEHIND.test(after) || /^[-–](?!\s?\d)\S/.test(after)) return null;
  const lead = before.length - before.trimStart().length;
  const sign = /[−-]/.test(before) ? -1 : 1;
  const word = magnitude.trim();
  const power = /^\s?b/i.test(points) ? 0.01 : (POWERS[word.toLowerCase()] ?? 1);
  const readings = readDigits(digits);
  const first = readings[0];
  if (first === undefined) return null;
  const values = readings.map((value) => sign * value * power);
  // The unit may hold the magnitude (k EUR), and a single letter may be a unit (5 m).
  if (power > 1) values.push(sign * first);
  const isPointed = POINTED.test(digits);
  const decimals = /(?:,(\d{1,2})|\.(\d+))$/.exec(isPointed ? digits.replaceAll(".", "") : digits);
  return {
    start: match.index + lead,
    end,
    values,
    rounding: (power * 10 ** -(decimals?.[1] ?? decimals?.[2] ?? "").length) / 2,
    isShortened: power > 1,
    isPercent: percent !== "",
    isPoints: points !== "",
    isMultiple: /^\s?(?:x(?!\w)|×|-?\s?fold(?!\w)|times(?!\w)|[:/]\s?\d)/i.test(after),
    isYearLike: /^(?:19|20)\d\d$/.test(digits) && before.trim() === "" && word + percent + points + money === "",
    currency: /[^\d\s+−-]+/.exec(before)?.[0]?.toUpperCase() ?? (money.trim() || null),
    style: {
      before: before.trimStart(),
      after: magnitude + points + percent + scale + money,
      magnitude: power,
      separator: isPointed ? "." : (GROUPED.exec(digits)?.[1] ?? ""),
    },
  };
}

/** What digits with separators may mean; a comma or point before three digits may part thousands or decimals. */
function readDigits(digits: string): number[] {
  if (GROUPED.test(digits)) {
    const thousands = Number(digits.replace(/[^\d.]/g, ""));
    return /^\d{1,3},\d{3}$/.test(digits) ? [thousands, Number(digits.replace(",", "."))] : [thousands];
  }
  if (POINTED.test(digits)) return [Number(digits.replaceAll(".", "").replace(",", "."))];
  const value = Number(digits.replace(",", "."));
  return /^\d{1,3}\.\d{3}$/.test(digits) ? [value, Number(digits.replace(".", ""))] : [value];
}

const COUNT =
  "zero|none|nil|nobody|all|every|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|a\\s+(?:third|quarter|fifth|tenth|dozen|hundred|thousand|million)";
const WORDS = new RegExp(
  `(?<![\\w-])(?:(?:to|by|at|below|under|above|over|least|most|than|of)\\s+(?:${COUNT})|(?<!(?:first|second|1st|2nd)\\s)half(?!\\s+(?:of\\s+(?:the\\s+)?)?year)|halve|halving|doubl(?:e|ing)|tripl(?:e|ing)|quadruple|twice|(?:two|three|four|five|ten)-?fold|two[-\\s]thirds|three[-\\s]quarters)(?![\\w-])`,
  "i",
);

/**
 * A number right behind "to", "of" or "at" that can be nothing but a value: the usual case, told without the costly
 * search for dates and labels.
 */
const PLAINLY =
  /\b(?:to|of|at)\s+(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)*(?:\s?%|(?=\s(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of\b|[-–/:x×]))|$))/i;
/** The same behind words that dates follow as well: a percent sign, or a word that is neither month nor magnitude, tells. */
const PLAINLY_BY =
  /\b(?:by|above|below)\s+(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)?(?:%(?=\s(?!points)[a-z]|$)|\s(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|per|pct|ppt|bps|basis|mio|thou|mill|bill|trill)[a-z]{3,}(?=\s|$))/i;

/** Whether a title says how much, in digits or in words; dates, ranks and digits inside words do not count. */
export function saysHowMuch(plain: string): boolean {
  if (PLAINLY.test(plain) || PLAINLY_BY.test(plain) || WORDS.test(plain)) return true;
  return numbersIn(plain).some((number) => !isYear(number, plain));
}

/** Whether four digits stand for a year: "by 2030" and "in 2026", but not "2000 visits" or "to 2000". */
export function isYear(number: TitleNumber, plain: string): boolean {
  if (!number.isYearLike) return false;
  const before = /(\w+)\W*$/.exec(plain.slice(0, number.start))?.[1]?.toLowerCase() ?? "";
  if (
    /^\s+(?!in|for|with|and|or|from|to|at|of|across|through|vs|versus|on|as|compared|against|than|until|by)(?:[a-z]{2}|[A-Z]{3}\b|k[A-Z])/.test(
      plain.slice(number.end),
    )
  ) {
    return /^(?:in|during|since|end|until|till|before)$/.test(before);
  }
  return !/^(?:to|at|reach|above|below|over|under|least|most|than|achieve|acquire)$/.test(before);
}
