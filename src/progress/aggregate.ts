/** From the rows of a window to one number (progress.md, step 3). */

import type { Series } from "../workspace/series.ts";
import { finite, inside, mean } from "./numbers.ts";
import type { Aggregation, Reading } from "./terms.ts";
import type { RowRange } from "./window.ts";

/**
 * The current value, in the metric's unit, with the day of the latest row; null without rows, and for a
 * ratio whose rows have no numerators and denominators, because the mean of rates is no rate.
 */
export function currentOf(series: Series, rows: RowRange, aggregation: Aggregation, scale: number): Reading | null {
  const day = series.days[rows.to - 1];
  if (day === undefined || rows.from >= rows.to) return null;
  const value = aggregated(series, rows, aggregation, scale);
  return value === null ? null : { value: finite(value), day };
}

function aggregated(series: Series, rows: RowRange, aggregation: Aggregation, scale: number): number | null {
  const values = series.values;
  switch (aggregation) {
    case "last":
    case "running":
      return values[rows.to - 1] ?? null;
    case "sum":
      return sumOf(values, rows);
    case "mean":
      return mean(values.slice(rows.from, rows.to));
    case "ratio":
      return pooled(series, rows, scale);
    case "min":
      return extreme(values, rows, Math.min);
    case "max":
      return extreme(values, rows, Math.max);
  }
}

function sumOf(values: readonly number[], rows: RowRange): number {
  let sum = 0;
  for (let i = rows.from; i < rows.to; i++) sum = finite(sum + (values[i] ?? 0));
  return sum;
}

function extreme(values: readonly number[], rows: RowRange, pick: (a: number, b: number) => number): number {
  let found = values[rows.from] ?? 0;
  for (let i = rows.from + 1; i < rows.to; i++) found = pick(found, values[i] ?? found);
  return found;
}

function pooled(series: Series, rows: RowRange, scale: number): number | null {
  const { numerators, denominators } = series;
  if (numerators === null || denominators === null) return null;
  const denominator = sumOf(denominators, rows);
  if (denominator === 0) return null;
  return scale * (sumOf(numerators, rows) / denominator);
}

/** The share of rows inside bounds that count as inside, 0 to 1; null without rows. */
export function complianceOf(series: Series, rows: RowRange, min: number | null, max: number | null): number | null {
  if (rows.from >= rows.to) return null;
  let complying = 0;
  for (let i = rows.from; i < rows.to; i++) {
    if (inside(series.values[i] ?? 0, min, max)) complying++;
  }
  return complying / (rows.to - rows.from);
}

/** Whether a total only ever rose: no negative row, or for `running` no total below the one before it. */
export function neverFell(series: Series, rows: RowRange, running: boolean): boolean {
  let previous = 0;
  for (let i = rows.from; i < rows.to; i++) {
    const value = series.values[i] ?? 0;
    if (value < previous) return false;
    if (running) previous = value;
  }
  return true;
}
