/** What the values before a window say about a level that is to be reached in it. */

import { inside, same } from "../progress/numbers.ts";
import { type ProcessLimits, processLimits } from "../progress/signal.ts";
import { meets } from "../progress/target.ts";
import { countUntil } from "../progress/window.ts";
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { Figures } from "./figures.ts";

/** A level that is to be reached once, with the rows that were known before its window. */
export interface LevelToReach {
  /** In the metric's unit. */
  readonly value: number;
  readonly window: Window;
  readonly series: Series;
  /** How many rows lie before the window. */
  readonly before: number;
  /** The last of them. */
  readonly last: { readonly value: number; readonly day: Day };
  /** Whether that last value meets the target already. */
  readonly isMet: boolean;
}

/**
 * The level that a KPI is to reach; null for keep targets, totals and pooled values, recurring timeframes, targets
 * that are no change at all, and where the rows before the window are missing or could not all be read.
 */
export function levelToReach(figures: Figures, asOf: Day): LevelToReach | null {
  if (memo === null || memo.figures !== figures || memo.asOf !== asOf) {
    memo = { figures, asOf, level: levelOf(figures, asOf) };
  }
  return memo.level;
}

/** The last answer: the rules that ask for it look at one KPI after another. */
let memo: { readonly figures: Figures; readonly asOf: Day; readonly level: LevelToReach | null } | null = null;

function levelOf(figures: Figures, asOf: Day): LevelToReach | null {
  const { measure, metric, resolved, terms } = figures;
  const { window, target } = resolved;
  if (resolved.reason !== null || target?.kind !== "reach" || measure.aggregation !== "last") return null;
  if (window === null || terms.timeframe?.recurring !== null || isUnchanged(figures)) return null;
  const { series } = metric;
  if (series === null || metric.unread > 0) return null;
  const before = countUntil(series.days, Math.min(asOf, window.start - 1));
  const value = series.values[before - 1];
  const day = series.days[before - 1];
  if (value === undefined || day === undefined) return null;
  const isMet = meets(value, target, measure.better);
  return { value: target.value, window, series, before, last: { value, day }, isMet };
}

/** With fewer rows there are no natural limits worth speaking of. */
const FEWEST_ROWS = 6;

/** The natural limits of the rows before the window, where chance alone reaches the level; null where it does not. */
export function noiseAround({ value, isMet, before, series }: LevelToReach): ProcessLimits | null {
  if (isMet || before < FEWEST_ROWS) return null;
  const limits = processLimits(series.values.slice(0, before));
  return limits !== null && inside(value, limits.lower, limits.upper) ? limits : null;
}

/** Whether the target is the stated baseline itself. */
export function isUnchanged({ resolved }: Figures): boolean {
  const { baseline, reason, target } = resolved;
  if (reason !== null || target === null || target.kind === "keep" || baseline.source !== "stated") return false;
  return same(baseline.value, target.value);
}
