/** A KPI in two versions, with what each says in numbers. */

import { type Resolved, resolveIn, scoredWindow } from "../progress/resolve.ts";
import { type KpiTerms, kpiTerms } from "../progress/terms.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import { rowsWhere } from "./rows.ts";

/** One side of a pair. */
export interface KpiSide {
  readonly kpi: Kpi;
  /** Null where it is missing or unknown. */
  readonly metric: Metric | null;
  readonly terms: KpiTerms;
  /** Resolved on the base's data, for the window that is scored on the day of the review. */
  readonly resolved: Resolved;
  readonly unit: string | null;
}

/** A KPI that is in both versions; `id` is that of the newer one. */
export interface KpiPair {
  readonly id: string;
  readonly before: KpiSide;
  readonly after: KpiSide;
}

/** Puts a KPI of the base and one of the head side by side. */
export function kpiPair(before: Kpi, after: Kpi, versions: Versions, asOf: Day): KpiPair {
  return {
    id: after.id,
    before: kpiSide(before, "base", versions, asOf),
    after: kpiSide(after, "head", versions, asOf),
  };
}

/** The workspaces that are compared. */
export interface Versions {
  readonly base: Workspace;
  readonly head: Workspace;
  /** Whether a file is there and says the same in both. */
  readonly isSameFile: (file: string) => boolean;
}

/** One side, of the version `own`. Both are resolved on the base's data; a metric that is new has only the head's. */
export function kpiSide(kpi: Kpi, own: "base" | "head", versions: Versions, asOf: Day): KpiSide {
  const { metrics } = versions[own];
  const metric = metrics.get(kpi.definition.metric ?? "") ?? null;
  const terms = kpiTerms(kpi, metrics);
  const series = metric === null ? null : rowsWhere(metric.id, { definitions: own, values: "base" }, versions);
  return {
    kpi,
    metric,
    terms,
    resolved: resolveIn(terms, series, scoredWindow(terms.timeframe, asOf), asOf),
    unit: metric?.definition.unit ?? null,
  };
}
