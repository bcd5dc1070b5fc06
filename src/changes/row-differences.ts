/** How the rows of a metric differ, day by day, wherever they are written. */

import type { Place } from "../findings/finding.ts";
import { same } from "../progress/numbers.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import type { Metric } from "../workspace/model.ts";
import { placeOfRow } from "../workspace/row-place.ts";
import type { Series } from "../workspace/series.ts";
import { formatExact, formatValue, isBoolean } from "../workspace/units.ts";
import type { MetricPair } from "./pairs.ts";
import { exactValue } from "./target-words.ts";
import { unitFactor } from "./units.ts";

/** One row: its place among the rows of its metric. */
export interface Row {
  readonly metric: Metric;
  readonly series: Series;
  readonly index: number;
  readonly day: Day;
}

export interface RowDifferences {
  /** Rows of the base that say something else, or are gone (`after` is null), oldest first. */
  readonly rewritten: readonly { readonly before: Row; readonly after: Row | null }[];
  /** New rows that are older than the newest one of the base, and those that are newer; oldest first. */
  readonly older: readonly Row[];
  readonly newer: readonly Row[];
}

const NONE: RowDifferences = { rewritten: [], older: [], newer: [] };

/** The differences of rows that are measured; those of a derived metric follow from its parts, and are none. */
export function rowDifferences({ before, after }: Pick<MetricPair, "before" | "after">): RowDifferences {
  if (isDerived(before) || isDerived(after)) return NONE;
  const factor = unitFactor(before.definition.unit ?? null, after.definition.unit ?? null);
  const old = before.series;
  const now = after.series;
  const newest = old?.days.at(-1) ?? Number.NEGATIVE_INFINITY;
  const rewritten: { before: Row; after: Row | null }[] = [];
  const older: Row[] = [];
  const newer: Row[] = [];
  let i = 0;
  let j = 0;
  while (true) {
    const oldRow = rowAt(before, old, i);
    const nowRow = rowAt(after, now, j);
    if (oldRow === null && nowRow === null) return { rewritten, older, newer };
    if (nowRow === null || (oldRow !== null && oldRow.day < nowRow.day)) {
      if (oldRow !== null) rewritten.push({ before: oldRow, after: null });
      i++;
    } else if (oldRow === null || nowRow.day < oldRow.day) {
      (nowRow.day > newest ? newer : older).push(nowRow);
      j++;
    } else {
      if (!isSameRow(oldRow, nowRow, factor)) rewritten.push({ before: oldRow, after: nowRow });
      i++;
      j++;
    }
  }
}

function isDerived({ definition, faulty }: Metric): boolean {
  return (definition.derived ?? null) !== null || faulty?.has("derived") === true;
}

function rowAt(metric: Metric, series: Series | null, index: number): Row | null {
  const day = series?.days[index];
  return series === null || day === undefined ? null : { metric, series, index, day };
}

/** Ratios by what was counted: the scale is no part of the row. A number may have been converted with the unit. */
function isSameRow(a: Row, b: Row, factor: number): boolean {
  const [old, now] = [partsOf(a), partsOf(b)];
  if (old !== null && now !== null) return old.numerator === now.numerator && old.denominator === now.denominator;
  const [before, after] = [numberOf(a), numberOf(b)];
  return old === null && now === null
    ? before === after || (factor !== 1 && same(after, before * factor))
    : same(after, before);
}

interface Parts {
  readonly numerator: number;
  readonly denominator: number;
}

function partsOf({ series, index }: Row): Parts | null {
  const numerator = series.numerators?.[index];
  const denominator = series.denominators?.[index];
  return numerator === undefined || denominator === undefined ? null : { numerator, denominator };
}

/** Where rows are: a file, relative to the root; `values` in the definition; null where there are none to be read. */
export function placeOfRows({ dataFile, series }: Metric): string | null {
  return dataFile ?? (series === null ? null : "values");
}

/** The value of a row; of a ratio its share times the scale. */
export function numberOf({ series, index }: Row): number {
  return series.values[index] ?? 0;
}

/** A row as its author wrote it: `68`, `45 / 1,200`. */
export function rowText(row: Row): string {
  const parts = partsOf(row);
  if (parts === null) return formatExact(numberOf(row));
  return `${formatExact(parts.numerator)} / ${formatExact(parts.denominator)}`;
}

/** A row with the unit of its metric: `68 points`, `45 / 1,200`, `done`. */
export function rowInWords(row: Row): string {
  const unit = row.metric.definition.unit ?? null;
  if (partsOf(row) !== null) return rowText(row);
  return isBoolean(unit) ? formatValue(numberOf(row), unit) : exactValue(numberOf(row), unit);
}

/** The day of a row as files write it. */
export function dateOf({ day }: Row): string {
  return formatDay(day);
}

/** Where the value of a row is written. */
export function placeOfValue(row: Row): Place {
  const { metric, series, index } = row;
  const column = partsOf(row) === null ? "value" : "numerator";
  return placeOfRow(metric, metric.dataFile, series.places[index] ?? "", column);
}

/** The whole row, or its date where it stands in a definition. */
export function placeOfWholeRow({ metric, series, index }: Row): Place {
  return placeOfRow(metric, metric.dataFile, series.places[index] ?? "", null);
}
