/** Signal or noise: the process behaviour chart, XmR (progress.md, step 12). */

import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Direction } from "../workspace/target.ts";
import type { Window } from "../workspace/timeframe.ts";
import { mean, slack, squarable } from "./numbers.ts";
import type { ResolvedTarget } from "./target.ts";
import type { MetricTerms } from "./terms.ts";
import { countUntil } from "./window.ts";

/** Natural limits of a process, in the metric's unit. */
export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export type SignalRule = "outside-limit" | "run-of-8" | "3-of-4";

/** Rows that chance alone hardly explains. */
export interface Signal {
  readonly rule: SignalRule;
  readonly days: readonly Day[];
  /** On the better side of the mean, or on the worse one. */
  readonly kind: "improvement" | "concern";
}

/** How the limits stand to a keep target: every value to be expected lies inside, none does, or some do. */
export type Capability = "always-passes" | "always-fails" | "hit-or-miss";

export interface BehaviourChart extends ProcessLimits {
  /** Rows on the chart. */
  readonly rows: number;
  /** Rows from which the limits were computed. */
  readonly limitRows: number;
  /** Limits from fewer than 12 rows: they may still move. */
  readonly provisional: boolean;
  /** Rows up to the metric's `baseline_until` where they are too few for limits, so that others are used; else null. */
  readonly tooFewUntil: { readonly day: Day; readonly rows: number } | null;
  readonly signals: readonly Signal[];
  /** Null where the target is not a keep target. */
  readonly capability: Capability | null;
}

export interface ChartOptions {
  /** Leave out, once, moving ranges of at least 3.267 times their mean. */
  readonly screen?: boolean;
}

const FEWEST_ROWS = 6;
const FIRM_ROWS = 12;
/** From mean moving range to natural limits: 3 ÷ 1.128. */
const LIMIT_FACTOR = 2.66;
/** From mean moving range to its own upper limit. */
const RANGE_FACTOR = 3.267;
const RUN_LENGTH = 8;

/** Mean ± 2.66 times the mean moving range of values in order; null for fewer than two. */
export function processLimits(values: readonly number[], options: ChartOptions = {}): ProcessLimits | null {
  if (values.length < 2) return null;
  const drawn = values.map(squarable);
  const ranges: number[] = [];
  for (let i = 1; i < drawn.length; i++) ranges.push(Math.abs((drawn[i] ?? 0) - (drawn[i - 1] ?? 0)));
  const centre = mean(drawn);
  const reach = LIMIT_FACTOR * meanRange(ranges, options.screen ?? false);
  return { mean: centre, lower: centre - reach, upper: centre + reach };
}

function meanRange(ranges: readonly number[], screen: boolean): number {
  const all = mean(ranges);
  if (!screen || all === 0) return all;
  return mean(ranges.filter((range) => range < RANGE_FACTOR * all));
}

/** The chart of a metric for a KPI's window, from rows on or before `asOf` and its end; null below 6 rows. */
export function chartOf(
  series: Series | null,
  metric: Pick<MetricTerms, "aggregation" | "better" | "baselineUntil">,
  target: ResolvedTarget | null,
  window: Window | null,
  asOf: Day,
  options: ChartOptions = {},
): BehaviourChart | null {
  if (series === null) return null;
  const known = countUntil(series.days, window === null ? asOf : Math.min(asOf, window.end));
  if (known < FEWEST_ROWS) return null;
  const { days, values } = metric.aggregation === "running" ? increments(series, known, window) : head(series, known);
  if (days.length < FEWEST_ROWS) return null;
  const frozen =
    metric.baselineUntil === null ? null : { day: metric.baselineUntil, rows: countUntil(days, metric.baselineUntil) };
  const isFrozen = frozen !== null && frozen.rows >= FEWEST_ROWS;
  const limitRows = isFrozen ? frozen.rows : unfrozenRows(days, window);
  const limits = processLimits(values.slice(0, limitRows), options);
  if (limits === null) return null;
  return {
    mean: limits.mean,
    lower: limits.lower,
    upper: limits.upper,
    rows: days.length,
    limitRows,
    provisional: limitRows < FIRM_ROWS,
    tooFewUntil: isFrozen ? null : frozen,
    signals: signalsOf(days, values, limits, metric.better),
    capability: target?.kind === "keep" ? capabilityOf(limits, target.min, target.max) : null,
  };
}

interface Chart {
  readonly days: readonly Day[];
  readonly values: readonly number[];
}

function head(series: Series, count: number): Chart {
  return { days: series.days.slice(0, count), values: series.values.slice(0, count) };
}

/**
 * What each running total added to the one before it. Totals begin anew with the window, and before it wherever
 * they fall; the first row of all adds an unknown part and is left out.
 */
