/** How often a metric is measured or a KPI reviewed, and the periods without a row that follow from it. */

import { addMonths, type Day } from "./day.ts";
import { calendarPeriod, type RecurringEvery, rangeLabel, type Window, windowLabel } from "./timeframe.ts";

export type Cadence = "daily" | "weekly" | "biweekly" | "monthly" | "quarterly" | "yearly";

const CADENCE_DAYS: Record<Cadence, number> = {
  daily: 1,
  weekly: 7,
  biweekly: 14,
  monthly: 28,
  quarterly: 90,
  yearly: 365,
};

const CADENCE_MONTHS: Record<Cadence, number> = {
  daily: 0,
  weekly: 0,
  biweekly: 0,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
};

/** Days between two values of a daily metric that are no gap: a long weekend has up to four. */
const DAILY_PAUSE = 4;

/** The length of a cadence in days, as progress counts it: 1, 7, 14, 28, 90, 365. */
export function cadenceDays(cadence: Cadence): number {
  return CADENCE_DAYS[cadence];
}

/** The day one cadence later by the calendar: a month, quarter or year keeps the day of the month where it can. */
export function nextAfter(day: Day, cadence: Cadence): Day {
  const months = CADENCE_MONTHS[cadence];
  return months === 0 ? day + CADENCE_DAYS[cadence] : addMonths(day, months);
}

const SHORTEST_DAYS: Readonly<Record<RecurringEvery, number>> = { weekly: 7, monthly: 28, quarterly: 90, yearly: 365 };

/**
 * Periods between the first and the last row that have neither a row nor a known gap.
 *
 * `days` and `knownGaps` rise. Daily: runs of more than four days; biweekly: 14-day blocks
 * counted from the first row; the others: whole calendar periods (weeks from Monday).
 */
export function gapsBetween(days: readonly Day[], cadence: Cadence, knownGaps: readonly Day[] = []): Window[] {
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return [];
  const accounted = merged(days, knownGaps, first, last);
  if (cadence === "daily") return longPauses(accounted);
  if (cadence === "biweekly") {
    return emptyPeriods(accounted, 14, (day) => {
      const start = day - ((day - first) % 14);
      return { start, end: start + 13 };
    });
  }
  const every: RecurringEvery = cadence;
  return emptyPeriods(accounted, SHORTEST_DAYS[every], (day) => calendarPeriod(day, every));
}

/** The name of a period that `gapsBetween` gives: `2026-03`, `2026-W31`, or the days of a run without rows. */
export function periodLabel(period: Window, cadence: Cadence): string {
  const ofDays = cadence === "daily" || cadence === "biweekly";
  return ofDays ? rangeLabel(period) : windowLabel(period);
}

/** Rows and known gaps from `first` to `last` in one rising list. */
function merged(days: readonly Day[], knownGaps: readonly Day[], first: Day, last: Day): readonly Day[] {
  const inside = knownGaps.filter((day) => day > first && day < last);
  return inside.length === 0 ? days : [...days, ...inside].sort((a, b) => a - b);
}

function longPauses(days: readonly Day[]): Window[] {
  const gaps: Window[] = [];
  let previous: Day | undefined;
  for (const day of days) {
    if (previous !== undefined && day - previous - 1 > DAILY_PAUSE) gaps.push({ start: previous + 1, end: day - 1 });
    previous = day;
  }
  return gaps;
}

function emptyPeriods(days: readonly Day[], shortest: number, periodOf: (day: Day) => Window): Window[] {
  const gaps: Window[] = [];
  let current: Window | undefined;
  for (const day of days) {
    const period = periodOf(day);
    // A row that lies within one shortest period of the last one's end hides none.
    if (current !== undefined && day - current.end > shortest) {
      for (let next = periodOf(current.end + 1); next.end < day; next = periodOf(next.end + 1)) {
        gaps.push(next);
      }
    }
    current = period;
  }
  return gaps;
}
