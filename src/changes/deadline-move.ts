/** How the window of a KPI moved. */

import { formatDay } from "../workspace/day.ts";
import { OPEN_END, type RecurringEvery, type Timeframe } from "../workspace/timeframe.ts";
import type { KpiPair } from "./kpi-pair.ts";

/** Both sides in words. */
export interface DeadlineMove {
  readonly way: "later" | "earlier";
  readonly message: "end" | "period";
  readonly before: string;
  readonly after: string;
}

const PERIODS: readonly RecurringEvery[] = ["weekly", "monthly", "quarterly", "yearly"];

/** How the end moved, and the length of the periods of a recurring window: one may move back, the other forward. */
export function deadlineMoves({ before, after }: KpiPair): readonly DeadlineMove[] {
  const [old, now] = [before.kpi.timeframe, after.kpi.timeframe];
  const moves: DeadlineMove[] = [];
  const [oldEnd, newEnd] = [old?.end ?? OPEN_END, now?.end ?? OPEN_END];
  if (oldEnd !== newEnd) {
    const way = newEnd > oldEnd ? "later" : "earlier";
    moves.push({ way, message: "end", before: endInWords(old), after: endInWords(now) });
  }
  const [oldEvery, newEvery] = [old?.recurring?.every, now?.recurring?.every];
  if (oldEvery !== newEvery && old !== null && now !== null) {
    const way = lengthOf(newEvery) > lengthOf(oldEvery) ? "later" : "earlier";
    moves.push({ way, message: "period", before: oldEvery ?? "once", after: newEvery ?? "once" });
  }
  return moves;
}

/** A window that does not recur is longer than any period. */
function lengthOf(every: RecurringEvery | undefined): number {
  return every === undefined ? PERIODS.length : PERIODS.indexOf(every);
}

function endInWords(timeframe: Timeframe | null): string {
  if (timeframe === null) return "no timeframe";
  return timeframe.end === OPEN_END ? "no end" : formatDay(timeframe.end);
}
