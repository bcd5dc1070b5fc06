/** Plain calendar days as integers: no clock, no time zone, no objects in hot paths. */
/** Days since 1970-01-01 in the proleptic Gregorian calendar; earlier days are negative. */
export type Day = number;
/** A day in its three parts; `month` runs from 1 to 12. */
export interface DayParts {
    readonly year: number;
    readonly month: number;
    readonly day: number;
}
/** Whether a year of the Gregorian calendar has a 29 February. */
export declare function isLeapYear(year: number): boolean;
/** Length of a month in days; `month` from 1 to 12. */
export declare function daysInMonth(year: number, month: number): number;
/**
 * The day of a date that is known to be real; `month` from 1 to 12.
 *
 * Years are counted from March, so that the leap day comes last and month lengths follow one
 * formula (the method of Howard Hinnant's "chrono-compatible low-level date algorithms").
 */
export declare function dayOf(year: number, month: number, dayOfMonth: number): Day;
/** Year, month and day of the month; the inverse of `dayOf`. */
export declare function partsOf(day: Day): DayParts;
/** The day of a month, or its last day where the month is shorter; `month` may lie outside 1 to 12. */
export declare function dayInMonth(year: number, month: number, dayOfMonth: number): Day;
/** The same day of the month `months` later (earlier where negative), or that month's last day. */
export declare function addMonths(day: Day, months: number): Day;
/** Monday is 1, Sunday is 7. */
export declare function weekday(day: Day): number;
/** The ISO 8601 week that holds a day; its year is the one that holds the week's Thursday. */
export declare function isoWeekOf(day: Day): {
    readonly year: number;
    readonly week: number;
};
/** The Monday of an ISO 8601 week; 4 January always lies in week 1. */
export declare function isoWeekStart(year: number, week: number): Day;
/** 52 or 53: how many ISO 8601 weeks a year has. */
export declare function isoWeeksIn(year: number): number;
/** Reads exactly `YYYY-MM-DD`; null for any other form and for dates that no calendar has. */
export declare function parseDay(text: string): Day | null;
/** Two digits with a leading zero, for months, days and weeks. */
export declare function pad2(value: number): string;
/** A year as ISO 8601 writes it: four digits, or a sign and six outside 0 to 9999. */
export declare function formatYear(year: number): string;
/** `2026-09-30`. */
export declare function formatDay(day: Day): string;
/** `30 September 2026`, for sentences. */
export declare function formatDayLong(day: Day): string;
/** The number of a month by its English name or three-letter short form, in any case; null for other words. */
export declare function monthNamed(word: string): number | null;
