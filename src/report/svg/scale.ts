/** From values and days to coordinates, and the round numbers that axes show. */

import { addMonths, type Day, dayOf, partsOf } from "../../workspace/day.ts";

/** A straight line from an interval of values to an interval of coordinates. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
}

/** A scale; where both ends of the values are one, all of them stand in the middle. */
export function scaleOf(low: number, high: number, from: number, to: number): Scale {
  // Differences of doubles near the largest one would overflow.
  const span = high / 2 - low / 2;
  return {
    low,
    high,
    at: (value) => (span === 0 ? (from + to) / 2 : from + ((value / 2 - low / 2) / span) * (to - from)),
  };
}

/** Between 2 and about `most` round values that lie inside an interval, rising. */
export function niceTicks(low: number, high: number, most: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  if (!(step > 0)) return [];
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  for (let i = first; i * step <= high + step * 1e-9 && ticks.length <= 2 * most; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** An interval that is a little wider, so that no line lies on its edge. */
export function padded(low: number, high: number, share = 0.06): readonly [number, number] {
  const span = high - low;
  const room = span === 0 ? Math.max(1, Math.abs(high)) * 0.1 : span * share;
  if (!Number.isFinite(room)) return [low, high];
  return [low - room, high + room];
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200] as const;
const DAY_STEPS = [1, 2, 7, 14] as const;

/** Days at which an axis of time is labelled: every so many days, or first days of months. */
export function timeTicks(first: Day, last: Day, most: number): readonly Day[] {
  const span = last - first;
  if (span <= 0 || !Number.isFinite(span)) return [];
  const step = DAY_STEPS.find((days) => span / days <= most);
  if (step !== undefined) {
    const ticks: Day[] = [];
    // Monday, 5 January 1970, is day 4.
    const start = step < 7 ? first : first + ((((4 - first) % 7) + 7) % 7);
    for (let day = start; day <= last; day += step) ticks.push(day);
    return ticks;
  }
  const months = MONTH_STEPS.find((count) => span / 30.4 / count <= most) ?? 1200;
  const { year, month } = partsOf(first);
  const index = year * 12 + month - 1;
  const ticks: Day[] = [];
  const begin = Math.ceil(index / months) * months;
  for (let at = begin; ; at += months) {
    const day = addMonths(dayOf(Math.floor(at / 12), 1, 1), at - Math.floor(at / 12) * 12);
    if (day > last) return ticks;
    if (day >= first) ticks.push(day);
  }
}
