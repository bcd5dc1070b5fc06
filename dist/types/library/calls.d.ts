/** What a program asks of a workspace: findings, figures, and what changes from one to another. */
import type { CheckResult } from "../engine/result.ts";
import { type ReviewNames, type ReviewResult } from "../engine/review.ts";
import { type WorkspaceProgress } from "../progress/progress.ts";
import type { Day } from "../workspace/day.ts";
import type { LoadedWorkspace } from "./load.ts";
export interface DayOptions {
    /** The day of judgement, as "2026-08-15" or as `parseDay` gives it. Today in UTC where there is none. */
    readonly asOf?: string | Day;
}
export interface DiffOptions extends DayOptions {
    /** The day of the base: entries in `changes` that are dated earlier explain older changes. Without it, none do. */
    readonly notBefore?: string | Day;
    /** What the versions are called in the result: `before` and `after`. */
    readonly names?: ReviewNames;
}
/** Runs every rule, as `kpi check` does. With a wrong config, the findings about it are the only ones. */
export declare function check(workspace: LoadedWorkspace, options?: DayOptions): CheckResult;
/** Progress of all active KPIs and of all goals, as `kpi progress` shows it. */
export declare function progress(workspace: LoadedWorkspace, options?: DayOptions): WorkspaceProgress;
/** What changes in meaning from one workspace to another, as `kpi diff` tells it. Throws where the newer config is wrong. */
export declare function diff(base: LoadedWorkspace, head: LoadedWorkspace, options?: DiffOptions): ReviewResult;
