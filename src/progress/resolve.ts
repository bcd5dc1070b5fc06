/** A definition made concrete for one window: target, baseline, origin and plan, or why it is invalid. */

import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import { type Timeframe, type Window, windowAt } from "../workspace/timeframe.ts";
import { type Baseline, findBaseline, NO_BASELINE, planStart } from "./baseline.ts";
import { type Plan, pathExists, pathOf, usableCheckpoints } from "./plan.ts";
import { originOf, type ResolvedTarget, resolveTarget, type TargetFault } from "./target.ts";
import type { KpiTerms, SeriesOf } from "./terms.ts";
import { countUntil } from "./window.ts";

/** Why a definition cannot be judged. */
export type InvalidReason =
  /** No metric, or none of that id. */
  | "metric-missing"
  /** No target, or one that could not be read. */
  | "target-missing"
  /** No timeframe, or one that could not be read. */
  | "timeframe-missing"
  | TargetFault
  /** A compound path from or to 0, across 0, or on a total. */
  | "path-impossible"
  /** Aggregation `ratio`, but the rows have no numerators and denominators. */
  | "ratio-without-parts";

/** What the definition says for one window. All values are in the metric's unit. */
export interface Resolved {
  /** Null where the definition can be judged. */
  readonly reason: InvalidReason | null;
  readonly window: Window | null;
  readonly target: ResolvedTarget | null;
  readonly baseline: Baseline;
  /** Where attainment counts from; null for keep targets and where it is unknown. */
  readonly origin: number | null;
  /** The target equals the origin or is already exceeded by it: met or not, without a pace. */
  readonly noDistance: boolean;
  /** Null for keep targets and invalid definitions. */
  readonly plan: Plan | null;
}

/**
 * Whether a KPI can be judged on a day, and what it resolves to; needs no values in the window.
 * Recurring timeframes are resolved for the period that holds `asOf`.
 */
export function validityOf(terms: KpiTerms, seriesOf: SeriesOf, asOf: Day): Resolved {
  const series = terms.metric === null ? null : seriesOf(terms.metric.id);
  return resolveIn(terms, series, scoredWindow(terms.timeframe, asOf), asOf);
}

/** The window that is scored on a day; null without a timeframe. */
export function scoredWindow(timeframe: Timeframe | null, asOf: Day): Window | null {
  return timeframe === null ? null : windowAt(timeframe, asOf);
}

/** `validityOf` for any window, such as an earlier period. */
export function resolveIn(terms: KpiTerms, series: Series | null, window: Window | null, asOf: Day): Resolved {
  const { metric, target } = terms;
  if (metric === null) return invalid("metric-missing", window, null, NO_BASELINE);
  if (target === null) return invalid("target-missing", window, null, NO_BASELINE);
  if (window === null) return withoutWindow(terms, metric);
  const baseline = findBaseline(terms, metric.aggregation, series, window, asOf);
  const resolution = resolveTarget(target, metric, baseline);
  const resolved = resolution.target;
  if (resolution.fault !== null || resolved === null) {
    return invalid(resolution.fault ?? "target-missing", window, resolved, baseline);
  }
  if (metric.aggregation === "ratio" && lacksParts(series, asOf)) {
    return invalid("ratio-without-parts", window, resolved, baseline);
  }
  if (resolved.kind === "keep") {
    return { reason: null, window, target: resolved, baseline, origin: null, noDistance: false, plan: null };
  }
  const found = originOf(metric.aggregation, baseline);
  const path = pathOf(terms, metric.aggregation);
  if (!pathExists(path, found, resolved.value)) return invalid("path-impossible", window, resolved, baseline);
  const origin = resolution.noDistance ? resolved.value : found;
  const first = planStart(baseline, metric.aggregation, window);
  const checkpoints = usableCheckpoints(terms.checkpoints, path, first, window.end);
  const plan: Plan = { path, first, end: window.end, origin, target: resolved.value, checkpoints };
  return { reason: null, window, target: resolved, baseline, origin, noDistance: resolution.noDistance, plan };
}

/** Without a window the target may still be wrong by itself, which is then the more useful thing to say. */
function withoutWindow(terms: KpiTerms, metric: NonNullable<KpiTerms["metric"]>): Resolved {
  const { baseline: stated, target } = terms;
  const baseline: Baseline = stated === null ? NO_BASELINE : { value: stated.value, day: stated.day, source: "stated" };
  if (target === null) return invalid("target-missing", null, null, baseline);
  const { fault, target: resolved } = resolveTarget(target, metric, baseline);
  const reason = fault === null || fault === "baseline-missing" ? "timeframe-missing" : fault;
  return invalid(reason, null, resolved, baseline);
}

function lacksParts(series: Series | null, asOf: Day): boolean {
  return series !== null && series.numerators === null && countUntil(series.days, asOf) > 0;
}

function invalid(
  reason: InvalidReason,
  window: Window | null,
  target: ResolvedTarget | null,
  baseline: Baseline,
): Resolved {
  return { reason, window, target, baseline, origin: null, noDistance: false, plan: null };
}
