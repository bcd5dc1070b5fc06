/** Builds terms and rows from the short forms that tests are written in. */

import type { KpiDefinition, MetricDefinition } from "../../src/definition/file.ts";
import { evaluateKpi, type KpiProgress } from "../../src/progress/evaluate.ts";
import type { StatusLines } from "../../src/progress/status.ts";
import { type KpiTerms, kpiTerms, type SeriesOf } from "../../src/progress/terms.ts";
import { scaleOf } from "../../src/workspace/data.ts";
import { type Day, parseDay } from "../../src/workspace/day.ts";
import { type Series, seriesFromValues } from "../../src/workspace/series.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { parseTarget } from "../../src/workspace/target.ts";
import { CALENDAR_YEAR, parseTimeframe } from "../../src/workspace/timeframe.ts";

export type Row =
  | readonly [date: string, value: number]
  | readonly [date: string, numerator: number, denominator: number];

/** A metric without a title, a KPI without goal and owner: what progress does not read. */
export interface Case {
  readonly metric: Partial<MetricDefinition>;
  readonly kpi: Partial<KpiDefinition>;
  readonly rows: readonly Row[];
  readonly as_of: string;
}

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

export function seriesOfRows(rows: readonly Row[], metric: Partial<MetricDefinition> = {}): Series {
  const values = Object.fromEntries(
    rows.map((row) => [row[0], row.length === 3 ? { numerator: row[1], denominator: row[2] } : row[1]]),
  );
  return seriesFromValues(values, { scale: scaleOf(metric), bounds: metric.bounds ?? null }).series;
}

export function termsOf(metric: Partial<MetricDefinition>, kpi: Partial<KpiDefinition>): KpiTerms {
  const timeframe = parseTimeframe(kpi.timeframe, CALENDAR_YEAR);
  return kpiTerms(
    {
      definition: { ...kpi, metric: "m" },
      timeframe: timeframe.ok ? timeframe.timeframe : null,
      target: parseTarget(kpi.target),
      stretch: parseTarget(kpi.stretch),
    },
    new Map([["m", { id: "m", definition: metric }]]),
  );
}

export function only(series: Series | null): SeriesOf {
  return (id) => (id === "m" ? series : null);
}

export function evaluate(given: Case, lines: StatusLines = DEFAULT_SETTINGS.status): KpiProgress {
  return evaluateKpi({
    terms: termsOf(given.metric, given.kpi),
    seriesOf: only(seriesOfRows(given.rows, given.metric)),
    asOf: day(given.as_of),
    lines,
  });
}
