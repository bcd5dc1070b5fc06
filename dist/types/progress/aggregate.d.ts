/** From the rows of a window to one number (progress.md, step 3). */
import type { Series } from "../workspace/series.ts";
import type { Aggregation, Reading } from "./terms.ts";
import type { RowRange } from "./window.ts";
/**
 * The current value, in the metric's unit, with the day of the latest row; null without rows, and for a
 * ratio whose rows have no numerators and denominators, because the mean of rates is no rate.
 */
export declare function currentOf(series: Series, rows: RowRange, aggregation: Aggregation, scale: number): Reading | null;
/** The share of rows inside bounds that count as inside, 0 to 1; null without rows. */
export declare function complianceOf(series: Series, rows: RowRange, min: number | null, max: number | null): number | null;
/** Whether a total only ever rose: no negative row, or for `running` no total below the one before it. */
export declare function neverFell(series: Series, rows: RowRange, running: boolean): boolean;
