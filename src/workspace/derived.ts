/** Rows of derived metrics: they exist on the dates that all parts have. */

import { scaleOf } from "./data.ts";
import type { Day } from "./day.ts";
import { partsOf } from "./links.ts";
import type { Metric } from "./model.ts";
import type { Series } from "./series.ts";

/**
 * Fills in the series of every derived metric, parts first. A metric with an unknown part, or in a circle,
 * keeps none: the link rules speak of it. A ratio is left out where its denominator is 0.
 */
export function deriveAll(metrics: Map<string, Metric>): void {
  const settled = new Set<string>();
  const open = new Set<string>();
  const settle = (id: string, depth: number): Metric | null => {
    const metric = metrics.get(id);
    if (metric === undefined || metric.definition.derived == null || settled.has(id)) return metric ?? null;
    if (open.has(id) || depth > MAX_DEPTH) return null;
    open.add(id);
    const parts = partsOf(metric).map((part) => settle(part, depth + 1));
    open.delete(id);
    settled.add(id);
    const known = parts.filter((part): part is Metric & { series: Series } => part !== null && part.series !== null);
    if (known.length !== parts.length || known.length === 0) return metric;
    const complete = derive(metric, known);
    metrics.set(id, complete);
    return complete;
  };
  for (const id of [...metrics.keys()]) settle(id, 0);
}

/** Deeper chains of derived metrics than this are left without values. */
const MAX_DEPTH = 100;

function derive(metric: Metric, parts: readonly (Metric & { series: Series })[]): Metric {
  const rows = parts.map((part) => new Map(part.series.days.map((day, i) => [day, part.series.values[i] ?? 0])));
  const all = [...new Set(parts.flatMap((part) => part.series.days))].sort((a, b) => a - b);
  const shared = all.filter((day) => rows.every((row) => row.has(day)));
  const missing = parts.flatMap((part, i) => {
    const days = all.filter((day) => rows[i]?.has(day) === false);
    return days.length === 0 ? [] : [{ metric: part.id, days }];
  });
  const series = seriesOf(metric, shared, (day) => rows.map((row) => row.get(day) ?? 0));
  return withSeries(metric, series, missing);
}

/** The dates on which a derived ratio has no value because its denominator is 0; empty for any other metric. */
export function zeroDenominators(metric: Metric, metrics: ReadonlyMap<string, Metric>): readonly Day[] {
  const { derived } = metric.definition;
  if (derived == null || !("ratio" in derived) || metric.series === null) return [];
  const [above, below] = derived.ratio.map((part) => metrics.get(part)?.series);
  const counted = new Set(above?.days);
  return below?.days.filter((day, i) => below.values[i] === 0 && counted.has(day)) ?? [];
}

/** The metric with rows that come from elsewhere than a data file. */
export function withSeries(
  { id, origin, faulty, definition }: Metric,
  series: Series | null,
  missing: Metric["missing"] = [],
): Metric {
  return { kind: "metric", id, origin, faulty, definition, series, dataFile: null, unread: 0, missing };
}

function seriesOf(metric: Metric, shared: readonly Day[], valuesOn: (day: Day) => readonly number[]): Series {
  const derived = metric.definition.derived;
  const isRatio = derived != null && "ratio" in derived;
  const days: Day[] = [];
  const values: number[] = [];
  const numerators: number[] = [];
  const denominators: number[] = [];
  for (const day of shared) {
    const [first = 0, ...rest] = valuesOn(day);
    if (isRatio) {
      const denominator = rest[0] ?? 0;
      if (denominator === 0) continue;
      numerators.push(first);
      denominators.push(denominator);
      values.push((scaleOf(metric.definition) * first) / denominator);
    } else {
      const others = rest.reduce((sum, value) => sum + value, 0);
      values.push(derived != null && "difference" in derived ? first - others : first + others);
    }
    days.push(day);
  }
  return {
    days,
    values,
    numerators: isRatio ? numerators : null,
    denominators: isRatio ? denominators : null,
    places: days,
    starts: null,
    notes: null,
    knownGaps: [],
    unsorted: null,
  };
}
