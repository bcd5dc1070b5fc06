/** The public JSON of `kpi progress`, schemaVersion 1: keys may be added, none changed. */

import type { SmartCard } from "../../engine/result.ts";
import type { KpiProgress } from "../../progress/evaluate.ts";
import type { Forecast } from "../../progress/forecast.ts";
import type { ScoredKpi } from "../../progress/progress.ts";
import type { GoalProgress, StatusCounts } from "../../progress/rollup.ts";
import type { BehaviourChart } from "../../progress/signal.ts";
import type { ResolvedTarget } from "../../progress/target.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import { windowLabel } from "../../workspace/timeframe.ts";
import { jsonText } from "../untrusted.ts";
import type { ProgressReport } from "./report.ts";

/** Progress as JSON in a fixed key order; numbers are full doubles and texts exact. */
export function json(report: ProgressReport): string {
  const { summary } = report;
  return jsonText({
    schemaVersion: 1,
    asOf: formatDay(report.asOf),
    summary: {
      kpis: summary.kpis,
      byStatus: countsOf(summary.byStatus),
      stale: summary.stale,
      drafts: summary.drafts,
      retired: summary.retired,
    },
    kpis: report.kpis.map((scored) => kpiJson(scored, report.smart.get(scored.kpi.id) ?? null)),
    goals: report.goals.map(goalJson),
    unread: report.unread,
  });
}

/** One KPI; `smart` is null where nothing was checked. */
export function kpiJson({ kpi, metric, progress }: ScoredKpi, smart: SmartCard | null) {
  const { definition, timeframe } = kpi;
  const { window, baseline, current, record } = progress;
  return {
    id: kpi.id,
    title: definition.title ?? null,
    goal: definition.goal ?? null,
    metric: definition.metric ?? null,
    owner: definition.owner ?? null,
    unit: metric?.definition.unit ?? null,
    type: typesOf(definition.type),
    timeframe:
      timeframe === null || window === null
        ? null
        : { label: timeframe.label, start: formatDay(window.start), end: formatDay(window.end) },
    target: targetJson(progress.target),
    stretch: targetJson(progress.stretch),
    baseline: { value: baseline.value, date: dayJson(baseline.day), source: baseline.source },
    current: current === null ? null : { value: current.value, date: formatDay(current.day) },
    attainment: progress.attainment,
    planned: progress.planned,
    pace: progress.pace,
    elapsed: progress.elapsed,
    used: progress.used,
    compliance: progress.compliance,
    status: progress.status,
    reason: progress.reason,
    final: progress.final,
    stale: progress.stale,
    incomplete: progress.incomplete,
    forecast: forecastJson(progress.forecast),
    signal: signalJson(progress.signal),
    guardrails: guardrailsJson(progress),
    smart: smart === null ? null : smartJson(smart),
    record:
      record === null
        ? null
        : {
            periods: record.periods,
            held: record.held,
            lastMissed: record.lastMissed === null ? null : windowLabel(record.lastMissed),
            streak: record.streak,
          },
  };
}

/** One goal with its roll-up. */
export function goalJson({ goal, progress, status, kpis, byStatus }: GoalProgress) {
  return {
    id: goal.id,
    title: goal.definition.title ?? null,
    parent: goal.definition.parent ?? null,
    progress,
    status,
    kpis,
    byStatus: countsOf(byStatus),
  };
}

/** A behaviour chart, with days as dates; null where there is none. */
export function signalJson(signal: BehaviourChart | null) {
  if (signal === null) return null;
  return {
    mean: signal.mean,
    lower: signal.lower,
    upper: signal.upper,
    provisional: signal.provisional,
    signals: signal.signals.map(({ rule, days, kind }) => ({ rule, dates: days.map(formatDay), kind })),
  };
}

function countsOf(counts: StatusCounts): StatusCounts {
  return {
    "on-track": counts["on-track"],
    "at-risk": counts["at-risk"],
    "off-track": counts["off-track"],
    achieved: counts.achieved,
    missed: counts.missed,
    "not-started": counts["not-started"],
    "no-data": counts["no-data"],
    "awaiting-data": counts["awaiting-data"],
    invalid: counts.invalid,
  };
}

function typesOf(type: string | readonly string[] | undefined): readonly string[] {
  if (type === undefined) return [];
  return typeof type === "string" ? [type] : [...type];
}

function targetJson(target: ResolvedTarget | null) {
  return target === null ? null : { kind: target.kind, value: target.value, min: target.min, max: target.max };
}

function dayJson(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function forecastJson(forecast: Forecast | null) {
  if (forecast === null) return null;
  const { value, low, high, outlook, rows } = forecast;
  return { value, low, high, outlook, rows };
}

function guardrailsJson({ guardrails }: KpiProgress) {
  return guardrails.map(({ metric, value, min, max, ok }) => ({ metric, value, min, max, ok }));
}

function smartJson({ specific, measurable, achievable, relevant, timeBound }: SmartCard) {
  return { specific, measurable, achievable, relevant, timeBound };
}
