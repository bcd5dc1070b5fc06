/** Small pieces of SVG: numbers that are short, and lines through points. */

/** A coordinate with at most two decimals; anything that is no number stands at 0. */
export function n(value: number): string {
  if (!Number.isFinite(value)) return "0";
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The path of a line through points; empty where there are none. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("");
}

/** The path of a filled outline. */
export function areaPath(points: readonly Point[]): string {
  return points.length === 0 ? "" : `${linePath(points)}Z`;
}
