/** A straight line through rows that a few wild values cannot bend (Theil-Sen), and how steady it is (Kendall). */
import type { Day } from "../workspace/day.ts";
export interface Trend {
    /** The metric's unit per day. */
    readonly slopePerDay: number;
    /** The line on the first of the days. */
    readonly intercept: number;
    /** Kendall's tau, squared: 1 where values only rise or only fall, near 0 without a trend. */
    readonly tau2: number;
    /** Standard deviation of the rows about the line, with n - 2 degrees of freedom. */
    readonly deviation: number;
}
/**
 * The median of all slopes between two rows, with the median residual as intercept.
 * `days` rise; at least 3 rows, and few, because every pair is looked at.
 */
export declare function theilSen(days: readonly Day[], values: readonly number[]): Trend;
