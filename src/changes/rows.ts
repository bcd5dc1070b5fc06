/** The rows that a metric has where the definitions of one version meet the values of the other. */

import { deriveAll, withSeries } from "../workspace/derived.ts";
import { partsOf } from "../workspace/links.ts";
import type { Metric } from "../workspace/model.ts";
import type { Series } from "../workspace/series.ts";
import type { Versions } from "./kpi-pair.ts";
import { placeOfRows, rowDifferences } from "./row-differences.ts";
import { asInUnitOf, unitFactor } from "./units.ts";

/** Which version states what a metric is, and which one holds its values. */
export interface Meeting {
  readonly definitions: "base" | "head";
  readonly values: "base" | "head";
}

/**
 * A formula and the place of the rows belong to the definition, what stands there to the values: a metric that is
 * derived in another way, or read from another file, has another series on the same values. Null where there is none.
 */
export function rowsWhere(id: string, meeting: Meeting, versions: Versions): Series | null {
  const own = versions[meeting.definitions];
  const there = versions[meeting.values];
  const defined = own.metrics.get(id);
  const held = there.metrics.get(id);
  // A metric that only one version has is looked up in that one, so that its definition can be judged at all.
  if (defined === undefined || held === undefined) return (defined ?? held)?.series ?? null;
  if (defined === held) return defined.series;
  if (partsOf(defined).length > 0) return derivedRows(defined, meeting, versions);
  if (partsOf(held).length > 0) return defined.series;
  return measuredRows(defined, held, meeting, versions);
}

/** Made of the parts that one version names, with their values in the other. */
function derivedRows(metric: Metric, meeting: Meeting, versions: Versions): Series | null {
  // An unknown part or a circle is no matter of values.
  if (metric.series === null) return null;
  const { metrics } = versions[meeting.definitions];
  const made = new Map<string, Metric>();
  const open = [metric];
  for (const one of open) {
    const parts = partsOf(one);
    made.set(one.id, withSeries(one, parts.length > 0 ? null : rowsWhere(one.id, meeting, versions)));
    for (const part of parts) {
      const known = metrics.get(part);
      if (known !== undefined && !made.has(part)) open.push(known);
    }
  }
  deriveAll(made);
  return made.get(metric.id)?.series ?? null;
}

function measuredRows(defined: Metric, held: Metric, meeting: Meeting, versions: Versions): Series | null {
  const [before, after] = meeting.definitions === "base" ? [defined, held] : [held, defined];
  const [from, to] = [placeOfRows(before), placeOfRows(after)];
  const isElsewhere = from !== null && to !== null && from !== to;
  const isMoved = isElsewhere && rowDifferences({ before, after }).rewritten.length > 0;
  if (!isMoved) return inUnitOf(defined, held);
  // Under the older definition nobody looks where the newer one does.
  if (defined === before) return before.series;
  const wasThere = after.dataFile !== null && versions.isSameFile(after.dataFile);
  return wasThere ? after.series : until(before.series?.days.at(-1) ?? Number.NEGATIVE_INFINITY, after.series);
}

/** Rows up to a day, that one included. */
function until(day: number, series: Series | null): Series | null {
  if (series === null) return null;
  const length = series.days.findLastIndex((one) => one <= day) + 1;
  const first = <T>(list: readonly T[] | null): readonly T[] | null => list?.slice(0, length) ?? null;
  return {
    days: series.days.slice(0, length),
    starts: first(series.starts),
    values: series.values.slice(0, length),
    numerators: first(series.numerators),
    denominators: first(series.denominators),
    places: series.places.slice(0, length),
    notes: series.notes,
    knownGaps: series.knownGaps,
    unsorted: series.unsorted,
  };
}

/** The rows that are held, converted where both versions say the same in two units. */
function inUnitOf(defined: Metric, { series, definition }: Metric): Series | null {
  const factor = unitFactor(definition.unit ?? null, defined.definition.unit ?? null);
  if (factor === 1 || series === null || series.numerators !== null || !isConverted(series, defined.series, factor)) {
    return series;
  }
  return {
    days: series.days,
    starts: series.starts,
    values: series.values.map((value) => value * factor),
    numerators: null,
    denominators: null,
    places: series.places,
    notes: series.notes,
    knownGaps: series.knownGaps,
    unsorted: series.unsorted,
  };
}

/** Whether every day that both have is nearer to the converted number than to the one that stood there. */
function isConverted(held: Series, defined: Series | null, factor: number): boolean {
  const values = new Map(defined?.days.map((day, i) => [day, defined.values[i] ?? 0]));
  return held.days.every((day, i) => {
    const now = values.get(day);
    const old = held.values[i] ?? 0;
    return now === undefined || asInUnitOf(now, old, factor) === old * factor;
  });
}
