/** A bullet bar: what is reached (solid), where the plan stands (outlined), where it is heading (hatched). */

import { html } from "../untrusted.ts";
import { n } from "./svg.ts";

/** Everything as a share of the way from origin to target, or of a budget; 1 is the target. */
export interface Bullet {
  readonly done: number;
  /** Where the plan stands on the day of the last value. */
  readonly planned: number | null;
  /** The expected value at the end. */
  readonly forecast: number | null;
  readonly stretch: number | null;
  /** Below the first share of the plan it is off track, below the second at risk; null without a pace. */
  readonly lines: { readonly atRisk: number; readonly onTrack: number } | null;
  /** For a budget less than the plan is better, so the ranges lie the other way round. */
  readonly isBudget: boolean;
  /** What the bar says, in words. */
  readonly label: string;
}

export interface BulletSize {
  readonly width: number;
  readonly height: number;
}

export const SMALL_BULLET: BulletSize = { width: 160, height: 16 };
export const LARGE_BULLET: BulletSize = { width: 720, height: 34 };

/** How far a bar may run beyond its target before it is cut. */
const LONGEST = 1.4;

/** The share at which the bar ends: the target, or as far beyond it as the value, the forecast or the stretch lie. */
export function bulletEnd({ stretch, done, forecast }: Bullet): number {
  const most = Math.max(1, stretch ?? 0, done, forecast ?? 0);
  return Math.min(most, Math.max(LONGEST, stretch ?? 0));
}

/**
 * The bar as SVG; its colours come from classes: `z1` to `z3` ranges from worst to best, `a` actual, `f` forecast,
 * `p` plan, `t` target, `s` stretch target, `c` a value beyond the edge.
 */
export function bulletSvg(bullet: Bullet, { width, height }: BulletSize): string {
  const full = bulletEnd(bullet);
  const x = (share: number): number => (Math.max(0, Math.min(share, full)) / full) * width;
  const box = (class_: string, from: number, to: number, inset: number): string =>
    to <= from ? "" : `<path class="${class_}" d="M${n(from)} ${n(inset)}H${n(to)}V${n(height - inset)}H${n(from)}z"/>`;
  const middle = height * 0.3;
  const parts = [...ranges(bullet, x, width, box)];
  const done = x(bullet.done);
  if (bullet.forecast !== null) parts.push(box("f", done, x(bullet.forecast), middle));
  parts.push(box("a", 0, done, middle));
  const target = Math.min(x(1), width - 1);
  parts.push(`<path class="t" d="M${n(target)} 0V${n(height)}"/>`);
  if (bullet.stretch !== null && bullet.stretch > 1) {
    parts.push(`<path class="s" d="M${n(Math.min(x(bullet.stretch), width - 1))} 0V${n(height)}"/>`);
  }
  if (bullet.planned !== null) parts.push(planMark(x(bullet.planned), width, height));
  if (bullet.done < 0) parts.push(`<path class="c" d="M1 ${n(height / 2)}l7-4v8z"/>`);
  if (bullet.done > full) parts.push(`<path class="c" d="M${n(width - 1)} ${n(height / 2)}l-7-4v8z"/>`);
  return `<svg class="bar" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMid" role="img" aria-label="${html(bullet.label)}">${parts.join("")}</svg>`;
}

/** An outlined box around the plan's place, so that it is seen on ink and on paper. */
function planMark(at: number, width: number, height: number): string {
  const left = Math.max(1, Math.min(at - 2, width - 5));
  return `<path class="p" d="M${n(left)} ${n(height * 0.12)}h4v${n(height * 0.76)}h-4z"/>`;
}

function ranges(
  { lines, planned, isBudget }: Bullet,
  x: (share: number) => number,
  width: number,
  box: (class_: string, from: number, to: number, inset: number) => string,
): readonly string[] {
  if (lines === null || planned === null || planned <= 0) return [box("z3", 0, width, 0)];
  if (isBudget) {
    const onTrack = x(planned / lines.onTrack);
    const atRisk = x(planned / lines.atRisk);
    return [box("z3", 0, onTrack, 0), box("z2", onTrack, atRisk, 0), box("z1", atRisk, width, 0)];
  }
  const atRisk = x(planned * lines.atRisk);
  const onTrack = x(planned * lines.onTrack);
  return [box("z1", 0, atRisk, 0), box("z2", atRisk, onTrack, 0), box("z3", onTrack, width, 0)];
}
