/** Signal or noise: the process behaviour chart, XmR (progress.md, step 12). */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Direction } from "../workspace/target.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { ResolvedTarget } from "./target.ts";
import type { MetricTerms } from "./terms.ts";
/** Natural limits of a process, in the metric's unit. */
export interface ProcessLimits {
    readonly mean: number;
    readonly lower: number;
    readonly upper: number;
}
export type SignalRule = "outside-limit" | "run-of-8" | "3-of-4";
/** Rows that chance alone hardly explains. */
export interface Signal {
    readonly rule: SignalRule;
    readonly days: readonly Day[];
    /** On the better side of the mean, or on the worse one. */
    readonly kind: "improvement" | "concern";
}
/** How the limits stand to a keep target: every value to be expected lies inside, none does, or some do. */
export type Capability = "always-passes" | "always-fails" | "hit-or-miss";
export interface BehaviourChart extends ProcessLimits {
    /** Rows on the chart. */
    readonly rows: number;
    /** Rows from which the limits were computed. */
    readonly limitRows: number;
    /** Limits from fewer than 12 rows: they may still move. */
    readonly provisional: boolean;
    /** Rows up to the metric's `baseline_until` where they are too few for limits, so that others are used; else null. */
    readonly tooFewUntil: {
        readonly day: Day;
        readonly rows: number;
    } | null;
    readonly signals: readonly Signal[];
    /** Null where the target is not a keep target. */
    readonly capability: Capability | null;
}
export interface ChartOptions {
    /** Leave out, once, moving ranges of at least 3.267 times their mean. */
    readonly screen?: boolean;
}
/** Mean ± 2.66 times the mean moving range of values in order; null for fewer than two. */
export declare function processLimits(values: readonly number[], options?: ChartOptions): ProcessLimits | null;
/** The chart of a metric for a KPI's window, from rows on or before `asOf` and its end; null below 6 rows. */
export declare function chartOf(series: Series | null, metric: Pick<MetricTerms, "aggregation" | "better" | "baselineUntil">, target: ResolvedTarget | null, window: Window | null, asOf: Day, options?: ChartOptions): BehaviourChart | null;
interface Chart {
    readonly days: readonly Day[];
    readonly values: readonly number[];
}
/**
 * What each running total added to the one before it. Totals begin anew with the window, and before it wherever
 * they fall; the first row of all adds an unknown part and is left out.
 */
export declare function increments(series: Series, count: number, window: Window | null): Chart;
/** All signals, rule by rule and oldest first; `days` and `values` run side by side. */
export declare function signalsOf(days: readonly Day[], values: readonly number[], limits: ProcessLimits, better: Direction): readonly Signal[];
export {};
