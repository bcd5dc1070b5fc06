/** Numbers inside formulas. */

import type { RowRange } from "../../progress/window.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Series } from "../../workspace/series.ts";
import { bare, type Unit } from "../progress/figures.ts";

/** Rows that a sentence lists; the rest is counted. */
const MOST_LISTED = 12;

/** A number behind an operator: negative ones in brackets. */
export function operand(value: number, unit: Unit): string {
  const text = numberOf(value, unit);
  return value < 0 ? `(${text})` : text;
}

/** A number in a formula, without its unit; a yes or no is 1 or 0. */
export function numberOf(value: number, unit: Unit): string {
  return bare(value, formulaUnit(unit));
}

/** `(68 − 62) / (75 − 62)`: how far `value` is on the way from `from` to `to`. */
export function wayText(value: number, from: number, to: number, unit: Unit): string {
  const part = `${numberOf(value, unit)} − ${operand(from, unit)}`;
  return `(${part}) / (${numberOf(to, unit)} − ${operand(from, unit)})`;
}

/** `5.9 + 6.1 + 5.7`; null where there are too many to list. */
export function addedText(values: readonly number[], unit: Unit): string | null {
  if (values.length > MOST_LISTED) return null;
  return values.map((value, i) => (i === 0 ? numberOf(value, unit) : operand(value, unit))).join(" + ");
}

/** `2026-03-31: 64; 2026-06-30: 68`, the latest rows where there are many. */
export function rowsText(series: Series, rows: RowRange, unit: Unit): string {
  const from = Math.max(rows.from, rows.to - MOST_LISTED);
  const shown: string[] = [];
  for (let i = from; i < rows.to; i++)
    shown.push(`${dayText(series.days[i])}: ${numberOf(series.values[i] ?? 0, unit)}`);
  return from > rows.from ? `${shown.join("; ")}; and ${from - rows.from} older` : shown.join("; ");
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
