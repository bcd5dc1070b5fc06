/** Everything that progress says of one KPI, from plain terms and rows. */

import type { Day } from "../workspace/day.ts";
import { type Forecast, forecastOf } from "./forecast.ts";
import { type GuardrailState, guardrailState } from "./guardrail.ts";
import { type Judgement, judge } from "./judge.ts";
import { type PeriodRecord, recordOf } from "./record.ts";
import { scoredWindow } from "./resolve.ts";
import { type BehaviourChart, type ChartOptions, chartOf } from "./signal.ts";
import type { StatusLines } from "./status.ts";
import { type ResolvedTarget, resolveTarget } from "./target.ts";
import type { KpiTerms, SeriesOf } from "./terms.ts";

export interface KpiInput {
  readonly terms: KpiTerms;
  /** Rows of the KPI's metric and of its guardrails' metrics, by id. */
  readonly seriesOf: SeriesOf;
  readonly asOf: Day;
  readonly lines: StatusLines;
  readonly chart?: ChartOptions;
}

/** A judgement with all that stands beside it. */
export interface KpiProgress extends Judgement {
  /** Null where there is no stretch target or it cannot be resolved. */
  readonly stretch: ResolvedTarget | null;
  /** Null where none applies. */
  readonly forecast: Forecast | null;
  /** Null below 6 rows. */
  readonly signal: BehaviourChart | null;
  readonly guardrails: readonly GuardrailState[];
  /** Null unless the timeframe recurs. */
  readonly record: PeriodRecord | null;
}

/** Progress of one KPI on a day. Never throws; every number in the result is finite. */
export function evaluateKpi(input: KpiInput): KpiProgress {
  const { terms, seriesOf, asOf, lines } = input;
  const metric = terms.metric;
  const series = metric === null ? null : seriesOf(metric.id);
  const window = scoredWindow(terms.timeframe, asOf);
  const judged = judge(terms, series, window, asOf, lines);
  return {
    window,
    status: judged.status,
    reason: judged.reason,
    final: judged.final,
    stale: judged.stale,
    incomplete: judged.incomplete,
    target: judged.target,
    baseline: judged.baseline,
    current: judged.current,
    rows: judged.rows,
    attainment: judged.attainment,
    planned: judged.planned,
    pace: judged.pace,
    elapsed: judged.elapsed,
    elapsedAtLast: judged.elapsedAtLast,
    expected: judged.expected,
    used: judged.used,
    compliance: judged.compliance,
    origin: judged.origin,
    noDistance: judged.noDistance,
    path: judged.path,
    planStart: judged.planStart,
    stretch: stretchOf(terms, judged),
    forecast: forecastIn(input, judged),
    signal: metric === null ? null : chartOf(series, metric, judged.target, window, asOf, input.chart),
    guardrails: terms.guardrails.map((guardrail) => guardrailState(guardrail, seriesOf, window, asOf)),
    record: recordOf(terms, series, asOf, lines),
  };
}

function stretchOf(terms: KpiTerms, judged: Judgement): ResolvedTarget | null {
  if (terms.stretch === null || terms.metric === null) return null;
  const { target, fault } = resolveTarget(terms.stretch, terms.metric, judged.baseline);
  return fault === null ? target : null;
}

/** None for an invalid definition, and none once the window is over and decided. */
function forecastIn(input: KpiInput, judged: Judgement): Forecast | null {
  const metric = input.terms.metric;
  const { window, target } = judged;
  if (metric === null || window === null || target === null || judged.status === "invalid") return null;
  if (judged.final && input.asOf > window.end) return null;
  return forecastOf(input.seriesOf(metric.id), metric, target, window, input.asOf);
}
