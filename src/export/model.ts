/** What exports are made from: a workspace and how its KPIs stand on a day. */

import type { ScoredKpi, WorkspaceProgress } from "../progress/progress.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";

export interface ExportInput {
  readonly workspace: Workspace;
  readonly progress: WorkspaceProgress;
}

/** A KPI with its metric and, where it is active, its figures. */
export interface ExportedKpi {
  readonly kpi: Kpi;
  readonly metric: Metric | null;
  readonly scored: ScoredKpi | null;
}

/** Every KPI in the order of the workspace, drafts and retired ones among them. */
export function kpisOf({ workspace, progress }: ExportInput): readonly ExportedKpi[] {
  const scored = new Map(progress.kpis.map((one) => [one.kpi.id, one]));
  return [...workspace.kpis.values()].map((kpi) => ({
    kpi,
    metric: workspace.metrics.get(kpi.definition.metric ?? "") ?? null,
    scored: scored.get(kpi.id) ?? null,
  }));
}
