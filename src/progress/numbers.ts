/** Comparisons and arithmetic that every step shares: tolerant of binary fractions, and never NaN or infinite. */

/** Below this a difference counts as none. */
export const EPSILON = 1e-9;

/** The largest number below 1: what is not met never counts as the whole. */
export const ALMOST_ONE = 1 - Number.EPSILON / 2;

/** The tolerance of a comparison with `reference`: 1e-9, relative to large numbers. */
export function slack(reference: number): number {
  return EPSILON * Math.max(1, Math.abs(reference));
}

/** Whether `value` is at least `bound`, up to the bound's tolerance. */
export function atLeast(value: number, bound: number): boolean {
  return value >= bound - slack(bound);
}

/** Whether `value` is at most `bound`, up to the bound's tolerance. */
export function atMost(value: number, bound: number): boolean {
  return value <= bound + slack(bound);
}

/** Whether two numbers are the same, up to the tolerance of `reference`. */
export function same(value: number, reference: number): boolean {
  return Math.abs(value - reference) <= slack(reference);
}

/** Whether `value` lies inside bounds that count as inside; null bounds do not bind. */
export function inside(value: number, min: number | null, max: number | null): boolean {
  return (min === null || atLeast(value, min)) && (max === null || atMost(value, max));
}

/** The nearest finite number, and never -0: results of numbers near the largest double stay readable. */
export function finite(value: number): number {
  if (value > Number.MAX_VALUE) return Number.MAX_VALUE;
  if (value < -Number.MAX_VALUE) return -Number.MAX_VALUE;
  return value + 0;
}

/** Larger inputs than this are drawn in before squares are taken of them. */
const LARGEST_SQUARED = 1e140;

/** A value whose square, and the sum of many such squares, is finite. */
export function squarable(value: number): number {
  return Math.max(-LARGEST_SQUARED, Math.min(value, LARGEST_SQUARED));
}

/** The middle of a list, or the mean of the two in the middle; 0 for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = new Float64Array(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  if (sorted.length % 2 === 1) return upper;
  return upper / 2 + (sorted[middle - 1] ?? 0) / 2;
}

/** The arithmetic mean; 0 for an empty list. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  if (Number.isFinite(sum)) return values.length === 0 ? 0 : sum / values.length;
  let parts = 0;
  for (const value of values) parts += value / values.length;
  return finite(parts);
}
