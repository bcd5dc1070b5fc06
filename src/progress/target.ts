/** What a target resolves to against its baseline (progress.md, steps 1 and 5). */

import type { Direction, Target } from "../workspace/target.ts";
import type { Baseline } from "./baseline.ts";
import { atLeast, atMost, EPSILON, finite, inside, same } from "./numbers.ts";
import { type Aggregation, accumulates, type MetricTerms } from "./terms.ts";

/** A target in numbers of the metric's unit. */
export type ResolvedTarget =
  /** Reach `value`, from below or above as `better` says. */
  | { readonly kind: "reach"; readonly value: number; readonly min: null; readonly max: null }
  /** Stay inside bounds that count as inside; null does not bind. */
  | { readonly kind: "keep"; readonly value: null; readonly min: number | null; readonly max: number | null }
  /** Let a total stay at or below `value`. */
  | { readonly kind: "budget"; readonly value: number; readonly min: null; readonly max: null };

export type TargetFault =
  /** `{}`, or a lower bound above the upper one. */
  | "empty-range"
  /** Both bounds on a total. */
  | "band-on-sum"
  /** A relative target without a baseline. */
  | "baseline-missing"
  /** A percentage of a baseline of 0. */
  | "zero-baseline"
  /** The target lies on the worse side of where it starts. */
  | "direction-conflict";

export interface TargetResolution {
  /** Null where no number can be given; a target in the wrong direction keeps its number. */
  readonly target: ResolvedTarget | null;
  readonly fault: TargetFault | null;
  /** The target equals its origin, or the origin found in the data lies beyond it: met or not, no way between. */
  readonly noDistance: boolean;
}

/** The resolved target, or why there is none; `better` and the aggregation are those of the metric. */
export function resolveTarget(
  target: Target,
  metric: Pick<MetricTerms, "aggregation" | "better">,
  baseline: Baseline,
): TargetResolution {
  if (target.kind === "range") return resolveRange(target.min, target.max, metric);
  const value = numberOf(target, baseline.value);
  if (typeof value === "string") return { target: null, fault: value, noDistance: false };
  const total = accumulates(metric.aggregation);
  const resolved = total && metric.better === "lower" ? budget(value) : reach(value);
  if (conflicts(target, value, metric, baseline)) {
    return { target: resolved, fault: "direction-conflict", noDistance: false };
  }
  const origin = originOf(metric.aggregation, baseline);
  const noDistance = resolved.kind === "reach" && origin !== null && !isBetter(value, origin, metric.better);
  return { target: resolved, fault: null, noDistance };
}

/** Where attainment counts from, in the metric's unit: 0 for totals, else the baseline; null where unknown. */
export function originOf(aggregation: Aggregation, baseline: Baseline): number | null {
  return accumulates(aggregation) ? 0 : baseline.value;
}

/** Whether a value meets a target. */
export function meets(value: number, target: ResolvedTarget, better: Direction): boolean {
  if (target.kind === "keep") return inside(value, target.min, target.max);
  if (target.kind === "budget") return atMost(value, target.value);
  return better === "higher" ? atLeast(value, target.value) : atMost(value, target.value);
}

/** Whether `value` lies beyond `than` in the better direction, by more than rounding. */
function isBetter(value: number, than: number, better: Direction): boolean {
  return !same(than, value) && (better === "higher" ? value > than : value < than);
}

function reach(value: number): ResolvedTarget {
  return { kind: "reach", value, min: null, max: null };
}

function budget(value: number): ResolvedTarget {
  return { kind: "budget", value, min: null, max: null };
}

function resolveRange(
  min: number | null,
  max: number | null,
  metric: Pick<MetricTerms, "aggregation" | "better">,
): TargetResolution {
  const keep: ResolvedTarget = { kind: "keep", value: null, min, max };
  if ((min === null && max === null) || (min !== null && max !== null && min > max)) {
    return { target: keep, fault: "empty-range", noDistance: false };
  }
  if (!accumulates(metric.aggregation)) return { target: keep, fault: null, noDistance: false };
  if (min !== null && max !== null) return { target: keep, fault: "band-on-sum", noDistance: false };
  if (max !== null) return { target: budget(max), fault: null, noDistance: false };
  const value = min ?? 0;
  if (metric.better === "lower") return { target: reach(value), fault: "direction-conflict", noDistance: false };
  return { target: reach(value), fault: null, noDistance: !isBetter(value, 0, "higher") };
}

function numberOf(target: Target, baseline: number | null): number | "baseline-missing" | "zero-baseline" {
  if (target.kind === "number") return target.value;
  if (target.kind === "percent") {
    if (baseline === null) return "baseline-missing";
    if (Math.abs(baseline) <= EPSILON) return "zero-baseline";
    return finite(baseline + finite((Math.abs(baseline) * target.percent) / 100));
  }
  if (target.kind === "by") return baseline === null ? "baseline-missing" : finite(baseline + target.by);
  return 1;
}

/**
 * A relative target must lie on the better side of its baseline, and so must any target on a stated one.
 *
 * Totals start from 0, not from their baseline: an absolute total may be below last year's, and a negative one
 * (a loss that shrinks) is wrong only where it is also worse than the stated baseline.
 */
function conflicts(
  target: Target,
  value: number,
  metric: Pick<MetricTerms, "aggregation" | "better">,
  baseline: Baseline,
): boolean {
  if (baseline.value === null || same(baseline.value, value) || isBetter(value, baseline.value, metric.better)) {
    return false;
  }
  if (target.kind === "percent" || target.kind === "by") return true;
  if (baseline.source !== "stated") return false;
  if (!accumulates(metric.aggregation)) return true;
  return metric.better === "higher" && !atLeast(value, 0);
}
