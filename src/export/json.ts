/** A whole workspace as JSON, schemaVersion 1: keys may be added, none changed. */

import { goalJson, kpiJson } from "../report/progress/json.ts";
import { jsonText } from "../report/untrusted.ts";
import { formatDay } from "../workspace/day.ts";
import type { Metric } from "../workspace/model.ts";
import { windowLabel } from "../workspace/timeframe.ts";
import { type ExportInput, kpisOf } from "./model.ts";

/**
 * Every goal, metric and KPI as it is defined, with what it resolves to: rows of metrics, progress of goals, and of
 * active KPIs all that `kpi progress` says. Texts are exact.
 */
export function jsonExport(input: ExportInput): string {
  const { workspace, progress } = input;
  const goals = new Map(progress.goals.map((one) => [one.goal.id, one]));
  return jsonText({
    schemaVersion: 1,
    asOf: formatDay(progress.asOf),
    goals: [...workspace.goals.values()].map(({ id, origin, state, definition }) => {
      const found = goals.get(id);
      return { id, file: origin.file, state, definition, progress: found === undefined ? null : goalJson(found) };
    }),
    metrics: [...workspace.metrics.values()].map(metricJson),
    kpis: kpisOf(input).map(({ kpi: { id, origin, state, definition }, scored }) => ({
      id,
      file: origin.file,
      state,
      definition,
      progress: scored === null ? null : kpiJson(scored, null),
    })),
  });
}

/** A metric with its rows; inline values stand there and not in the definition. */
function metricJson({ id, origin, definition, dataFile, series }: Metric) {
  const { values: _, ...stated } = definition;
  const rows = series?.days.map((day, index) => ({
    date: formatDay(day),
    period: windowLabel({ start: series.starts?.[index] ?? day, end: day }),
    value: series.values[index] ?? null,
    numerator: series.numerators?.[index] ?? null,
    denominator: series.denominators?.[index] ?? null,
    note: series.notes?.get(day) ?? null,
  }));
  return {
    id,
    file: origin.file,
    definition: stated,
    dataFile,
    rows: rows ?? [],
    knownGaps: series?.knownGaps.map(formatDay) ?? [],
  };
}
