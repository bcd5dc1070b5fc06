/** Progress of a whole workspace: every active KPI, every goal, and what deserves a look first. */
import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import { type EarlyWarning } from "./early-warning.ts";
import { type KpiProgress } from "./evaluate.ts";
import { type GoalProgress, type StatusCounts } from "./rollup.ts";
import type { ChartOptions } from "./signal.ts";
import { type SeriesOf } from "./terms.ts";
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
export declare function progressOf(workspace: Workspace, asOf: Day, options?: {
    readonly chart?: ChartOptions;
}): WorkspaceProgress;
/** Progress of one KPI of a workspace, whatever its state. */
export declare function progressOfKpi(workspace: Workspace, kpi: Kpi, asOf: Day, options?: {
    readonly seriesOf?: SeriesOf;
    readonly chart?: ChartOptions;
}): KpiProgress;
/** The rows of a workspace's metrics by id. */
export declare function seriesIn(workspace: Pick<Workspace, "metrics">): SeriesOf;