export function increments(series: Series, count: number, window: Window | null): Chart {
  const days: Day[] = [];
  const values: number[] = [];
  for (let i = 1; i < count; i++) {
    const day = series.days[i] ?? 0;
    const previousDay = series.days[i - 1] ?? 0;
    const value = series.values[i] ?? 0;
    const previous = series.values[i - 1] ?? 0;
    const inWindow = window !== null && day >= window.start;
    const anew = inWindow ? previousDay < window.start : value < previous;
    days.push(day);
    values.push(anew ? value : value - previous);
  }
  return { days, values };
}

/** The rows before the window if they are enough for limits; else all. */
function unfrozenRows(days: readonly Day[], window: Window | null): number {
  const before = window === null ? 0 : countUntil(days, window.start - 1);
  return before >= FEWEST_ROWS ? before : days.length;
}

/** All signals, rule by rule and oldest first; `days` and `values` run side by side. */
export function signalsOf(
  days: readonly Day[],
  values: readonly number[],
  limits: ProcessLimits,
  better: Direction,
): readonly Signal[] {
  const zones = values.map((value) => zoneOf(squarable(value), limits));
  if (isQuiet(zones)) return NO_SIGNALS;
  const kindOf = (side: number): Signal["kind"] => (side > 0 === (better === "higher") ? "improvement" : "concern");
  const signals: Signal[] = [];
  for (let i = 0; i < zones.length; i++) {
    const zone = zones[i] ?? 0;
    if (Math.abs(zone) === 3) signals.push({ rule: "outside-limit", days: [days[i] ?? 0], kind: kindOf(zone) });
  }
  for (const side of [1, -1]) {
    for (const rows of runs(zones, side))
      signals.push({ rule: "run-of-8", days: daysAt(days, rows), kind: kindOf(side) });
    for (const rows of clusters(zones, side))
      signals.push({ rule: "3-of-4", days: daysAt(days, rows), kind: kindOf(side) });
  }
  return signals;
}

const NO_SIGNALS: readonly Signal[] = [];

/** Whether no rule can see anything, as in most charts: one look instead of five. */
function isQuiet(zones: readonly number[]): boolean {
  let run = 0;
  let far = 0;
  let before = 0;
  for (const zone of zones) {
    if (zone >= 2 || zone <= -2) far++;
    run = zone * before > 0 ? run + 1 : 1;
    before = zone;
    if (zone === 3 || zone === -3 || run >= RUN_LENGTH) return false;
  }
  return far < 3;
}

/** 0 on the mean; 1 between mean and half-way, 2 beyond half-way, 3 outside the limit; negative below the mean. */
function zoneOf(value: number, limits: ProcessLimits): number {
  const distance = Math.abs(value - limits.mean);
  const tolerance = slack(limits.mean);
  if (distance <= tolerance) return 0;
  const reach = limits.upper - limits.mean;
  const zone = distance > reach + tolerance ? 3 : distance > reach / 2 + tolerance ? 2 : 1;
  return value > limits.mean ? zone : -zone;
}

/** Longest runs of at least 8 rows on one side. */
function runs(zones: readonly number[], side: number): number[][] {
  const found: number[][] = [];
  let length = 0;
  for (let i = 0; i <= zones.length; i++) {
    if ((zones[i] ?? 0) * side > 0) {
      length++;
      continue;
    }
    const start = i - length;
    if (length >= RUN_LENGTH) found.push(Array.from({ length }, (_, offset) => start + offset));
    length = 0;
  }
  return found;
}

/** Rows beyond half-way of which any four neighbours hold three or more; overlapping groups are one. */
function clusters(zones: readonly number[], side: number): number[][] {
  const found: number[][] = [];
  let current: number[] | null = null;
  let taken = -1;
  for (let end = 3; end < zones.length; end++) {
    let far = 0;
    for (let row = end - 3; row <= end; row++) if ((zones[row] ?? 0) * side >= 2) far++;
    if (far < 3) continue;
    if (current === null || taken < end - 3) {
      current = [];
      found.push(current);
    }
    for (let row = Math.max(taken + 1, end - 3); row <= end; row++) {
      if ((zones[row] ?? 0) * side < 2) continue;
      current.push(row);
      taken = row;
    }
  }
  return found;
}

function daysAt(days: readonly Day[], rows: readonly number[]): Day[] {
  return rows.map((row) => days[row] ?? 0);
}

function capabilityOf(limits: ProcessLimits, min: number | null, max: number | null): Capability {
  if ((min === null || limits.lower >= min - slack(min)) && (max === null || limits.upper <= max + slack(max))) {
    return "always-passes";
  }
  const fails = (min !== null && limits.upper < min - slack(min)) || (max !== null && limits.lower > max + slack(max));
  return fails ? "always-fails" : "hit-or-miss";
}
