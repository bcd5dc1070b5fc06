/** Which way a target moved, by the numbers that it resolves to. */

import { same } from "../progress/numbers.ts";
import type { ResolvedTarget } from "../progress/target.ts";
import type { Direction } from "../workspace/target.ts";
import type { KpiPair } from "./kpi-pair.ts";
import { isSame } from "./same.ts";
import { asInUnitOf, unitFactor } from "./units.ts";

/** Both are true where one bound of a range was widened and the other narrowed. */
export interface TargetMove {
  readonly eased: boolean;
  readonly raised: boolean;
  /** Why it cannot be compared by number: another kind of target, or no number on one side; null where it can. */
  readonly because: "kind" | "unresolved" | null;
}

const UNMOVED: TargetMove = { eased: false, raised: false, because: null };

/** How the target of a KPI moved. Targets on another metric cannot be compared; that is a change of its own. */
export function targetMove(pair: KpiPair): TargetMove {
  const { before, after } = pair;
  if (before.kpi.definition.metric !== after.kpi.definition.metric) return UNMOVED;
  const old = before.resolved.target;
  const now = after.resolved.target;
  if (old === null || now === null) return unresolvedMove(pair);
  if (old.kind !== now.kind) return { eased: true, raised: false, because: "kind" };
  const factor = unitFactor(before.unit, after.unit);
  if (old.kind === "keep") return rangeMove(old, now, factor);
  const better = old.kind === "budget" ? "lower" : (before.terms.metric?.better ?? "higher");
  const value = now.value ?? 0;
  return valueMove(asInUnitOf(value, old.value ?? 0, factor), value, better);
}

function valueMove(old: number, now: number, better: Direction): TargetMove {
  if (same(now, old)) return UNMOVED;
  const raised = better === "higher" ? now > old : now < old;
  return { eased: !raised, raised, because: null };
}

/** A bound that is not there binds nothing. */
function rangeMove(old: ResolvedTarget, now: ResolvedTarget, factor: number): TargetMove {
  const none = Number.NEGATIVE_INFINITY;
  const min = boundMove(old.min ?? none, now.min ?? none, factor);
  const max = boundMove(-(old.max ?? -none), -(now.max ?? -none), factor);
  return { eased: min < 0 || max < 0, raised: min > 0 || max > 0, because: null };
}

/** Above 0 where a lower bound was raised, below 0 where it was lowered. */
function boundMove(old: number, now: number, factor: number): number {
  const was = asInUnitOf(now, old, factor);
  const isUnmoved = was === now || (Number.isFinite(was) && same(now, was));
  return isUnmoved ? 0 : now - was;
}

/** Without numbers, relative targets of one form still compare; all others count as eased. */
function unresolvedMove({ before, after }: KpiPair): TargetMove {
  const old = before.kpi.target;
  const now = after.kpi.target;
  const isUnmoved = isSame(old, now) || (old === null && now === null);
  if (before.resolved.target !== null) {
    // The target was taken away; or it is the same, and something else keeps it from being resolved.
    return isUnmoved ? UNMOVED : { eased: true, raised: false, because: "unresolved" };
  }
  if (after.resolved.target !== null) return { eased: false, raised: !isUnmoved, because: "unresolved" };
  if (isUnmoved) return UNMOVED;
  const better = before.terms.metric?.better ?? "higher";
  if (old?.kind === "percent" && now?.kind === "percent") return valueMove(old.percent, now.percent, better);
  if (old?.kind === "by" && now?.kind === "by") return valueMove(old.by, now.by, better);
  return { eased: old !== null, raised: old === null, because: "unresolved" };
}
