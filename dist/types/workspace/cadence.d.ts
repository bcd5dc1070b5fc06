/** How often a metric is measured or a KPI reviewed, and the periods without a row that follow from it. */
import { type Day } from "./day.ts";
import { type Window } from "./timeframe.ts";
export type Cadence = "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";
/** The length of a cadence in days, as progress counts it: 1, 7, 14, 28, 90, 365. */
export declare function cadenceDays(cadence: Cadence): number;
/** The day one cadence later by the calendar: a month, quarter or year keeps the day of the month where it can. */
export declare function nextAfter(day: Day, cadence: Cadence): Day;
/**
 * Periods between the first and the last row that have neither a row nor a known gap.
 *
 * `days` and `knownGaps` rise. Daily: runs of more than four days; biweekly: 14-day blocks
 * counted from the first row; the others: whole calendar periods (weeks from Monday).
 */
export declare function gapsBetween(days: readonly Day[], cadence: Cadence, knownGaps?: readonly Day[]): Window[];
/** The name of a period that `gapsBetween` gives: `2026-03`, `2026-W31`, or the days of a run without rows. */
export declare function periodLabel(period: Window, cadence: Cadence): string;
