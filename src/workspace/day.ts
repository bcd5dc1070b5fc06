/** Plain calendar days as integers: no clock, no time zone, no objects in hot paths. */

/** Days since 1970-01-01 in the proleptic Gregorian calendar; earlier days are negative. */
export type Day = number;

/** A day in its three parts; `month` runs from 1 to 12. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const DAYS_IN_400_YEARS = 146_097;
/** From 1 March of the year 0 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Length of a month in days; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/**
 * The day of a date that is known to be real; `month` from 1 to 12.
 *
 * Years are counted from March, so that the leap day comes last and month lengths follow one
 * formula (the method of Howard Hinnant's "chrono-compatible low-level date algorithms").
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const monthsSinceMarch = (month + 9) % 12;
  return (
    365 * marchYear +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * monthsSinceMarch + 2) / 5) +
    dayOfMonth -
    1 -
    DAYS_BEFORE_1970
  );
}

/** Year, month and day of the month; the inverse of `dayOf`. */
export function partsOf(day: Day): DayParts {
  const days = day + DAYS_BEFORE_1970;
  const cycle = Math.floor(days / DAYS_IN_400_YEARS);
  const inCycle = days - cycle * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const yearInCycle = Math.floor((inCycle - leapDays) / 365);
  const inYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const monthsSinceMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: yearInCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
  };
}

/** The day of a month, or its last day where the month is shorter; `month` may lie outside 1 to 12. */
export function dayInMonth(year: number, month: number, dayOfMonth: number): Day {
  const carried = year + Math.floor((month - 1) / 12);
  const inYear = month - 12 * Math.floor((month - 1) / 12);
  return dayOf(carried, inYear, Math.min(dayOfMonth, daysInMonth(carried, inYear)));
}

/** The same day of the month `months` later (earlier where negative), or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOf(day);
  return dayInMonth(parts.year, parts.month + months, parts.day);
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week that holds a day; its year is the one that holds the week's Thursday. */
export function isoWeekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day + 4 - weekday(day);
  const year = partsOf(thursday).year;
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO 8601 week; 4 January always lies in week 1. */
export function isoWeekStart(year: number, week: number): Day {
  const january4 = dayOf(year, 1, 4);
  return january4 - weekday(january4) + 1 + 7 * (week - 1);
}

/** 52 or 53: how many ISO 8601 weeks a year has. */
export function isoWeeksIn(year: number): number {
  return isoWeekOf(dayOf(year, 12, 28)).week;
}

/** Two ASCII digits as a number, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Reads exactly `YYYY-MM-DD`; null for any other form and for dates that no calendar has. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return null;
  return day <= daysInMonth(year, month) ? dayOf(year, month, day) : null;
}

/** Two digits with a leading zero, for months, days and weeks. */
export function pad2(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** A year as ISO 8601 writes it: four digits, or a sign and six outside 0 to 9999. */
export function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, "0");
  return `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;
}

/** `2026-09-30`. */
export function formatDay(day: Day): string {
  const parts = partsOf(day);
  return `${formatYear(parts.year)}-${pad2(parts.month)}-${pad2(parts.day)}`;
}

/** `30 September 2026`, for sentences. */
export function formatDayLong(day: Day): string {
  const parts = partsOf(day);
  return `${parts.day} ${MONTH_NAMES[parts.month - 1] ?? ""} ${parts.year}`;
}

/** The number of a month by its English name or three-letter short form, in any case; null for other words. */
export function monthNamed(word: string): number | null {
  const lower = word.toLowerCase();
  const index = MONTH_NAMES.findIndex(
    (name) => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower,
  );
  return index === -1 ? null : index + 1;
}
