/** The windows of time that goals and KPIs are written for, and the periods of data files. */

import { dateMeant, labelMeant } from "./date-meant.ts";
import {
  type Day,
  dayInMonth,
  dayOf,
  formatDay,
  formatYear,
  isoWeekOf,
  isoWeekStart,
  isoWeeksIn,
  pad2,
  parseDay,
  partsOf,
  weekday,
} from "./day.ts";
import { quoteText } from "./units.ts";

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
  readonly recurring: { readonly every: RecurringEvery; readonly start: Day; readonly end: Day | null } | null;
}

/** Where a fiscal year starts, and which calendar year gives it its number. */
export interface FiscalYear {
  readonly month: number;
  readonly day: number;
  readonly namedBy: "start" | "end";
}

export type TimeframeFault = "unreadable" | "bad-range" | "impossible-date";

export type ParsedTimeframe =
  | { readonly ok: true; readonly timeframe: Timeframe }
  | {
      readonly ok: false;
      readonly reason: TimeframeFault;
      readonly message: string;
      /** Where below the timeframe the fault lies, such as `["end"]`; absent for the whole. */
      readonly at?: readonly string[];
      /** What could be written instead of the part at `at`; without `replace` it is advice only. */
      readonly suggestion?: { readonly title: string; readonly replace?: string };
    };

type Fault = ParsedTimeframe & { ok: false };

export const CALENDAR_YEAR: FiscalYear = { month: 1, day: 1, namedBy: "start" };

/** The end of a recurring timeframe that states none: 31 December 9999, the last day that can be written. */
export const OPEN_END: Day = dayOf(9999, 12, 31);

const NOUNS: Record<RecurringEvery, string> = {
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
};

const LABEL = /^(\d{4})(?:-(?:(\d{2})|W(\d{2})|Q(\d)|H(\d)))?$/;
const FISCAL_LABEL = /^FY(\d{4})(?:-Q(\d))?$/;
const FORMS =
  "write a label such as 2026, 2026-Q3, 2026-07, 2026-W31 or FY2026, or { start: 2026-07-01, end: 2026-09-30 }";

/** Reads any form of a timeframe; a value that is none becomes a fault, never an exception. */
export function parseTimeframe(input: unknown, fiscal: FiscalYear): ParsedTimeframe {
  if (typeof input === "number") {
    if (Number.isInteger(input) && input >= 1000 && input <= 9999) return labelled(String(input), fiscal);
    return fault("unreadable", `The number ${input} is no timeframe; ${FORMS}.`);
  }
  if (typeof input === "string") return labelled(input, fiscal);
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fault("unreadable", `This is no timeframe; ${FORMS}.`);
  }
  const every = own(input, "every");
  return every === undefined ? range(input) : recurring(input, every);
}

/** The window that is scored on a day: the timeframe itself, or the recurring period that holds the day (progress.md, step 9). */
export function windowAt(timeframe: Timeframe, asOf: Day): Window {
  if (timeframe.recurring === null) return { start: timeframe.start, end: timeframe.end };
  const day = Math.max(timeframe.start, Math.min(asOf, timeframe.end));
  return clipped(calendarPeriod(day, timeframe.recurring.every), timeframe);
}

/** All windows up to and including that of `windowAt`, oldest first; one for a timeframe that does not recur. */
export function periodsUntil(timeframe: Timeframe, asOf: Day): Window[] {
  if (timeframe.recurring === null) return [{ start: timeframe.start, end: timeframe.end }];
  const every = timeframe.recurring.every;
  const last = windowAt(timeframe, asOf);
  const periods: Window[] = [];
  for (let start = timeframe.start; start < last.start; ) {
    const period = clipped(calendarPeriod(start, every), timeframe);
    periods.push(period);
    start = period.end + 1;
  }
  periods.push(last);
  return periods;
}

/** The calendar week (from Monday), month, quarter or year that holds a day. */
export function calendarPeriod(day: Day, every: RecurringEvery): Window {
  if (every === "weekly") {
    const monday = day - weekday(day) + 1;
    return { start: monday, end: monday + 6 };
  }
  const { year, month } = partsOf(day);
  if (every === "monthly") return months(year, month, 1);
  if (every === "quarterly") return months(year, month - ((month - 1) % 3), 3);
  return months(year, 1, 12);
}

/** The days that a date or period of a data file stands for; its row counts on the last of them. */
export function parsePeriod(text: string): Window | null {
  if (text.length === 10) {
    const day = parseDay(text);
    return day === null ? null : { start: day, end: day };
  }
  if (text.length > 8 || text.charCodeAt(5) === 72) return null; // 72: a half-year, "2026-H1"
  const window = calendarLabel(text);
  return typeof window === "object" ? window : null;
}

