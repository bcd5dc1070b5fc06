/** Numbers inside formulas. */

import type { RowRange } from "../../progress/window.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Series } from "../../workspace/series.ts";
import { formatPercentOfWhole } from "../../workspace/units.ts";
import { bare, bareWith, share, type Unit } from "../progress/figures.ts";
import { number } from "../words.ts";

/** Digits of measured and computed values, and of every number in full. */
const LEAST_DIGITS = 4;
const ALL_DIGITS = 17;

/** Rows that a sentence lists; the rest is counted. */
const MOST_LISTED = 12;

/** A number in a formula, without its unit; a yes or no is 1 or 0. */
export function numberOf(value: number, unit: Unit): string {
  return bare(value, formulaUnit(unit));
}

/** How a number of a formula is printed with some significant digits. */
type Print = (value: number, significant: number) => string;

/** Prints numbers of a unit without it; a yes or no is 1 or 0. */
export function inUnit(unit: Unit): Print {
  const own = formulaUnit(unit);
  return (value, significant) => bareWith(value, own, significant);
}

/** Prints shares as percentages. */
export function asPercent(value: number, significant: number): string {
  return formatPercentOfWhole(value, { significant });
}

/**
 * The operands of a formula with as few digits, at least 4, as give its printed result to whoever calculates with
 * them; `calculate` prints the result that some operands have. In full where no rounding does.
 */
export function operandsOf<const Values extends readonly number[]>(
  values: Values,
  print: Print,
  calculate: (values: Each<Values, number>) => string,
): Each<Values, string> {
  const printed = (significant: number): readonly string[] => values.map((value) => print(value, significant));
  const result = calculate(values as Each<Values, number>);
  for (let significant = LEAST_DIGITS; significant < ALL_DIGITS; significant++) {
    const texts = printed(significant);
    if (calculate(texts.map(readNumber) as Each<Values, number>) === result) return texts as Each<Values, string>;
  }
  return printed(ALL_DIGITS) as Each<Values, string>;
}

type Each<Values extends readonly number[], Item> = { readonly [Index in keyof Values]: Item };

/** What a printed number says. */
function readNumber(text: string): number {
  const number = Number(text.replace(/[, %]/g, ""));
  return text.endsWith("%") ? number / 100 : number;
}

/** A printed number behind an operator: negative ones in brackets. */
export function bracketed(number: string): string {
  return number.startsWith("-") ? `(${number})` : number;
}

/** `(68 − 62) / (75 − 62) = 46.15 %`: how far `value` is on the way from `from` to `to`. */
export function wayText(value: number, from: number, to: number, unit: Unit): string {
  const way = (at: number, start: number, end: number): string => share((at - start) / (end - start));
  const [at, start, end] = operandsOf([value, from, to], inUnit(unit), (numbers) => way(...numbers));
  return `(${at} − ${bracketed(start)}) / (${end} − ${bracketed(start)}) = ${way(value, from, to)}`;
}

/** `68 / 75 = 90.67 %`: the quotient as `result` prints it. */
export function quotientText(
  dividend: number,
  divisor: number,
  print: Print,
  result: (quotient: number) => string,
): string {
  const quotient = (above: number, below: number): string => result(above / below);
  const [above, below] = operandsOf([dividend, divisor], print, (numbers) => quotient(...numbers));
  return `${above} / ${bracketed(below)} = ${quotient(dividend, divisor)}`;
}

/** `5.9 + 6.1 + 5.7`, from which `calculate` makes the printed result; null where there are too many to list. */
export function addedText(values: readonly number[], unit: Unit, calculate: (sum: number) => string): string | null {
  if (values.length > MOST_LISTED) return null;
  const texts = operandsOf(values, inUnit(unit), (numbers) => calculate(sumOf(numbers)));
  return texts.map((text, i) => (i === 0 ? text : bracketed(text))).join(" + ");
}

/** The sum of some numbers, in their order. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** `2026-03-31: 64; 2026-06-30: 68`, the latest rows where there are many. */
export function rowsText(series: Series, rows: RowRange, unit: Unit): string {
  const from = Math.max(rows.from, rows.to - MOST_LISTED);
  const shown: string[] = [];
  for (let i = from; i < rows.to; i++)
    shown.push(`${dayText(series.days[i])}: ${numberOf(series.values[i] ?? 0, unit)}`);
  return from > rows.from ? `${shown.join("; ")}; and ${number(from - rows.from)} older` : shown.join("; ");
}

/** `2026-06-30`. */
export function dayText(day: Day | undefined): string {
  return day === undefined ? "" : formatDay(day);
}

/** `1 day`, `227 days`. */
export function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** The unit of numbers in a formula: yes or no are 1 and 0 there. */
export function formulaUnit(unit: Unit): Unit {
  return unit === "boolean" ? null : unit;
}
