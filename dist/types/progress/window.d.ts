/** Which rows count, and how much of a window has passed (progress.md, steps 3 and 4). */
import type { Day } from "../workspace/day.ts";
import type { Window } from "../workspace/timeframe.ts";
/** Rows `from` up to but not including `to` of a series. */
export interface RowRange {
    readonly from: number;
    readonly to: number;
}
/** before: it has not begun; open: the day lies in it; closed: its last day is over. */
export type Phase = "before" | "open" | "closed";
/** How many of the rising `days` are on or before `day`. */
export declare function countUntil(days: readonly Day[], day: Day): number;
/** The rows of a window as they were known on a day: start ≤ date ≤ min(asOf, end). */
export declare function rowsIn(days: readonly Day[], window: Window, asOf: Day): RowRange;
/** Where a day stands in relation to a window. */
export declare function phaseAt(window: Window, asOf: Day): Phase;
/** The share of a window that has passed at the end of a day, 0 to 1. */
export declare function elapsedAt(window: Window, day: Day): number;
