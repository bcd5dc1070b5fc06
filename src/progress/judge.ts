/** One KPI in one window: steps 1 to 8 of progress.md, with every figure in between. */

import { cadenceDays } from "../workspace/cadence.ts";
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import { complianceOf, currentOf, neverFell } from "./aggregate.ts";
import type { Baseline } from "./baseline.ts";
import { EPSILON, inside } from "./numbers.ts";
import { budgetStandingOf, type Standing, standingOf, usedOf } from "./pace.ts";
import { type InvalidReason, type Resolved, resolveIn } from "./resolve.ts";
import {
  type Facts,
  flagsOf,
  type Status,
  type StatusLines,
  type Verdict,
  verdictOf,
  verdictWithoutData,
} from "./status.ts";
import { meets, type ResolvedTarget } from "./target.ts";
import type { KpiTerms, MetricTerms, Path, Reading } from "./terms.ts";
import { elapsedAt, type RowRange, rowsIn } from "./window.ts";

/** The figures of one window. Values are in the metric's unit, shares are numbers where 1 is the whole. */
export interface Judgement {
  readonly window: Window | null;
  readonly status: Status;
  /** Why the definition is invalid; null for every other status. */
  readonly reason: InvalidReason | null;
  readonly final: boolean;
  readonly stale: boolean;
  readonly incomplete: boolean;
  readonly target: ResolvedTarget | null;
  readonly baseline: Baseline;
  /** The aggregated value, with the day of the last row; null without rows. */
  readonly current: Reading | null;
  /** Rows inside the window, not after the day of judgement. */
  readonly rows: number;
  readonly attainment: number | null;
  /** The plan on the day of the last row. */
  readonly planned: number | null;
  readonly pace: number | null;
  /** Share of the window that has passed, 0 to 1. */
  readonly elapsed: number;
  /** Share of the window that had passed on the day of the last row, 0 to 1. */
  readonly elapsedAtLast: number | null;
  /** Share of the way that the plan expects on the day of the last row. */
  readonly expected: number | null;
  /** Used share of a budget. */
  readonly used: number | null;
  /** Share of complying rows of a keep target, 0 to 1. */
  readonly compliance: number | null;
  /** Where attainment counts from. */
  readonly origin: number | null;
  readonly noDistance: boolean;
  /** The path in force; null for keep targets and invalid definitions. */
  readonly path: Path | null;
  /** The day on which the plan stands at the origin. */
  readonly planStart: Day | null;
}

interface Measured {
  readonly current: Reading | null;
  readonly rows: number;
  readonly standing: Standing;
  readonly used: number | null;
  readonly compliance: number | null;
  readonly verdict: Verdict;
}

const NO_ROWS: RowRange = { from: 0, to: 0 };
const NO_STANDING: Standing = { attainment: null, pace: null, expected: null, planned: null };

/** Judges a KPI's terms on its metric's rows in one window, as known on `asOf`. */
export function judge(
  terms: KpiTerms,
  series: Series | null,
  window: Window | null,
  asOf: Day,
  lines: StatusLines,
): Judgement {
  const resolved = resolveIn(terms, series, window, asOf);
  const measured = measure(terms, series, resolved, asOf, lines);
  const last = measured.current?.day ?? null;
  const flags =
    window === null || terms.metric === null
      ? { stale: false, incomplete: false }
      : flagsOf({ window, asOf, last, cadence: cadenceDays(terms.metric.cadence) });
  const standing = measured.standing;
  return {
    window,
    status: measured.verdict.status,
    reason: resolved.reason,
    final: measured.verdict.final,
    stale: flags.stale,
    incomplete: flags.incomplete,
    target: resolved.target,
    baseline: resolved.baseline,
    current: measured.current,
    rows: measured.rows,
    attainment: standing.attainment,
    planned: standing.planned,
    pace: standing.pace,
    elapsed: window === null ? 0 : elapsedAt(window, asOf),
    elapsedAtLast: window === null || last === null ? null : elapsedAt(window, last),
    expected: standing.expected,
    used: measured.used,
    compliance: measured.compliance,
    origin: resolved.origin,
    noDistance: resolved.noDistance,
    path: resolved.plan?.path ?? null,
    planStart: resolved.plan?.first ?? null,
  };
}

function measure(terms: KpiTerms, series: Series | null, resolved: Resolved, asOf: Day, lines: StatusLines): Measured {
  const { window, target } = resolved;
  const metric = terms.metric;
  const rows = series === null || window === null ? NO_ROWS : rowsIn(series.days, window, asOf);
  const count = rows.to - rows.from;
  const current = series === null || metric === null ? null : currentOf(series, rows, metric.aggregation, metric.scale);
  if (metric === null || window === null || target === null || resolved.reason !== null) {
    return withoutStanding(current, count, { status: "invalid", final: false });
  }
  const cadence = cadenceDays(metric.cadence);
  if (series === null || current === null) {
    return withoutStanding(null, count, verdictWithoutData({ window, asOf, last: null, cadence }));
  }
  const compliance = target.kind === "keep" ? complianceOf(series, rows, target.min, target.max) : null;
  const met = meets(current.value, target, metric.better);
  const standing = standingIn(resolved, current, met, metric, compliance);
  const facts: Facts = {
    kind: target.kind,
    met,
    compliant: isCompliant(terms, metric, met, compliance),
    tolerated: target.kind === "keep" && isTolerated(current.value, target.min, target.max, terms.tolerance),
    cannotFallBack: cannotFallBack(metric, resolved, series, rows),
    pace: standing.pace,
    nothingExpected: standing.expected !== null && standing.expected <= EPSILON,
  };
  return {
    current,
    rows: count,
    standing,
    used: target.kind === "budget" ? usedOf(current.value, target.value) : null,
    compliance,
    verdict: verdictOf(facts, { window, asOf, last: current.day, cadence }, lines),
  };
}

function withoutStanding(current: Reading | null, rows: number, verdict: Verdict): Measured {
  return { current, rows, standing: NO_STANDING, used: null, compliance: null, verdict };
}

function standingIn(
  resolved: Resolved,
  current: Reading,
  met: boolean,
  metric: MetricTerms,
  compliance: number | null,
): Standing {
  const plan = resolved.plan;
  if (plan === null) return { attainment: compliance, pace: null, expected: null, planned: null };
  if (resolved.target?.kind === "budget") return budgetStandingOf(current, plan);
  return standingOf(current, plan, { met, noDistance: resolved.noDistance, better: metric.better });
}

/** For `last` the required share of rows must lie inside the range; for the rest the pooled value must. */
function isCompliant(terms: KpiTerms, metric: MetricTerms, met: boolean, compliance: number | null): boolean {
  if (metric.aggregation !== "last" || compliance === null) return met;
  return compliance >= terms.compliance - EPSILON;
}

function isTolerated(value: number, min: number | null, max: number | null, tolerance: number): boolean {
  return tolerance > 0 && inside(value, min === null ? null : min - tolerance, max === null ? null : max + tolerance);
}

/** A rising total whose rows never fell, a highest value that should be high, a lowest that should be low. */
function cannotFallBack(metric: MetricTerms, resolved: Resolved, series: Series, rows: RowRange): boolean {
  if (resolved.target?.kind !== "reach") return false;
  switch (metric.aggregation) {
    case "sum":
    case "running":
      return !resolved.noDistance && neverFell(series, rows, metric.aggregation === "running");
    case "max":
      return metric.better === "higher";
    case "min":
      return metric.better === "lower";
    default:
      return false;
  }
}
