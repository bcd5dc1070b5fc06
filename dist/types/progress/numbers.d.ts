/** Comparisons and arithmetic that every step shares: tolerant of binary fractions, and never NaN or infinite. */
/** Below this a difference counts as none. */
export declare const EPSILON = 1e-9;
/** The largest number below 1: what is not met never counts as the whole. */
export declare const ALMOST_ONE: number;
/** The tolerance of a comparison with `reference`: 1e-9, relative to large numbers. */
export declare function slack(reference: number): number;
/** Whether `value` is at least `bound`, up to the bound's tolerance. */
export declare function atLeast(value: number, bound: number): boolean;
/** Whether `value` is at most `bound`, up to the bound's tolerance. */
export declare function atMost(value: number, bound: number): boolean;
/** Whether two numbers are the same, up to the tolerance of `reference`. */
export declare function same(value: number, reference: number): boolean;
/** Whether `value` lies inside bounds that count as inside; null bounds do not bind. */
export declare function inside(value: number, min: number | null, max: number | null): boolean;
/** The nearest finite number, and never -0: results of numbers near the largest double stay readable. */
export declare function finite(value: number): number;
/** A value whose square, and the sum of many such squares, is finite. */
export declare function squarable(value: number): number;
/** The middle of a list, or the mean of the two in the middle; 0 for an empty list. */
export declare function median(values: readonly number[]): number;
/** The arithmetic mean; 0 for an empty list. */
export declare function mean(values: readonly number[]): number;
