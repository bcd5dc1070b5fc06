/** The windows of time that goals and KPIs are written for, and the periods of data files. */
import { type Day } from "./day.ts";
/** Both days belong to the window. */
export interface Window {
    readonly start: Day;
    readonly end: Day;
}
export type RecurringEvery = "weekly" | "monthly" | "quarterly" | "yearly";
/** For a recurring timeframe, `start` and `end` are those of the recurrence; an open one ends at `OPEN_END`. */
export interface Timeframe extends Window {
    /** As people write it: `2026-Q3`, `2026-07-01 to 2026-09-30`, `every month from 2026-01-01`. */
    readonly label: string;
    readonly recurring: {
        readonly every: RecurringEvery;
        readonly start: Day;
        readonly end: Day | null;
    } | null;
}
/** Where a fiscal year starts, and which calendar year gives it its number. */
export interface FiscalYear {
    readonly month: number;
    readonly day: number;
    readonly namedBy: "start" | "end";
}
export type TimeframeFault = "unreadable" | "bad-range" | "impossible-date";
export type ParsedTimeframe = {
    readonly ok: true;
    readonly timeframe: Timeframe;
} | {
    readonly ok: false;
    readonly reason: TimeframeFault;
    readonly message: string;
    /** Where below the timeframe the fault lies, such as `["end"]`; absent for the whole. */
    readonly at?: readonly string[];
    /** What could be written instead of the part at `at`; without `replace` it is advice only. */
    readonly suggestion?: {
        readonly title: string;
        readonly replace?: string;
    };
};
export declare const CALENDAR_YEAR: FiscalYear;
/** The end of a recurring timeframe that states none: 31 December 9999, the last day that can be written. */
export declare const OPEN_END: Day;
/** Reads any form of a timeframe; a value that is none becomes a fault, never an exception. */
export declare function parseTimeframe(input: unknown, fiscal: FiscalYear): ParsedTimeframe;
/** The window that is scored on a day: the timeframe itself, or the recurring period that holds the day (progress.md, step 9). */
export declare function windowAt(timeframe: Timeframe, asOf: Day): Window;
/** All windows up to and including that of `windowAt`, oldest first; one for a timeframe that does not recur. */
export declare function periodsUntil(timeframe: Timeframe, asOf: Day): Window[];
/** The calendar week (from Monday), month, quarter or year that holds a day. */
export declare function calendarPeriod(day: Day, every: RecurringEvery): Window;
/** The days that a date or period of a data file stands for; its row counts on the last of them. */
export declare function parsePeriod(text: string): Window | null;
/** The date or period that a person probably meant by other spellings (`31.12.2026`, `2026/7`); null where that is open. */
export declare function periodMeant(text: string): string | null;
/** The shortest name of a window: a label where it is a whole year, quarter, month, ISO week or day, else both days. */
export declare function windowLabel(window: Window): string;
/** `2026-07-01 to 2026-09-30`. */
export declare function rangeLabel(window: Window): string;
