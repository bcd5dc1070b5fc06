/** A KPI with everything that its calculation rests on. */

import type { KpiProgress } from "../../progress/evaluate.ts";
import { progressOfKpi, seriesIn } from "../../progress/progress.ts";
import { type Resolved, validityOf } from "../../progress/resolve.ts";
import type { StatusLines } from "../../progress/status.ts";
import { type KpiTerms, kpiTerms } from "../../progress/terms.ts";
import { type RowRange, rowsIn } from "../../progress/window.ts";
import type { Day } from "../../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../../workspace/model.ts";
import type { Series } from "../../workspace/series.ts";
import { isExact, type Unit } from "../progress/figures.ts";

export interface Calculated {
  readonly kpi: Kpi;
  readonly metric: Metric | null;
  readonly unit: Unit;
  readonly terms: KpiTerms;
  readonly series: Series | null;
  /** Rows inside the window. */
  readonly rows: RowRange;
  readonly resolved: Resolved;
  readonly progress: KpiProgress;
  readonly lines: StatusLines;
  readonly asOf: Day;
  /** Whether the target states its numbers itself. */
  readonly exact: boolean;
}

/** The figures of one KPI of a workspace, whatever its state. */
export function calculate(workspace: Workspace, kpi: Kpi, asOf: Day): Calculated {
  const metric = workspace.metrics.get(kpi.definition.metric ?? "") ?? null;
  const terms = kpiTerms(kpi, workspace.metrics);
  const progress = progressOfKpi(workspace, kpi, asOf);
  const series = metric?.series ?? null;
  const { window } = progress;
  return {
    kpi,
    metric,
    unit: metric?.definition.unit,
    terms,
    series,
    rows: series === null || window === null ? { from: 0, to: 0 } : rowsIn(series.days, window, asOf),
    resolved: validityOf(terms, seriesIn(workspace), asOf),
    progress,
    lines: workspace.settings.status,
    asOf,
    exact: isExact(kpi.target),
  };
}
