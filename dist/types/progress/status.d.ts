/** One word for how a KPI stands, and its flags (progress.md, step 8). */
import type { Day } from "../workspace/day.ts";
import type { Window } from "../workspace/timeframe.ts";
/** From best to worst: the order in which a goal takes the worst of its KPIs (progress.md, step 11). */
export declare const STATUSES: readonly ["achieved", "on-track", "not-started", "no-data", "awaiting-data", "at-risk", "off-track", "missed", "invalid"];
export type Status = (typeof STATUSES)[number];
/** Shares of the plan: pace at or above `onTrack` is on track, at or above `atRisk` at risk; `warmUp` of the window. */
export interface StatusLines {
    readonly onTrack: number;
    readonly atRisk: number;
    readonly warmUp: number;
}
/** A status, and whether no later value can change it. */
export interface Verdict {
    readonly status: Status;
    readonly final: boolean;
}
/** What the status of a valid definition with a value follows from. */
export interface Facts {
    readonly kind: "reach" | "keep" | "budget";
    /** The current value meets the target, lies inside the range, or is within the budget. */
    readonly met: boolean;
    /** Keep: enough rows comply; true for other kinds. */
    readonly compliant: boolean;
    /** Keep: outside, but by no more than the tolerance. */
    readonly tolerated: boolean;
    /** Reach: no later value can undo that it is met. */
    readonly cannotFallBack: boolean;
    readonly pace: number | null;
    /** Reach: the plan expects nothing yet. */
    readonly nothingExpected: boolean;
}
/** The dates that a status depends on; `last` is the day of the last value in the window, `cadence` in days. */
export interface Dates {
    readonly window: Window;
    readonly asOf: Day;
    readonly last: Day | null;
    readonly cadence: number;
}
export interface Flags {
    /** Open, and the last value (or the start) is more than one and a half cadences ago. */
    readonly stale: boolean;
    /** Closed, and the last value does not cover the end of the window. */
    readonly incomplete: boolean;
}
/** The status of a window without values. */
export declare function verdictWithoutData(dates: Dates): Verdict;
/** The status of a window with values. */
export declare function verdictOf(facts: Facts, dates: Dates & {
    readonly last: Day;
}, lines: StatusLines): Verdict;
/** What is drawn over a status; never changes it. */
export declare function flagsOf(dates: Dates): Flags;
