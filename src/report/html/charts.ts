/** The charts of a KPI and of a metric: which rows, plan, limits and forecast they show. */

import type { BehaviourChart, Signal } from "../../progress/signal.ts";
import { accumulates, metricTerms } from "../../progress/terms.ts";
import { countUntil } from "../../progress/window.ts";
import type { Day } from "../../workspace/day.ts";
import type { Metric } from "../../workspace/model.ts";
import type { Series } from "../../workspace/series.ts";
import type { Calculated } from "../explain/calculated.ts";
import { bare, measured, targetWords, type Unit } from "../progress/figures.ts";
import type { ChartModel, ForecastModel, MarkedRow } from "../svg/chart-model.ts";
import { planCorners } from "./chart-plan.ts";
import { amountsOf, type Rows, rowsUntil, runningTotals } from "./chart-rows.ts";
import type { Locale } from "./locale.ts";

/** Rows before a window that are shown at first, where they are not too far away. */
const HISTORY_ROWS = 12;

/** The charts of a KPI: its way to the target, and for totals also the single values. */
export function kpiCharts(given: Calculated, text: Locale): readonly ChartModel[] {
  const { series, metric, progress, terms, asOf } = given;
  const { window } = progress;
  if (series === null || metric === null || terms.metric === null || window === null) return [];
  const until = Math.min(asOf, window.end);
  const known = countUntil(series.days, until);
  if (known === 0) return [];
  const { aggregation } = terms.metric;
  if (!accumulates(aggregation)) {
    const rows = rowsUntil(series, known);
    return [wayChart(given, rows, text, limitsOf(progress.signal), marksOf(progress.signal, rows, text))];
  }
  const charts: ChartModel[] = [];
  const totals = runningTotals(series, given.rows, aggregation === "running", window.start);
  if (totals.days.length > 0) charts.push(wayChart(given, totals, text, null, []));
  const amounts = amountsOf(series, known, aggregation === "running", window);
  if (amounts.days.length > 1) charts.push(amountsChart(given, amounts, text));
  return charts;
}

/** The chart of a metric's rows up to a day; null where there are none. */
export function metricChartModel(
  metric: Metric,
  chart: BehaviourChart | null,
  asOf: Day,
  text: Locale,
): ChartModel | null {
  const { series } = metric;
  const known = series === null ? 0 : countUntil(series.days, asOf);
  if (series === null || known === 0) return null;
  const { aggregation } = metricTerms(metric);
  const isAmount = accumulates(aggregation);
  const rows = isAmount ? amountsOf(series, known, aggregation === "running", null) : rowsUntil(series, known);
  if (rows.days.length === 0) return null;
  const recent = rows.days.at(-60) ?? Number.NEGATIVE_INFINITY;
  return {
    title: isAmount ? "Each value" : "Values",
    kind: isAmount ? "columns" : "line",
    ...valuesAlone(rows, metric.definition.unit, chart, text),
    window: null,
    from: firstShown(rows, recent),
    until: lastShown(rows, asOf),
  };
}

/** What a chart of values holds that shows no way to a target. */
function valuesAlone(rows: Rows, unit: Unit, chart: BehaviourChart | null, text: Locale) {
  return {
    days: rows.days,
    values: rows.values,
    texts: textsOf(rows, unit, text),
    startsAtOrigin: rows.startsAtOrigin,
    plan: [],
    target: null,
    stretch: null,
    band: null,
    limits: limitsOf(chart),
    signals: marksOf(chart, rows, text),
    forecast: null,
  };
}

