/** Numbers in imported texts. A text that could be two different numbers is none. */

/** Whether a file writes 1.5 or 1,5; `unclear` where its numbers do not tell. */
export type Decimal = "point" | "comma" | "unclear";

/** The digits of one number with its separators, for use inside larger patterns; has no group. */
export const DIGITS = String.raw`\d+(?:[.,'’_]\d+)*(?:[ ]\d{3}(?![\d]))*(?:[.,]\d+)?(?:[eE][+-]?\d+)?`;

interface Form {
  readonly pattern: RegExp;
  readonly separators: RegExp;
  readonly decimal: "." | "," | null;
}

/** Forms that mean the same everywhere. */
const CLEAR: readonly Form[] = [
  { pattern: /^\d+$/, separators: /(?!)/g, decimal: null },
  { pattern: /^\d+(?:\.\d+)?[eE][+-]?\d+$/, separators: /(?!)/g, decimal: "." },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[1-9]\d{0,2}(?:,\d{3}){2,}$/, separators: /,/g, decimal: "." },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, separators: /\./g, decimal: "," },
  { pattern: /^[1-9]\d{0,2}(?:[ '’_]\d{3})+(?:\.\d+)?$/, separators: /[ '’_]/g, decimal: "." },
  { pattern: /^[1-9]\d{0,2}(?:[ '’_]\d{3})+,\d+$/, separators: /[ '’_]/g, decimal: "," },
];

/** `1,200` and `1.200`: thousands to one reader, a fraction to another. */
const EITHER = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** Reads digits without sign, unit or magnitude; null where they are no number, or one of two. */
export function readDigits(digits: string, decimal: Decimal): number | null {
  for (const form of CLEAR) {
    if (form.pattern.test(digits)) {
      const plain = digits.replace(form.separators, "");
      return finite(form.decimal === "," ? plain.replace(",", ".") : plain);
    }
  }
  const either = EITHER.exec(digits)?.[1];
  if (either !== undefined) {
    if (decimal === "unclear") return null;
    const isFraction = (either === ",") === (decimal === "comma");
    return finite(isFraction ? digits.replace(",", ".") : digits.replace(either, ""));
  }
  return /^\d+[.,]\d+$/.test(digits) ? finite(digits.replace(",", ".")) : null;
}

/** Whether a text would be read if it were known how its file writes numbers. */
export function isOpen(decimal: Decimal, reads: (decimal: Decimal) => boolean): boolean {
  return decimal === "unclear" && reads("point");
}

/** What is wrong with `1,234` in such a file. */
export const TWO_NUMBERS = "it may hold thousands or a fraction; say which with --decimal point or --decimal comma";

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Four digits that name a year as often as an amount. */
export function mayBeYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text.trim());
}

/** How the numbers of a file are written, told by those that leave no doubt; a comma between cells speaks for a point. */
export function decimalOf(texts: Iterable<string>, commaPartsCells: boolean): Decimal {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    if (/(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])|\d,\d{3}\.\d/.test(text)) points++;
    else if (/(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,])|\d\.\d{3},\d/.test(text)) commas++;
  }
  if (points > 0) return commas > 0 ? "unclear" : "point";
  if (commas > 0) return "comma";
  return commaPartsCells ? "point" : "unclear";
}

const POWERS: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  thousand: 3,
  thousands: 3,
  M: 6,
  mn: 6,
  mio: 6,
  mln: 6,
  million: 6,
  millions: 6,
  B: 9,
  bn: 9,
  billion: 9,
  billions: 9,
  tn: 12,
  trillion: 12,
};

/** Words behind a number that multiply it, for use inside larger patterns; has no group. */
export const MAGNITUDES = "(?:k|thousands?|mn|mio|mln|millions?|m|bn|billions?|b|tn|trillion)";

/**
 * By which power of ten a word multiplies; null for a lower-case `m` or `b`, which may be a unit, unless the number is
 * an amount of money.
 */
export function powerOf(word: string, isMoney: boolean): number | null {
  if (word.length === 1 && word !== "k" && word === word.toLowerCase()) {
    return isMoney ? (POWERS[word.toUpperCase()] ?? null) : null;
  }
  return POWERS[word.length === 1 ? word : word.toLowerCase()] ?? null;
}

/** A number times a power of ten, without the rounding noise of a multiplication: 1.19 and 9 are 1,190,000,000. */
export function scaled(value: number, power: number): number {
  const text = String(value);
  return text.includes("e") ? value * 10 ** power : Number(`${text}e${power}`);
}
