/** Numbers of a KPI in sentences and in proposed changes. */

import { someListed } from "../text/listed.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import { targetText } from "../workspace/target.ts";
import { formatValue, isPercent } from "../workspace/units.ts";
import type { Figures } from "./figures.ts";

/** Digits that show a number as its author wrote it, without the noise of binary fractions. */
const EXACT = { significant: 15 } as const;

/** A stated value in full, with the metric's unit. */
export function exactText({ metric }: Figures, value: number): string {
  return formatValue(value, metric.definition.unit, EXACT);
}

/** A computed value to 4 digits, with the metric's unit. */
export function roundedText({ metric }: Figures, value: number): string {
  return formatValue(value, metric.definition.unit);
}

/** The size of a difference of two values; of percentages in points. */
export function differenceText({ metric }: Figures, difference: number): string {
  const { unit } = metric.definition;
  return formatValue(Math.abs(difference), isPercent(unit) ? "points" : unit);
}

/** The target in words, as it is written. */
export function writtenTarget({ target, metric }: Figures): string {
  return targetText(target, metric.definition.unit);
}

/** The baseline with its unit, and the day of the row where it was found in the data; empty without one. */
export function baselineText(figures: Figures): string {
  const { baseline } = figures.resolved;
  if (baseline.value === null) return "";
  const value = exactText(figures, baseline.value);
  return baseline.source === "stated" ? value : `${value} (the value of ${formatDay(baseline.day)})`;
}

/** Dates that are named before the rest is only counted. */
const MOST_DATES = 4;

/** `2026-03-31 and 2026-05-31`; of many the first, and how many more. */
export function datesText(days: readonly Day[]): string {
  return someListed(days.map(formatDay), MOST_DATES, "date");
}

/** A number as YAML reads it back, without the noise of binary fractions. */
export function yamlNumber(value: number): string {
  const near = Number(value.toPrecision(EXACT.significant)) + 0;
  return String(Number.isFinite(near) ? near : value);
}

/** The target form that holds a level where a metric stands: `{ min: 64 }`, or `{ max: 64 }` where lower is better. */
export function keepForm({ measure }: Figures, value: number): string {
  return measure.better === "higher" ? `{ min: ${yamlNumber(value)} }` : `{ max: ${yamlNumber(value)} }`;
}