/** The date or period that a person probably meant by other spellings (`31.12.2026`, `2026/7`); null where that is open. */
export function periodMeant(text: string): string | null {
  const meant = dateMeant(text) ?? labelMeant(text);
  return meant !== null && parsePeriod(meant) !== null ? meant : null;
}

/** The shortest name of a window: a label where it is a whole year, quarter, month, ISO week or day, else both days. */
export function windowLabel(window: Window): string {
  const { year, month, day } = partsOf(window.start);
  const length = window.end - window.start + 1;
  if (length === 1) return formatDay(window.start);
  if (length === 7 && weekday(window.start) === 1) {
    const week = isoWeekOf(window.start);
    return `${formatYear(week.year)}-W${pad2(week.week)}`;
  }
  if (day === 1) {
    const label = formatYear(year);
    if (month === 1 && window.end === months(year, 1, 12).end) return label;
    if (month % 3 === 1 && window.end === months(year, month, 3).end) return `${label}-Q${(month + 2) / 3}`;
    if (window.end === months(year, month, 1).end) return `${label}-${pad2(month)}`;
  }
  return rangeLabel(window);
}

/** `2026-07-01 to 2026-09-30`. */
export function rangeLabel(window: Window): string {
  return `${formatDay(window.start)} to ${formatDay(window.end)}`;
}

/** `count` whole months; `month` may run past 12. */
function months(year: number, month: number, count: number): Window {
  return { start: firstOfMonth(year, month), end: firstOfMonth(year, month + count) - 1 };
}

function firstOfMonth(year: number, month: number): Day {
  const years = Math.floor((month - 1) / 12);
  return dayOf(year + years, month - 12 * years, 1);
}

function clipped(period: Window, to: Window): Window {
  return { start: Math.max(period.start, to.start), end: Math.min(period.end, to.end) };
}

/** Labels that were read before: a workspace has few different ones, written very often. */
const knownLabels = new Map<string, Window>();
const MOST_KNOWN_LABELS = 1000;

/** A string says why a label of the right form names nothing; null is a text of another form. */
function calendarLabel(text: string): Window | string | null {
  const known = knownLabels.get(text);
  if (known !== undefined) return known;
  const read = readCalendarLabel(text);
  if (typeof read === "object" && read !== null && knownLabels.size < MOST_KNOWN_LABELS) knownLabels.set(text, read);
  return read;
}

function readCalendarLabel(text: string): Window | string | null {
  const match = LABEL.exec(text);
  if (match === null) return null;
  const [, yearText, month, week, quarter, half] = match;
  const year = Number(yearText);
  if (month !== undefined) {
    if (month < "01" || month > "12") return `there is no month ${month}; write 01 to 12`;
    return months(year, Number(month), 1);
  }
  if (week !== undefined) {
    if (Number(week) < 1 || Number(week) > isoWeeksIn(year)) {
      return `${yearText} has no week ${week}; write W01 to W${isoWeeksIn(year)}`;
    }
    const monday = isoWeekStart(year, Number(week));
    return { start: monday, end: monday + 6 };
  }
  if (quarter !== undefined) {
    if (quarter < "1" || quarter > "4") return `there is no quarter ${quarter}; write Q1 to Q4`;
    return months(year, Number(quarter) * 3 - 2, 3);
  }
  if (half !== undefined) {
    if (half !== "1" && half !== "2") return `there is no half-year ${half}; write H1 or H2`;
    return months(year, Number(half) * 6 - 5, 6);
  }
  return months(year, 1, 12);
}

/**
 * A fiscal year or quarter by its label. Each period ends the day before the next one starts, so
 * the years stay without gap or overlap where the starting day is missing in a month (29 February, 31st).
 */
function fiscalLabel(text: string, fiscal: FiscalYear): Window | string | null {
  const match = FISCAL_LABEL.exec(text);
  if (match === null) return null;
  const [, yearText, quarter] = match;
  const crossesNewYear = fiscal.month !== 1 || fiscal.day !== 1;
  const year = Number(yearText) - (fiscal.namedBy === "end" && crossesNewYear ? 1 : 0);
  const startOf = (monthsLater: number) => dayInMonth(year, fiscal.month + monthsLater, fiscal.day);
  if (quarter === undefined) return { start: startOf(0), end: startOf(12) - 1 };
  if (quarter < "1" || quarter > "4") return `there is no quarter ${quarter}; write Q1 to Q4`;
  const last = Number(quarter) * 3;
  return { start: startOf(last - 3), end: startOf(last) - 1 };
}

