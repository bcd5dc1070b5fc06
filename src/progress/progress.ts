/** Progress of a whole workspace: every active KPI, every goal, and what deserves a look first. */

import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import { type EarlyWarning, earlyWarnings, type Leading } from "./early-warning.ts";
import { evaluateKpi, type KpiProgress } from "./evaluate.ts";
import { type Contribution, type GoalProgress, noCounts, rollUp, type StatusCounts } from "./rollup.ts";
import type { ChartOptions } from "./signal.ts";
import type { Status } from "./status.ts";
import { kpiTerms, type SeriesOf } from "./terms.ts";

/** An active KPI with its figures; `metric` is null where it is missing or unknown. */
export interface ScoredKpi {
  readonly kpi: Kpi;
  readonly metric: Metric | null;
  readonly progress: KpiProgress;
}

export interface ProgressSummary {
  /** Active KPIs. */
  readonly kpis: number;
  readonly byStatus: StatusCounts;
  readonly stale: number;
  readonly drafts: number;
  readonly retired: number;
}

export interface WorkspaceProgress {
  readonly asOf: Day;
  readonly summary: ProgressSummary;
  /** Active KPIs in the order of the workspace. */
  readonly kpis: readonly ScoredKpi[];
  /** All goals in the order of the workspace, whatever their state. */
  readonly goals: readonly GoalProgress[];
  /** What is listed first. */
  readonly earlyWarnings: readonly EarlyWarning[];
}

/** Progress of all active KPIs and of all goals on a day. Never throws. */
export function progressOf(
  workspace: Workspace,
  asOf: Day,
  options: { readonly chart?: ChartOptions } = {},
): WorkspaceProgress {
  const kpis: ScoredKpi[] = [];
  const leading: Leading[] = [];
  const contributions = new Map<string, Contribution[]>();
  const byStatus = noCounts();
  let stale = 0;
  let drafts = 0;
  let retired = 0;
  const seriesOf = seriesIn(workspace);
  for (const kpi of workspace.kpis.values()) {
    if (kpi.state === "draft") drafts++;
    if (kpi.state === "retired") retired++;
    if (kpi.state !== "active") continue;
    const progress = progressOfKpi(workspace, kpi, asOf, { seriesOf, chart: options.chart });
    const metric = workspace.metrics.get(kpi.definition.metric ?? "") ?? null;
    kpis.push({ kpi, metric, progress });
    byStatus[progress.status]++;
    if (progress.stale) stale++;
    leading.push({
      id: kpi.id,
      leads: kpi.definition.leads ?? null,
      status: progress.status,
      final: progress.final,
    });
    contribute(contributions, kpi, progress);
  }
  return {
    asOf,
    summary: { kpis: kpis.length, byStatus, stale, drafts, retired },
    kpis,
    goals: rollUp(workspace.goals, (goal) => contributions.get(goal) ?? []),
    earlyWarnings: earlyWarnings(leading),
  };
}

/** Progress of one KPI of a workspace, whatever its state. */
export function progressOfKpi(
  workspace: Workspace,
  kpi: Kpi,
  asOf: Day,
  options: { readonly seriesOf?: SeriesOf; readonly chart?: ChartOptions } = {},
): KpiProgress {
  return evaluateKpi({
    terms: kpiTerms(kpi, workspace.metrics),
    seriesOf: options.seriesOf ?? seriesIn(workspace),
    asOf,
    lines: workspace.settings.status,
    chart: options.chart,
  });
}

/** The rows of a workspace's metrics by id. */
export function seriesIn(workspace: Pick<Workspace, "metrics">): SeriesOf {
  return (id) => workspace.metrics.get(id)?.series ?? null;
}

function contribute(contributions: Map<string, Contribution[]>, kpi: Kpi, progress: KpiProgress): void {
  const goal = kpi.definition.goal;
  if (goal === undefined) return;
  const contribution: Contribution = {
    status: progress.status,
    guardrails: guardrailStatus(progress),
    attainment: progress.attainment,
    weight: kpi.definition.weight ?? 1,
  };
  const list = contributions.get(goal);
  if (list === undefined) contributions.set(goal, [contribution]);
  else list.push(contribution);
}

/** A broken guardrail is off track for the goal; one without any value is unknown, so no data. */
function guardrailStatus(progress: KpiProgress): Status | null {
  if (progress.guardrails.some((guardrail) => guardrail.ok === false)) return "off-track";
  if (progress.status === "not-started" || progress.status === "invalid") return null;
  return progress.guardrails.some((guardrail) => guardrail.value === null) ? "no-data" : null;
}
