/** Where a value is heading by the end of its window (progress.md, step 13). Separate from status. */

import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Direction } from "../workspace/target.ts";
import type { Window } from "../workspace/timeframe.ts";
import { atLeast, atMost, finite, inside, mean, median, squarable } from "./numbers.ts";
import type { ResolvedTarget } from "./target.ts";
import { accumulates, type MetricTerms } from "./terms.ts";
import { theilSen } from "./trend.ts";
import { countUntil, type RowRange, rowsIn } from "./window.ts";

/** An expected value at the end of a window and its likely range, in the metric's unit. */
export interface LikelyRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type Outlook = "likely" | "uncertain" | "unlikely" | "insufficient-data";

/** All null where rows are too few. */
export interface Forecast {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the target will be met at the end of the window. */
  readonly outlook: Outlook;
  /** Rows that were used. */
  readonly rows: number | null;
}

/** The two-sided 80 % quantile of Student's t, by degrees of freedom from 1; the last one for all above. */
const T80 = [
  3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.383, 1.3722, 1.3634, 1.3562, 1.3502, 1.345, 1.3406,
  1.3368, 1.3334, 1.3304, 1.3277, 1.3253,
] as const;
const FEWEST_FOR_LEVEL = 4;
const MOST_FOR_LEVEL = 12;
const FEWEST_FOR_SUM = 3;
/** Weight of the newest value in the smoothed level. */
const SMOOTHING = 0.5;

const INSUFFICIENT: Forecast = { value: null, low: null, high: null, outlook: "insufficient-data", rows: null };

/** The forecast of a KPI as known on `asOf`; null where none applies, because of the aggregation or because all is known. */
export function forecastOf(
  series: Series | null,
  metric: Pick<MetricTerms, "aggregation" | "better" | "min" | "max">,
  target: ResolvedTarget,
  window: Window,
  asOf: Day,
): Forecast | null {
  const total = accumulates(metric.aggregation);
  if (!total && metric.aggregation !== "last") return null;
  if (series === null) return INSUFFICIENT;
  const until = countUntil(series.days, Math.min(asOf, window.end));
  if ((series.days[until - 1] ?? Number.NEGATIVE_INFINITY) >= window.end) return null;
  const rows = total ? rowsIn(series.days, window, asOf) : { from: Math.max(0, until - MOST_FOR_LEVEL), to: until };
  const count = rows.to - rows.from;
  if (count < (total ? FEWEST_FOR_SUM : FEWEST_FOR_LEVEL)) return INSUFFICIENT;
  const range = total ? totalRange(series, rows, window.end, metric) : levelRange(series, rows, window.end, metric);
  return {
    value: range.value,
    low: range.low,
    high: range.high,
    outlook: outlookOf(range, target, metric.better),
    rows: count,
  };
}

/** Whether a range meets a target as a whole, not at all, or in part. */
export function outlookOf(range: LikelyRange, target: ResolvedTarget, better: Direction): Outlook {
  const { low, high } = range;
  if (target.kind === "keep") {
    if (inside(low, target.min, target.max) && inside(high, target.min, target.max)) return "likely";
    const below = target.min !== null && !atLeast(high, target.min);
    const above = target.max !== null && !atMost(low, target.max);
    return below || above ? "unlikely" : "uncertain";
  }
  const upward = target.kind === "reach" && better === "higher";
  const worst = upward ? atLeast(low, target.value) : atMost(high, target.value);
  const best = upward ? atLeast(high, target.value) : atMost(low, target.value);
  if (worst) return "likely";
  return best ? "uncertain" : "unlikely";
}

/**
 * A level at `end`: the trend as far as it is steady, from a level between the last value and a smoothed one.
 * At least 4 rows, `days` rising.
 */
export function forecastLevel(days: readonly Day[], values: readonly number[], end: Day): LikelyRange {
  const { slopePerDay, tau2, deviation } = theilSen(days, values);
  const last = days.length - 1;
  const lastDay = days[last] ?? 0;
  const level = tau2 * squarable(values[last] ?? 0) + (1 - tau2) * smoothed(values);
  const value = level + tau2 * slopePerDay * (end - lastDay);
  const steps = (end - lastDay) / median(differences(days));
  const reach = t80(days.length - 2) * deviation * Math.sqrt((1 + steps) * (1 + steps / 2));
  return { value: finite(value), low: finite(value - reach), high: finite(value + reach) };
}

/**
 * A total at `end`: what is there now, and as many mean additions as there is room for.
 * `additions` in any order, at least 2; `gap` is the usual number of days between two, `left` those to come.
 */
export function forecastTotal(current: number, additions: readonly number[], gap: number, left: number): LikelyRange {
  const drawn = additions.map(squarable);
  const count = drawn.length;
  const centre = mean(drawn);
  let squares = 0;
  for (const addition of drawn) squares += (addition - centre) ** 2;
  const deviation = Math.sqrt(squares / (count - 1));
  const steps = left / gap;
  const value = current + steps * centre;
  const reach = t80(count - 1) * deviation * Math.sqrt(steps * (1 + steps / count));
  return { value: finite(value), low: finite(value - reach), high: finite(value + reach) };
}

function levelRange(series: Series, rows: RowRange, end: Day, metric: Pick<MetricTerms, "min" | "max">): LikelyRange {
  const range = forecastLevel(series.days.slice(rows.from, rows.to), series.values.slice(rows.from, rows.to), end);
  return {
    value: clipped(range.value, metric.min, metric.max),
    low: clipped(range.low, metric.min, metric.max),
    high: clipped(range.high, metric.min, metric.max),
  };
}

function totalRange(series: Series, rows: RowRange, end: Day, metric: Pick<MetricTerms, "aggregation">): LikelyRange {
  const days = series.days.slice(rows.from, rows.to);
  const values = series.values.slice(rows.from, rows.to);
  const gap = median(differences(days));
  const left = end - (days.at(-1) ?? end);
  if (metric.aggregation === "running") return forecastTotal(values.at(-1) ?? 0, differences(values), gap, left);
  let current = 0;
  for (const value of values) current = finite(current + value);
  return forecastTotal(current, values, gap, left);
}

function smoothed(values: readonly number[]): number {
  let level = squarable(values[0] ?? 0);
  for (const value of values) level += SMOOTHING * (squarable(value) - level);
  return level;
}

function differences(values: readonly number[]): number[] {
  const found: number[] = [];
  for (let i = 1; i < values.length; i++) found.push(finite((values[i] ?? 0) - (values[i - 1] ?? 0)));
  return found;
}

function clipped(value: number, min: number | null, max: number | null): number {
  const above = min === null ? value : Math.max(value, min);
  return max === null ? above : Math.min(above, max);
}

function t80(freedom: number): number {
  return T80[Math.min(freedom, T80.length) - 1] ?? 0;
}
