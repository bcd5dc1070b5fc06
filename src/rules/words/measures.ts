/** What the words behind a number say of its unit. */

import type { TitleNumber } from "./numbers.ts";

/** Units of time in seconds, as far as a day of work leaves no doubt; longer ones compare only with themselves. */
const SECONDS: readonly (readonly [pattern: RegExp, seconds: number, name: string])[] = [
  [/^(?:ms|milliseconds?|millis)$/i, 0.001, "ms"],
  [/^(?:s|secs?|seconds?)$/i, 1, "s"],
  [/^(?:mins?|minutes?)$/i, 60, "min"],
  [/^(?:h|hrs?|hours?)$/i, 3600, "h"],
  [/^(?:d|days?)$/i, 0, "day"],
  [/^(?:w|wks?|weeks?)$/i, 0, "week"],
  [/^(?:months?)$/i, 0, "month"],
  [/^(?:quarters?)$/i, 0, "quarter"],
  [/^(?:y|yrs?|years?)$/i, 0, "year"],
];

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  CA$: "CAD",
  A$: "AUD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
};

/** Words that begin something else than the unit of the number before them. */
const FUNCTION_WORD =
  /^(?:in|for|with|and|or|from|to|at|of|across|through|vs|versus|on|as|compared|against|than|until|till|by|per|each|every|a|an|the|over|after|before|within|during|among|while|without|between|via|since|is|are|annually|yearly|monthly|quarterly|weekly|daily|total|overall|points?|percent|units?|out)$/i;

/**
 * The factor that turns a number of a title into the metric's unit: 1 where nothing else is said or the words behind
 * it name the metric, 60 for minutes on a metric in seconds; null where it is about something else.
 */
export function directUnit(
  number: TitleNumber,
  plain: string,
  { unit, metric }: { readonly unit: string | undefined; readonly metric: string },
): number | null {
  if (number.currency !== null) return isSameCurrency(number.currency, unit) ? 1 : null;
  const words = wordsBehind(plain, number.end);
  const first = words[0];
  if (first === undefined || first === unit) return 1;
  const time = words.map(timeOf).find((found) => found !== undefined);
  if (time !== undefined) return timeFactor(time, unit);
  const own = wordsOf(unit ?? "").flatMap((word) => [word, word.replace(/^[kM](?=[A-Z])/, "")]);
  const known = new Set([...own, ...wordsOf(metric)].map(stem));
  return words.some((word) => known.has(stem(word))) ? 1 : null;
}

function isSameCurrency(sign: string, unit: string | undefined): boolean {
  if (unit === undefined) return true;
  const code = CURRENCIES[sign] ?? sign;
  return unit.toUpperCase().includes(code) || (sign === "$" && /[A-Z]{2}D$|\$/.test(unit)) || unit.includes(sign);
}

/** Up to three words right behind a number, before a function word, a digit or punctuation. */
function wordsBehind(plain: string, end: number): readonly string[] {
  const words: string[] = [];
  const rest = /^(?:\s*[\p{L}°][\p{L}°'’-]*)*/u.exec(plain.slice(end))?.[0] ?? "";
  for (const word of rest.trim().split(/\s+/)) {
    if (word === "" || FUNCTION_WORD.test(word) || words.length === 3) break;
    words.push(word);
  }
  return words;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/** Singular and plural alike, roughly. */
function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/ies$/, "y")
    .replace(/(?:es|s)$/, "")
    .replace(/e$/, "");
}

function timeOf(word: string): (typeof SECONDS)[number] | undefined {
  return SECONDS.find(([pattern]) => pattern.test(word));
}

function timeFactor(title: (typeof SECONDS)[number], unit: string | undefined): number | null {
  const own = wordsOf(unit ?? "")
    .map(timeOf)
    .find((found) => found !== undefined);
  if (own === undefined) return null;
  if (own[2] === title[2]) return 1;
  return own[1] === 0 || title[1] === 0 ? null : title[1] / own[1];
}
