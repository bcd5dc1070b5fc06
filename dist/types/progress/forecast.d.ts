/** Where a value is heading by the end of its window (progress.md, step 13). Separate from status. */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Direction } from "../workspace/target.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { ResolvedTarget } from "./target.ts";
import { type MetricTerms } from "./terms.ts";
/** An expected value at the end of a window and its likely range, in the metric's unit. */
export interface LikelyRange {
    readonly value: number;
    readonly low: number;
    readonly high: number;
}
export type Outlook = "likely" | "uncertain" | "unlikely" | "insufficient-data";
/** All null where rows are too few. */
export interface Forecast {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** Whether the target will be met at the end of the window. */
    readonly outlook: Outlook;
    /** Rows that were used. */
    readonly rows: number | null;
}
/** The forecast of a KPI as known on `asOf`; null where none applies, because of the aggregation or because all is known. */
export declare function forecastOf(series: Series | null, metric: Pick<MetricTerms, "aggregation" | "better" | "min" | "max">, target: ResolvedTarget, window: Window, asOf: Day): Forecast | null;
/** Whether a range meets a target as a whole, not at all, or in part. */
export declare function outlookOf(range: LikelyRange, target: ResolvedTarget, better: Direction): Outlook;
/**
 * A level at `end`: the trend as far as it is steady, from a level between the last value and a smoothed one.
 * At least 4 rows, `days` rising.
 */
export declare function forecastLevel(days: readonly Day[], values: readonly number[], end: Day): LikelyRange;
/**
 * A total at `end`: what is there now, and as many mean additions as there is room for.
 * `additions` in any order, at least 2; `gap` is the usual number of days between two, `left` those to come.
 */
export declare function forecastTotal(current: number, additions: readonly number[], gap: number, left: number): LikelyRange;