function labelled(text: string, fiscal: FiscalYear): ParsedTimeframe {
  const window = calendarLabel(text) ?? fiscalLabel(text, fiscal);
  if (window === null) return unreadableLabel(text, fiscal);
  if (typeof window === "string") return fault("impossible-date", `${quoteText(text)} names no period: ${window}.`);
  return { ok: true, timeframe: { start: window.start, end: window.end, label: text, recurring: null } };
}

function unreadableLabel(text: string, fiscal: FiscalYear): Fault {
  const shown = quoteText(text);
  const meant = labelMeant(text);
  if (meant !== null && typeof (calendarLabel(meant) ?? fiscalLabel(meant, fiscal)) === "object") {
    return fault("unreadable", `${shown} is no timeframe; write ${meant}.`, undefined, {
      title: `Write ${meant}`,
      replace: meant,
    });
  }
  const part = text.trim().toUpperCase();
  if (/^(?:Q[1-4]|H[12]|W\d\d)$/.test(part)) {
    return fault(
      "unreadable",
      `${shown} is no timeframe without its year; write for example 2026-${part}.`,
      undefined,
      {
        title: `Write the year too, such as 2026-${part}`,
      },
    );
  }
  if (parseDay(text) !== null) {
    return fault(
      "unreadable",
      `${shown} is a single day; write { start: ${text}, end: … } with the last day of the window.`,
    );
  }
  if (
    /\b(?:ongoing|on-going|continuous(?:ly)?|rolling|standing|permanent|always|(?:week|month|quarter|year)ly|every)\b/i.test(
      text.slice(0, 100),
    )
  ) {
    return fault(
      "unreadable",
      `${shown} is no timeframe; for a target that must hold in every period write { every: monthly, start: 2026-01-01 }.`,
      undefined,
      { title: "Write a recurring timeframe, such as { every: monthly, start: 2026-01-01 }" },
    );
  }
  return fault("unreadable", `${shown} is no timeframe; ${FORMS}.`);
}

function range(input: object): ParsedTimeframe {
  const start = dayAt(input, "start");
  if (typeof start !== "number") return start;
  const end = dayAt(input, "end");
  if (typeof end !== "number") return end;
  if (end < start) return endBeforeStart(start, end);
  return { ok: true, timeframe: { start, end, label: rangeLabel({ start, end }), recurring: null } };
}

function recurring(input: object, every: unknown): ParsedTimeframe {
  if (!isEvery(every)) {
    const shown = typeof every === "string" ? quoteText(every) : "This";
    return fault("unreadable", `${shown} is no recurrence; write every: weekly, monthly, quarterly or yearly.`, [
      "every",
    ]);
  }
  const start = dayAt(input, "start");
  if (typeof start !== "number") return start;
  const stated = own(input, "end");
  const end = stated === undefined || stated === null ? null : dayAt(input, "end");
  if (end !== null && typeof end !== "number") return end;
  if (end !== null && end < start) return endBeforeStart(start, end);
  const label = `every ${NOUNS[every]} from ${formatDay(start)}${end === null ? "" : ` to ${formatDay(end)}`}`;
  return { ok: true, timeframe: { start, end: end ?? OPEN_END, label, recurring: { every, start, end } } };
}

function endBeforeStart(start: Day, end: Day): Fault {
  return fault(
    "bad-range",
    `The end ${formatDay(end)} lies before the start ${formatDay(start)}; write an end on or after the start.`,
    ["end"],
  );
}

function dayAt(input: object, key: "start" | "end"): Day | Fault {
  const value = own(input, key);
  if (value === undefined || value === null) {
    return fault("unreadable", `This timeframe has no ${key}; add ${key}: with a date such as 2026-07-01.`);
  }
  if (typeof value !== "string") {
    return fault("unreadable", `The ${key} of a timeframe is a date; write it as YYYY-MM-DD, such as 2026-07-01.`, [
      key,
    ]);
  }
  const day = parseDay(value);
  if (day !== null) return day;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    return fault("impossible-date", `${quoteText(value)} is no day of the calendar; write a date that exists.`, [key]);
  }
  const window = calendarLabel(value);
  const meant = window !== null && typeof window === "object" ? formatDay(window[key]) : dateMeant(value);
  return fault(
    "unreadable",
    `${quoteText(value)} is no date; write ${meant ?? "it as YYYY-MM-DD, such as 2026-07-01"}.`,
    [key],
    meant === null ? undefined : { title: `Write ${meant}`, replace: meant },
  );
}

function isEvery(value: unknown): value is RecurringEvery {
  return value === "weekly" || value === "monthly" || value === "quarterly" || value === "yearly";
}

function own(input: object, key: string): unknown {
  return Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
}

function fault(
  reason: TimeframeFault,
  message: string,
  at?: readonly string[],
  suggestion?: { readonly title: string; readonly replace?: string },
): Fault {
  return { ok: false, reason, message, at, suggestion };
}
