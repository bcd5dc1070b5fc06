/** Windows that are over and still await their final value (progress.md, step 8). */
import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import { type Window } from "../workspace/timeframe.ts";
/** A closed window of an active KPI whose status is awaiting-data. */
export interface AwaitingWindow {
    readonly kpi: Kpi;
    readonly window: Window;
}
/** The windows of the KPIs of a metric that await their final value on a day, the earliest end first. */
export declare function awaitingOf(metric: Metric, workspace: Workspace, asOf: Day): readonly AwaitingWindow[];
