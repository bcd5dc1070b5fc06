/** A definition made concrete for one window: target, baseline, origin and plan, or why it is invalid. */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import { type Timeframe, type Window } from "../workspace/timeframe.ts";
import { type Baseline } from "./baseline.ts";
import { type Plan } from "./plan.ts";
import { type ResolvedTarget, type TargetFault } from "./target.ts";
import type { KpiTerms, SeriesOf } from "./terms.ts";
/** Why a definition cannot be judged. */
export type InvalidReason = 
/** No metric, or none of that id. */
"metric-missing"
/** No target, or one that could not be read. */
 | "target-missing"
/** No timeframe, or one that could not be read. */
 | "timeframe-missing" | TargetFault
/** A compound path from or to 0, across 0, or on a total. */
 | "path-impossible"
/** Aggregation `ratio`, but the rows have no numerators and denominators. */
 | "ratio-without-parts";
/** What the definition says for one window. All values are in the metric's unit. */
export interface Resolved {
    /** Null where the definition can be judged. */
    readonly reason: InvalidReason | null;
    readonly window: Window | null;
    readonly target: ResolvedTarget | null;
    readonly baseline: Baseline;
    /** Where attainment counts from; null for keep targets and where it is unknown. */
    readonly origin: number | null;
    /** The target equals the origin or is already exceeded by it: met or not, without a pace. */
    readonly noDistance: boolean;
    /** Null for keep targets and invalid definitions. */
    readonly plan: Plan | null;
}
/**
 * Whether a KPI can be judged on a day, and what it resolves to; needs no values in the window.
 * Recurring timeframes are resolved for the period that holds `asOf`.
 */
export declare function validityOf(terms: KpiTerms, seriesOf: SeriesOf, asOf: Day): Resolved;
/** The window that is scored on a day; null without a timeframe. */
export declare function scoredWindow(timeframe: Timeframe | null, asOf: Day): Window | null;
/** `validityOf` for any window, such as an earlier period. */
export declare function resolveIn(terms: KpiTerms, series: Series | null, window: Window | null, asOf: Day): Resolved;
