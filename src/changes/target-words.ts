/** How the sides of a change are written for people. */

import { type Target, targetText } from "../workspace/target.ts";
import { type Timeframe, windowLabel } from "../workspace/timeframe.ts";
import { formatExact } from "../workspace/units.ts";
import type { KpiSide } from "./kpi-pair.ts";

/** The target as written, without its unit: `75`, `+25%`, `at most 3`; null where there is none. */
export function writtenTarget({ kpi }: KpiSide): string | null {
  return kpi.target === null ? null : targetText(kpi.target);
}

/** The target with its unit, and what a relative one comes to: `-40% (2.4 %)`. */
export function targetInWords(side: KpiSide): string {
  const { target } = side.kpi;
  if (target === null) return "no target";
  const words = targetText(target, side.unit);
  const value = side.resolved.target?.value ?? null;
  if (!isRelative(target) || value === null) return words;
  return `${words} (${targetText({ kind: "number", value }, side.unit)})`;
}

/** Both targets, as a change reports them: written, in numbers, with the unit. */
export function targetSides(before: KpiSide, after: KpiSide) {
  return {
    field: "target",
    before: writtenTarget(before),
    after: writtenTarget(after),
    resolvedBefore: before.resolved.target?.value ?? null,
    resolvedAfter: after.resolved.target?.value ?? null,
    unit: after.unit,
  };
}

function isRelative({ kind }: Target): boolean {
  return kind === "percent" || kind === "by";
}

/** A number in full with its unit. */
export function exactValue(value: number, unit: string | null): string {
  return unit === null || unit === "" ? formatExact(value) : `${formatExact(value)} ${unit}`;
}

/** A timeframe by its label, or `no timeframe`. */
export function timeframeInWords(timeframe: Timeframe | null): string {
  if (timeframe === null) return "no timeframe";
  return timeframe.recurring === null ? windowLabel(timeframe) : timeframe.label;
}
