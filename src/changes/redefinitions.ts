/** What a metric means: how its rows become one number, and where they come from. */

import { aggregationOf } from "../progress/terms.ts";
import { recodings } from "../text/word-diff.ts";
import { scaleOf } from "../workspace/data.ts";
import type { Metric } from "../workspace/model.ts";
import { formatExact } from "../workspace/units.ts";
import { isReadable } from "./field-place.ts";
import type { MetricPair } from "./pairs.ts";
import { placeOfRows, rowDifferences } from "./row-differences.ts";

/** One part of a metric's meaning that is another one now. */
export interface Redefinition {
  readonly path: readonly [string, ...string[]];
  /** As people write it; null where nothing is stated. */
  readonly before: string | null;
  readonly after: string | null;
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
}

/** Every part that differs, with what holds where nothing is stated. */
export function redefinitions(pair: MetricPair): readonly Redefinition[] {
  const { before, after } = pair;
  return [aggregation(before, after), scale(before, after), derived(before, after), query(before, after)]
    .concat(bounds(before, after), data(pair))
    .filter((found) => found !== null)
    .filter(({ path: [field] }) => isReadable(field, before, after));
}

function aggregation(before: Metric, after: Metric): Redefinition | null {
  const [old, now] = [aggregationOf(before.definition), aggregationOf(after.definition)];
  // A ratio of two metrics is always pooled: where it ceases to be one, that is said of `derived`.
  const isStated = (before.definition.aggregation ?? "last") !== (after.definition.aggregation ?? "last");
  const isUnderived = isRatioOfMetrics(before) === isRatioOfMetrics(after);
  return old === now || !(isStated || isUnderived) ? null : words(["aggregation"], old, now);
}

function isRatioOfMetrics({ definition: { derived } }: Metric): boolean {
  return derived !== undefined && derived !== null && "ratio" in derived;
}

/** Only of ratios; one that follows from a new unit is said of the unit. */
function scale(before: Metric, after: Metric): Redefinition | null {
  const [old, now] = [scaleOf(before.definition), scaleOf(after.definition)];
  const isStated = (before.definition.scale ?? after.definition.scale ?? null) !== null;
  if (old === now || !isStated || !(isRatio(before) || isRatio(after))) return null;
  return {
    path: ["scale"],
    before: formatExact(old),
    after: formatExact(now),
    resolvedBefore: old,
    resolvedAfter: now,
  };
}

function isRatio({ definition, series }: Metric): boolean {
  return aggregationOf(definition) === "ratio" || (series !== null && series.numerators !== null);
}

function derived(before: Metric, after: Metric): Redefinition | null {
  const [old, now] = [derivedText(before), derivedText(after)];
  return old === now ? null : words(["derived"], old, now);
}

/** `a / b`, `a + b`, `a - b`; the order of a sum does not matter. */
function derivedText({ definition }: Metric): string | null {
  const stated = definition.derived ?? null;
  if (stated === null) return null;
  if ("ratio" in stated) return stated.ratio.join(" / ");
  return "sum" in stated ? [...stated.sum].sort().join(" + ") : stated.difference.join(" - ");
}

/** Without regard to spaces and line ends. */
function query(before: Metric, after: Metric): Redefinition | null {
  const [old, now] = [queryOf(before), queryOf(after)];
  return recodings(old ?? "", now ?? "").length === 0 ? null : words(["source", "query"], old, now);
}

function queryOf({ definition }: Metric): string | null {
  const text = definition.source?.query?.trim() ?? "";
  return text === "" ? null : text;
}

function bounds(before: Metric, after: Metric): Redefinition | null {
  const [old, now] = [boundsText(before), boundsText(after)];
  return old === now ? null : words(["bounds"], old, now);
}

function boundsText({ definition }: Metric): string | null {
  const { min = null, max = null } = definition.bounds ?? {};
  const parts = [
    ...(min === null ? [] : [`at least ${formatExact(min)}`]),
    ...(max === null ? [] : [`at most ${formatExact(max)}`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/**
 * Rows that come from another place are another measurement only where they lack some of the base's. Where no place is
 * left, or the file is gone, the rows are gone, and that is said of them.
 */
function data(pair: MetricPair): Redefinition | null {
  const [old, now] = [placeOfRows(pair.before), placeOfRows(pair.after)];
  if (old === null || now === null || old === now) return null;
  return rowDifferences(pair).rewritten.length === 0 ? null : words(["data"], old, now);
}

function words(path: Redefinition["path"], before: string | null, after: string | null): Redefinition {
  return { path, before, after, resolvedBefore: null, resolvedAfter: null };
}
