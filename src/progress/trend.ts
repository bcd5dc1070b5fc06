/** A straight line through rows that a few wild values cannot bend (Theil-Sen), and how steady it is (Kendall). */

import type { Day } from "../workspace/day.ts";
import { median, squarable } from "./numbers.ts";

export interface Trend {
  /** The metric's unit per day. */
  readonly slopePerDay: number;
  /** The line on the first of the days. */
  readonly intercept: number;
  /** Kendall's tau, squared: 1 where values only rise or only fall, near 0 without a trend. */
  readonly tau2: number;
  /** Standard deviation of the rows about the line, with n - 2 degrees of freedom. */
  readonly deviation: number;
}

/**
 * The median of all slopes between two rows, with the median residual as intercept.
 * `days` rise; at least 3 rows, and few, because every pair is looked at.
 */
export function theilSen(days: readonly Day[], values: readonly number[]): Trend {
  const count = days.length;
  const first = days[0] ?? 0;
  const slopes: number[] = [];
  let concordance = 0;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const rise = squarable(values[j] ?? 0) - squarable(values[i] ?? 0);
      slopes.push(rise / ((days[j] ?? 0) - (days[i] ?? 0)));
      concordance += Math.sign(rise);
    }
  }
  const slopePerDay = median(slopes);
  const offsets = days.map((day, i) => squarable(values[i] ?? 0) - slopePerDay * (day - first));
  const intercept = median(offsets);
  let squares = 0;
  for (const offset of offsets) squares += (offset - intercept) ** 2;
  const tau = concordance / slopes.length;
  return { slopePerDay, intercept, tau2: tau * tau, deviation: Math.sqrt(squares / (count - 2)) };
}
