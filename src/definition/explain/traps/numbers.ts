/** Reads numbers as people write them: with separators, decimal commas, magnitudes. */

/** A number as people write it, without a sign, for use inside larger patterns; has no group. */
export const DIGITS = String.raw`\d(?:[\d,._']| (?=\d{3}\b))*`;

/** The same, perhaps with a sign. */
export const NUMBER = `[+-]?${DIGITS}`;

/** What says before a number that it is money; has no group. */
export const CURRENCY = String.raw`[$€£¥] ?|[A-Z]{3} ?(?=\d)`;

/** Percent, in a sign or in words; has no group. */
export const PERCENT = String.raw`(?:%|(?:percent|per cent|pct\.?)(?![a-z]))`;

export type NumberStyle = "plain" | "thousands" | "decimal-comma";

interface Style {
  readonly style: NumberStyle;
  readonly pattern: RegExp;
  readonly digits: (text: string) => string;
}

const STYLES: readonly Style[] = [
  { style: "plain", pattern: /^\d+(?:\.\d+)?$/, digits: (text) => text },
  { style: "thousands", pattern: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, digits: (text) => text.replaceAll(",", "") },
  {
    style: "thousands",
    pattern: /^\d{1,3}(?:[ '_]\d{3})+(?:[.,]\d+)?$/,
    digits: (text) => text.replace(/[ '_]/g, "").replace(",", "."),
  },
  { style: "thousands", pattern: /^\d+(?:_\d+)+(?:\.\d+)?$/, digits: (text) => text.replaceAll("_", "") },
  { style: "thousands", pattern: /^\d{1,3}(?:\.\d{3}){2,}$/, digits: (text) => text.replaceAll(".", "") },
  {
    style: "thousands",
    pattern: /^\d{1,3}(?:\.\d{3})+,\d+$/,
    digits: (text) => text.replaceAll(".", "").replace(",", "."),
  },
  { style: "decimal-comma", pattern: /^\d+,\d+$/, digits: (text) => text.replace(",", ".") },
];

/** The number that a text means, and in which style it is written; null where it is none. */
export function readNumber(text: string): { readonly value: number; readonly style: NumberStyle } | null {
  const trimmed = text.trim();
  const sign = /^[+-]/.test(trimmed) ? trimmed.charAt(0) : "";
  const body = trimmed.slice(sign.length);
  const found = STYLES.find((style) => style.pattern.test(body));
  if (found === undefined) return null;
  const value = Number(sign + found.digits(body));
  return Number.isFinite(value) ? { value, style: found.style } : null;
}

/** Whether a number has thousands or decimals behind its point, as `1.200` has: nothing tells which. */
export function isTwofold(text: string): boolean {
  return /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text);
}

/** Just the number; null where the text is none. */
export function numberIn(text: string | undefined): number | null {
  return text === undefined ? null : (readNumber(text)?.value ?? null);
}

/** One letter in lower case may be a unit (5 m), so it is none; `k` is not. */
const EXPONENTS: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  thousand: 3,
  M: 6,
  mn: 6,
  mio: 6,
  million: 6,
  B: 9,
  bn: 9,
  billion: 9,
};

/** Words that multiply a number, for use inside larger patterns; has no group. */
export const MAGNITUDE = "(?:k|thousand|mn|mio|million|m|bn|billion|b)";

/** By how many powers of ten a word multiplies; 0 where it is a unit, or absent. */
export function exponentOf(word: string | undefined): number {
  if (word === undefined) return 0;
  return EXPONENTS[word.length === 1 ? word : word.toLowerCase()] ?? 0;
}

/** `5` with `k` is 5000; null where the text is no number. */
export function magnified(text: string | undefined, magnitude: string | undefined): number | null {
  const value = numberIn(text);
  return value === null ? null : Number(`${value}e${exponentOf(magnitude)}`);
}