function wayChart(
  given: Calculated,
  rows: Rows,
  text: Locale,
  limits: ChartModel["limits"],
  signals: readonly MarkedRow[],
): ChartModel {
  const { progress, unit, exact, resolved } = given;
  const { target, stretch, window } = progress;
  const start = window?.start ?? rows.days[0] ?? 0;
  const end = window?.end ?? rows.days.at(-1) ?? 0;
  const plan = resolved.plan === null ? [] : planCorners(resolved.plan);
  const words = target === null ? "" : text.figures(targetWords(target, unit, exact));
  const before = countUntil(rows.days, start - 1);
  const oldest = rows.days[Math.max(0, before - HISTORY_ROWS)] ?? start;
  const first = Math.min(start, plan[0]?.[0] ?? start);
  return {
    title: target?.kind === "keep" ? "Against the bounds" : "Towards the target",
    kind: "line",
    days: rows.days,
    values: rows.values,
    texts: textsOf(rows, unit, text),
    startsAtOrigin: rows.startsAtOrigin,
    plan,
    target:
      target === null || target.kind === "keep"
        ? null
        : { value: target.value, text: target.kind === "budget" ? words : `target ${words}` },
    stretch:
      stretch === null || stretch.kind === "keep"
        ? null
        : { value: stretch.value, text: `stretch ${text.figures(targetWords(stretch, unit, true))}` },
    band: target?.kind === "keep" ? { min: target.min, max: target.max, text: words } : null,
    limits,
    signals,
    forecast: forecastOf(given, rows, text),
    window,
    from: Math.min(first, Math.max(oldest, first - 2 * (end - start + 1))),
    until: Math.max(end, rows.days.at(-1) ?? end),
  };
}

function amountsChart({ progress, unit }: Calculated, rows: Rows, text: Locale): ChartModel {
  const { window, signal } = progress;
  const start = window?.start ?? 0;
  const before = countUntil(rows.days, start - 1);
  return {
    title: "Each value",
    kind: "columns",
    ...valuesAlone(rows, unit, signal, text),
    window,
    from: firstShown(rows, rows.days[Math.max(0, before - 2 * HISTORY_ROWS)] ?? start),
    until: lastShown(rows, rows.days.at(-1) ?? start),
  };
}

function forecastOf({ progress, unit }: Calculated, rows: Rows, text: Locale): ForecastModel | null {
  const { forecast, window } = progress;
  const day = rows.days.at(-1);
  const value = rows.values.at(-1);
  if (forecast === null || window === null || day === undefined || value === undefined) return null;
  if (forecast.value === null || forecast.low === null || forecast.high === null) return null;
  const range = `${bare(forecast.low, unit)} to ${bare(forecast.high, unit)}`;
  return {
    from: [day, value],
    day: window.end,
    value: forecast.value,
    low: forecast.low,
    high: forecast.high,
    text: `likely ${text.figures(range)}`,
  };
}

function limitsOf(chart: BehaviourChart | null): ChartModel["limits"] {
  return chart === null ? null : { mean: chart.mean, lower: chart.lower, upper: chart.upper };
}

/** The rows of all signals, each once; a concern outweighs an improvement. */
function marksOf(chart: BehaviourChart | null, rows: Rows, text: Locale): readonly MarkedRow[] {
  if (chart === null || chart.signals.length === 0) return [];
  const numbers = new Map(rows.days.map((day, i) => [day, i]));
  const marks = new Map<number, MarkedRow>();
  for (const signal of chart.signals) {
    for (const day of signal.days) {
      const row = numbers.get(day);
      if (row === undefined) continue;
      const known = marks.get(row);
      if (known !== undefined && (known.kind === "concern" || signal.kind === "improvement")) continue;
      marks.set(row, { row, kind: signal.kind, text: `${text.day(day)}: ${signalName(signal)}` });
    }
  }
  return [...marks.values()].sort((a, b) => a.row - b.row);
}

/** What a signal is called. */
export function signalName({ rule, days, kind }: Signal): string {
  const side = kind === "improvement" ? "better" : "worse";
  if (rule === "outside-limit") return `outside the usual range, on the ${side} side`;
  if (rule === "run-of-8") return `one of ${days.length} in a row on the ${side} side of the mean`;
  return `one of at least 3 in 4 far on the ${side} side of the mean`;
}

function textsOf({ values }: Rows, unit: Unit, text: Locale): readonly string[] {
  return values.map((value) => text.figures(measured(value, unit)));
}

function firstShown(rows: Rows, wanted: Day): Day {
  const first = Math.max(wanted, rows.days[0] ?? wanted);
  return first - gapOf(rows);
}

function lastShown(rows: Rows, wanted: Day): Day {
  return Math.max(wanted, rows.days.at(-1) ?? wanted) + gapOf(rows);
}

/** Room beside the first and the last value: half of the usual distance. */
function gapOf({ days }: Pick<Series, "days">): number {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return days.length < 2 ? 15 : Math.max(1, Math.round((last - first) / (days.length - 1) / 2));
}
