/** Tiny pictures that stand in a line of text: how values ran, which periods held, how statuses divide. */

import { STATUSES, type Status } from "../../progress/status.ts";
import { html } from "../untrusted.ts";
import { scaleOf } from "./scale.ts";
import { linePath, n } from "./svg.ts";

const SPARK = { width: 96, height: 24, edge: 3 } as const;

/** The course of values, oldest first, with a dot on the last one; empty for fewer than two. */
export function sparkline(values: readonly number[]): string {
  if (values.length < 2) return "";
  const { width, height, edge } = SPARK;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const y = scaleOf(low, high, height - edge, edge);
  const x = scaleOf(0, values.length - 1, edge, width - edge);
  const points = values.map((value, i) => ({ x: x.at(i), y: y.at(value) }));
  const last = points.at(-1) ?? { x: 0, y: 0 };
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${linePath(points)}"/><circle cx="${n(last.x)}" cy="${n(last.y)}" r="2.4"/></svg>`;
}

/** What became of a period: held, missed, or not known. */
export type Held = "held" | "missed" | "unknown";

const CELL = 12;
const SIDE = 9;

/** A square for each period, oldest first: filled where it held, crossed where it was missed, a dot where unknown. */
export function periodStrip(periods: readonly Held[], label: string): string {
  const paths: Record<Held, string> = { held: "", missed: "", unknown: "" };
  for (const [i, held] of periods.entries()) {
    const x = i * CELL + 1;
    if (held === "held") paths.held += `M${x} 1h${SIDE}v${SIDE}h-${SIDE}z`;
    else if (held === "missed") paths.missed += `M${x + 0.5} 1.5h8v8h-8zm0 0l8 8m0-8l-8 8`;
    else paths.unknown += `M${x + 3.5} 5.5h2`;
  }
  const width = Math.max(1, periods.length) * CELL;
  const drawn = (["held", "missed", "unknown"] as const)
    .filter((held) => paths[held] !== "")
    .map((held) => `<path class="${held}" d="${paths[held]}"/>`);
  return `<svg class="strip" viewBox="0 0 ${width} 11" width="${width}" height="11" role="img" aria-label="${html(label)}">${drawn.join("")}</svg>`;
}

const STACK = { width: 320, height: 12, gap: 2 } as const;
const WORST_FIRST: readonly Status[] = [...STATUSES].reverse();

/** How many of each status there are, worst first, as parts of one bar; empty where there are none. */
export function statusStack(counts: Readonly<Record<Status, number>>, label: string): string {
  const shown = WORST_FIRST.filter((status) => counts[status] > 0);
  const total = shown.reduce((sum, status) => sum + counts[status], 0);
  if (total === 0) return "";
  const room = STACK.width - STACK.gap * (shown.length - 1);
  let x = 0;
  const parts = shown.map((status) => {
    const width = (counts[status] / total) * room;
    const part = `<path class="k-${status}" d="M${n(x)} 0h${n(width)}v${STACK.height}h${n(-width)}z"/>`;
    x += width + STACK.gap;
    return part;
  });
  return `<svg class="stack" viewBox="0 0 ${STACK.width} ${STACK.height}" preserveAspectRatio="none" role="img" aria-label="${html(label)}">${parts.join("")}</svg>`;
}
