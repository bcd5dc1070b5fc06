/** Rows as charts draw them: as measured, as totals that grow, or as what each one added. */

import { increments } from "../../progress/signal.ts";
import type { RowRange } from "../../progress/window.ts";
import type { Day } from "../../workspace/day.ts";
import type { Series } from "../../workspace/series.ts";
import type { Window } from "../../workspace/timeframe.ts";

/** Oldest first, side by side. */
export interface Rows {
  readonly days: readonly Day[];
  readonly values: readonly number[];
  /** Whether the first row is where a total starts, and no value. */
  readonly startsAtOrigin: boolean;
}

/** More rows than that are no picture any more; the latest count. */
const MOST_ROWS = 2000;

/** The latest of the first `count` rows. */
export function rowsUntil(series: Series, count: number): Rows {
  const from = Math.max(0, count - MOST_ROWS);
  return { days: series.days.slice(from, count), values: series.values.slice(from, count), startsAtOrigin: false };
}

/** The total of the window after each of its rows, beginning with 0 on the day before it. */
export function runningTotals(series: Series, rows: RowRange, isRunning: boolean, start: Day): Rows {
  if (rows.from >= rows.to) return { days: [], values: [], startsAtOrigin: false };
  const days: Day[] = [start - 1];
  const values: number[] = [0];
  let total = 0;
  for (let i = rows.from; i < rows.to; i++) {
    const value = series.values[i] ?? 0;
    total = isRunning ? value : total + value;
    days.push(series.days[i] ?? 0);
    values.push(total);
  }
  return latest({ days, values, startsAtOrigin: true });
}

/** What each of the first `count` rows added, as on the behaviour chart. */
export function amountsOf(series: Series, count: number, isRunning: boolean, window: Window | null): Rows {
  if (!isRunning) return rowsUntil(series, count);
  const { days, values } = increments(series, count, window);
  return latest({ days, values, startsAtOrigin: false });
}

function latest({ days, values, startsAtOrigin }: Rows): Rows {
  const isWhole = days.length <= MOST_ROWS;
  return {
    days: days.slice(-MOST_ROWS),
    values: values.slice(-MOST_ROWS),
    startsAtOrigin: startsAtOrigin && isWhole,
  };
}
