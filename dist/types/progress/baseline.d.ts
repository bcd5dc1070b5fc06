/** Where a KPI starts from (progress.md, step 2). */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import { type Aggregation, type KpiTerms } from "./terms.ts";
/** The baseline in the metric's unit; `none` has no value. */
export type Baseline = {
    readonly value: number;
    readonly day: Day | null;
    readonly source: "stated";
} | {
    readonly value: number;
    readonly day: Day;
    readonly source: "before-window" | "in-window";
} | {
    readonly value: null;
    readonly day: null;
    readonly source: "none";
};
export declare const NO_BASELINE: Baseline;
/**
 * The baseline as stated, else for `last` and targets that are reached the latest row before the window,
 * else for absolute targets the first row inside it. Rows after `asOf` do not exist.
 */
export declare function findBaseline(terms: Pick<KpiTerms, "baseline" | "target">, aggregation: Aggregation, series: Series | null, window: Window, asOf: Day): Baseline;
/** The day on which the plan stands at the origin: the day before the window, or that of a baseline inside it. */
export declare function planStart(baseline: Baseline, aggregation: Aggregation, window: Window): Day;
