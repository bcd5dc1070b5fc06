/** Numbers and units: how they are shown, and how numbers in text are read. */

import { visible } from "../text/display.ts";

/** The codes of ISO 4217 that name money in use or metals, with those withdrawn since 2024; three letters each. */
const CURRENCY_CODES =
  "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLFCLPCNYCOPCOU" +
  "CRCCUCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPY" +
  "KESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZD" +
  "OMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWD" +
  "TZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWSTXAFXAGXAUXCDXCGXDRXOFXPDXPFXPTYERZARZMWZWGZWL";

/** Digits that are shown of measured and computed values. */
const SIGNIFICANT = 4;
/** Digits that show a number as its author wrote it, without the noise of binary fractions. */
const EXACT = 15;

/** Longest text of a file that is repeated in a message. */
const QUOTED_LENGTH = 40;

let currencies: Set<string> | null = null;

/** Whether values are percentages, such as 12.5 for 12.5 %. */
export function isPercent(unit: string | null | undefined): boolean {
  return unit === "%";
}

/** Whether the unit is yes or no: 1 is done. */
export function isBoolean(unit: string | null | undefined): boolean {
  return unit === "boolean";
}

/** Whether a number is one of those that the unit boolean has: 1 for done, 0 for not done. */
export function isYesOrNo(value: number): boolean {
  return value === 0 || value === 1;
}

/** Whether the unit is an ISO 4217 code in capitals. */
export function isCurrency(unit: string | null | undefined): boolean {
  if (unit?.length !== 3) return false;
  currencies ??= new Set(CURRENCY_CODES.match(/.{3}/g));
  return currencies.has(unit);
}

/** A number in groups of three, rounded to `significant` digits (4), such as `48,200` or `0.0123`. */
export function formatNumber(value: number, options?: { readonly significant?: number }): string {
  return grouped(rounded(value, options?.significant ?? SIGNIFICANT));
}

/** A number in full, as its author wrote it: for targets, bounds and whatever is compared word by word. */
export function formatExact(value: number): string {
  return grouped(rounded(value, EXACT));
}

/** A value with its unit: `60,250 visits`, `12.5 %`, `done`. A percentage below 100 never shows as 100. */
export function formatValue(value: number, unit?: string | null, options?: { readonly significant?: number }): string {
  const significant = options?.significant ?? SIGNIFICANT;
  if (isPercent(unit)) return percentText(value, significant);
  if (isBoolean(unit) && isYesOrNo(value)) return value === 1 ? "done" : "not done";
  const number = formatNumber(value, { significant });
  return unit === undefined || unit === null || unit === "" ? number : `${number} ${unit}`;
}

/** A share as a percentage: 0.4615 is `46.15 %`. Anything below 1 stays below `100 %`. */
export function formatPercentOfWhole(fraction: number, options?: { readonly significant?: number }): string {
  const percent = fraction * 100;
  // The product of a fraction just below 1 may round to 100 itself.
  const below = fraction < 1 && percent >= 100 ? 100 - 1e-12 : percent;
  return percentText(below, options?.significant ?? SIGNIFICANT);
}

function percentText(percent: number, significant: number): string {
  const near = rounded(percent, significant);
  if (percent < 100 && near >= 100) return `${grouped(largestBelow100(significant))} %`;
  return `${grouped(near)} %`;
}

/** 99.99 for 4 digits, 99 for 2, 90 for 1. */
function largestBelow100(significant: number): number {
  return rounded(100 - 10 ** (2 - significant), significant);
}

/** The largest double would be rounded up to infinity. */
function rounded(value: number, significant: number): number {
  const near = Number(value.toPrecision(significant));
  return Number.isFinite(near) ? near : value;
}

function grouped(value: number): string {
  if (value === 0) return "0"; // and never "-0"
  const text = String(value);
  if (text.includes("e")) return text.replace("e+", "e");
  const point = text.indexOf(".");
  const whole = point === -1 ? text : text.slice(0, point);
  if (whole.length <= 3 || !Number.isFinite(value)) return text;
  return whole.replace(/(\d)(?=(?:\d{3})+$)/g, "$1,") + (point === -1 ? "" : text.slice(point));
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a text is written as a decimal number, even where it is too large to be one. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Reads a decimal number without spaces, separators or unit; null for anything else, `1e999` included. */
export function parseNumber(text: string): number | null {
  if (!DECIMAL.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/**
 * The number that a person meant by a text with a unit or separators: `12%`, `€1,200.50`, `1 200`, `3,5`.
 * Where a comma could part thousands or decimals it is read as thousands, as in English. Null where nothing is clear.
 */
export function numberMeant(text: string): string | null {
  if (text.length > QUOTED_LENGTH) return null;
  const bare = text
    .replace(/[−–]/g, "-")
    .replace(/^(\s*[+-]?)\s*(?:\p{Sc}|[A-Z]{3}\b)\s*/u, "$1")
    .replace(/\s*(?:%|\p{Sc}|\b[A-Z]{3})\s*$/u, "")
    .trim();
  const plain = withoutSeparators(bare);
  const value = plain === null ? null : parseNumber(plain);
  return value === null ? null : String(value);
}

function withoutSeparators(text: string): string | null {
  if (DECIMAL.test(text)) return text;
  if (/^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(",", "");
  if (/^[+-]?\d{1,3}(?:[\s_'’]\d{3})+(?:[.,]\d+)?$/u.test(text)) return text.replace(/[\s_'’]/gu, "").replace(",", ".");
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  if (/^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(text)) return text.replaceAll(".", "");
  return /^[+-]?\d+,\d+$/.test(text) ? text.replace(",", ".") : null;
}

/** Text of a file between quotation marks for use in a message: at most 40 characters, hidden ones written out. */
export function quoteText(text: string): string {
  // Cut by code points, so that no character is halved; 40 of them take at most 80 units.
  const characters = [...text.slice(0, QUOTED_LENGTH * 2 + 2)];
  const shown = visible(characters.slice(0, QUOTED_LENGTH).join(""));
  return characters.length > QUOTED_LENGTH ? `"${shown}…"` : `"${shown}"`;
}
