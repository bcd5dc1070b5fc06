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
export function countUntil(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of a window as they were known on a day: start ≤ date ≤ min(asOf, end). */
export function rowsIn(days: readonly Day[], window: Window, asOf: Day): RowRange {
  const from = countUntil(days, window.start - 1);
  return { from, to: Math.max(from, countUntil(days, Math.min(asOf, window.end))) };
}

/** Where a day stands in relation to a window. */
export function phaseAt(window: Window, asOf: Day): Phase {
  if (asOf < window.start) return "before";
  return asOf > window.end ? "closed" : "open";
}

/** The share of a window that has passed at the end of a day, 0 to 1. */
export function elapsedAt(window: Window, day: Day): number {
  const share = (day - window.start + 1) / (window.end - window.start + 1);
  return Math.max(0, Math.min(share, 1));
}
