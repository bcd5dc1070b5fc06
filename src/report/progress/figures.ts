/** Values, targets and shares as people read them. */

import { same, slack } from "../../progress/numbers.ts";
import type { ResolvedTarget } from "../../progress/target.ts";
import type { Target } from "../../workspace/target.ts";
import { formatNumber, formatPercentOfWhole, formatValue } from "../../workspace/units.ts";

/** Digits of measured and computed values. */
const MEASURED = 4;
/** Digits that show a number as its author wrote it. */
const EXACT = 15;
/** No team draws its lines above this pace. */
const HIGHEST_LINE = 10;

/** A unit as written; null or undefined where a metric has none. */
export type Unit = string | null | undefined;

/** A measured value with its unit: `68 points`. */
export function measured(value: number, unit: Unit): string {
  return formatValue(value, unit);
}

/** A value that somebody wrote, in full. */
export function written(value: number, unit: Unit): string {
  return formatValue(value, unit, { significant: EXACT });
}

/** A measured value without its unit, for formulas and where the unit follows once for several. */
export function bare(value: number, unit: Unit): string {
  return bareWith(value, unit, MEASURED);
}

/** A value with some significant digits, without its unit. */
export function bareWith(value: number, unit: Unit, significant: number): string {
  return withoutUnit(formatValue(value, unit, { significant }), unit);
}

/** A written value without its unit. */
export function bareWritten(value: number, unit: Unit): string {
  return bareWith(value, unit, EXACT);
}

/** A number of a target without its unit: in full where it was written, else measured. */
export function numberText(value: number, unit: Unit, exact: boolean): string {
  return exact ? bareWritten(value, unit) : bare(value, unit);
}

/** Whether a target states its numbers itself, so that they are shown in full. */
export function isExact(target: Target | null): boolean {
  return target !== null && target.kind !== "percent" && target.kind !== "by";
}

/**
 * Value and target on one line: `52,000 → 60,250 visits` to reach, `55,430 of 96,000 EUR` of a budget,
 * `2.62, at most 2.5 s` to keep. A value that differs from its target, or from one before, never shows as equal to it.
 */
export function nowAndTarget(
  current: number | null,
  target: ResolvedTarget | null,
  unit: Unit,
  options: { readonly exact: boolean; readonly arrow?: string; readonly before?: number | null },
): string {
  const digits = options.exact ? EXACT : MEASURED;
  if (target === null) return current === null ? "no value" : measured(current, unit);
  const bounds = [...boundsOf(target), ...(options.before == null ? [] : [options.before])];
  const now = current === null ? "no value" : apartFrom(current, bounds, unit, digits);
  if (target.kind === "keep") return `${now}, ${rangeText(target.min, target.max, unit, digits)}`;
  const goal = formatValue(target.value, unit, { significant: digits });
  return target.kind === "budget" ? `${now} of ${goal}` : `${now} ${options.arrow ?? "→"} ${goal}`;
}

/** A resolved target in words: `75 points`, `at most 96,000 EUR`, `60 to 70 %`. */
export function targetWords(target: ResolvedTarget, unit: Unit, exact: boolean): string {
  const digits = exact ? EXACT : MEASURED;
  if (target.kind === "keep") return rangeText(target.min, target.max, unit, digits);
  const value = formatValue(target.value, unit, { significant: digits });
  return target.kind === "budget" ? `at most ${value}` : value;
}

/** Bounds as they were written: `at least 72 %`. */
export function boundsText(min: number | null, max: number | null, unit: Unit): string {
  return rangeText(min, max, unit, EXACT);
}

/** A share as a percentage that never shows 100 % for less. */
export function share(fraction: number): string {
  return formatPercentOfWhole(fraction);
}

/**
 * A pace with 4 significant digits that never shows as on a line while it is below: it is not rounded up
 * to a number with three decimals or fewer, such as 0.95.
 */
export function paceText(pace: number): string {
  const near = Number(pace.toPrecision(MEASURED));
  const isRaised =
    near > pace + slack(pace) && near <= HIGHEST_LINE && Number.isInteger(Number((near * 1000).toPrecision(12)));
  if (!isRaised) return formatNumber(pace);
  const step = 10 ** (Math.floor(Math.log10(Math.abs(pace))) + 1 - MEASURED);
  return formatNumber(near - step);
}

function boundsOf(target: ResolvedTarget): readonly number[] {
  if (target.kind !== "keep") return [target.value];
  return [target.min, target.max].filter((bound) => bound !== null);
}

/**
 * A measured value without unit, with as many digits as tell it from bounds that it differs from, and as show it equal
 * to those that it meets but for rounding.
 */
export function apartFrom(value: number, bounds: readonly number[], unit: Unit, digits = EXACT): string {
  for (let significant = MEASURED; significant < EXACT; significant++) {
    const text = bareWith(value, unit, significant);
    if (bounds.every((bound) => isTrue(text, value, bound, unit, [significant, digits]))) return text;
  }
  return bareWritten(value, unit);
}

/** Whether a text stands to a bound as the value does, however many of these digits the bound is printed with. */
function isTrue(text: string, value: number, bound: number, unit: Unit, digits: readonly number[]): boolean {
  if (same(value, bound)) return same(Number(text.replaceAll(",", "")), bound);
  // So far apart, no two numbers of four digits look alike: most never have to be written out.
  if (Math.abs(value - bound) > 0.01 * Math.max(Math.abs(value), Math.abs(bound))) return true;
  return digits.every((significant) => text !== bareWith(bound, unit, significant));
}

function rangeText(min: number | null, max: number | null, unit: Unit, significant: number): string {
  const text = (value: number): string => formatValue(value, unit, { significant });
  if (min === null) return max === null ? "no bounds" : `at most ${text(max)}`;
  if (max === null) return `at least ${text(min)}`;
  return `${withoutUnit(text(min), unit)} to ${text(max)}`;
}

function withoutUnit(text: string, unit: Unit): string {
  return unit != null && unit !== "" && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}
