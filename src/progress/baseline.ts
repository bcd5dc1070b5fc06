/** Where a KPI starts from (progress.md, step 2). */

import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import { type Aggregation, accumulates, type KpiTerms } from "./terms.ts";
import { countUntil, rowsIn } from "./window.ts";

/** The baseline in the metric's unit; `none` has no value. */
export type Baseline =
  | { readonly value: number; readonly day: Day | null; readonly source: "stated" }
  | { readonly value: number; readonly day: Day; readonly source: "before-window" | "in-window" }
  | { readonly value: null; readonly day: null; readonly source: "none" };

export const NO_BASELINE: Baseline = { value: null, day: null, source: "none" };

/**
 * The baseline as stated, else for `last` and targets that are reached the latest row before the window,
 * else for absolute targets the first row inside it. Rows after `asOf` do not exist.
 */
export function findBaseline(
  terms: Pick<KpiTerms, "baseline" | "target">,
  aggregation: Aggregation,
  series: Series | null,
  window: Window,
  asOf: Day,
): Baseline {
  const { baseline, target } = terms;
  if (baseline !== null) return { value: baseline.value, day: baseline.day, source: "stated" };
  if (aggregation !== "last" || series === null || target === null || target.kind === "range") return NO_BASELINE;
  const before = countUntil(series.days, Math.min(asOf, window.start - 1)) - 1;
  if (before >= 0) return foundAt(series, before, "before-window");
  if (target.kind === "percent" || target.kind === "by") return NO_BASELINE;
  const rows = rowsIn(series.days, window, asOf);
  return rows.from < rows.to ? foundAt(series, rows.from, "in-window") : NO_BASELINE;
}

/** The day on which the plan stands at the origin: the day before the window, or that of a baseline inside it. */
export function planStart(baseline: Baseline, aggregation: Aggregation, window: Window): Day {
  const day = baseline.day;
  const isInside = day !== null && day >= window.start && day <= window.end;
  return isInside && !accumulates(aggregation) ? day : window.start - 1;
}

function foundAt(series: Series, row: number, source: "before-window" | "in-window"): Baseline {
  return { value: series.values[row] ?? 0, day: series.days[row] ?? 0, source };
}
