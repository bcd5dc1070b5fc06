/** How the fields beside a target, which say how strictly it counts, changed. */

import { same } from "../progress/numbers.ts";
import { formatExact } from "../workspace/units.ts";
import type { KpiPair } from "./kpi-pair.ts";
import { asInUnitOf, unitFactor } from "./units.ts";

export interface StrictnessMove {
  readonly field: "tolerance" | "compliance" | "ambition";
  readonly old: number | string;
  readonly now: number | string;
  /** Else it is stricter. */
  readonly eased: boolean;
}

/** What changed, defaults filled in. */
export function strictnessMoves({ before, after }: KpiPair): readonly StrictnessMove[] {
  const moves: StrictnessMove[] = [];
  const { tolerance: wide, compliance: much } = before.terms;
  const { tolerance, compliance } = after.terms;
  const wideNow = asInUnitOf(tolerance, wide, unitFactor(before.unit, after.unit));
  if (!same(tolerance, wideNow))
    moves.push({ field: "tolerance", old: wide, now: tolerance, eased: tolerance > wideNow });
  if (compliance !== much) moves.push({ field: "compliance", old: much, now: compliance, eased: compliance < much });
  const old = before.kpi.definition.ambition ?? "committed";
  const now = after.kpi.definition.ambition ?? "committed";
  if (now !== old) moves.push({ field: "ambition", old, now, eased: now === "aspirational" });
  return moves;
}

/** Both sides of a move, as a change reports them: in words, and in numbers where they are numbers. */
export function strictnessSides({ field, old, now }: StrictnessMove) {
  return {
    field,
    before: typeof old === "number" ? formatExact(old) : old,
    after: typeof now === "number" ? formatExact(now) : now,
    resolvedBefore: typeof old === "number" ? old : null,
    resolvedAfter: typeof now === "number" ? now : null,
  };
}
