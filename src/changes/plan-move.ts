/** Whether a plan expects less than before on a day that is still to come. */

import { same } from "../progress/numbers.ts";
import { type Plan, planAt } from "../progress/plan.ts";
import type { Day } from "../workspace/day.ts";
import type { KpiPair } from "./kpi-pair.ts";
import { unitFactor } from "./units.ts";

/** The day on which the two plans differ most in the easier direction; values are in the metric's unit. */
export interface EasedPlan {
  readonly day: Day;
  readonly before: number;
  readonly after: number;
}

/** More days than this are not all looked at; checkpoints always are. */
const MAX_DAYS = 5000;

/** Compares plans with the same window, baseline and target; null where none is easier, or another change says it. */
export function easedPlan({ before, after }: KpiPair, asOf: Day): EasedPlan | null {
  const old = before.resolved.plan;
  const now = after.resolved.plan;
  const window = before.resolved.window;
  const isComparable =
    old !== null &&
    now !== null &&
    window !== null &&
    window.start === after.resolved.window?.start &&
    window.end === after.resolved.window.end &&
    before.resolved.target?.kind === after.resolved.target?.kind &&
    unitFactor(before.unit, after.unit) === 1 &&
    same(now.target, old.target) &&
    sameOrigin(old, now);
  if (!isComparable) return null;
  const isBudget = before.resolved.target?.kind === "budget";
  const sign = isBudget || before.terms.metric?.better === "lower" ? -1 : 1;
  let eased: EasedPlan | null = null;
  let most = 0;
  for (const day of daysToCompare(old, now, Math.max(asOf + 1, window.start))) {
    const expected = planAt(old, day);
    const expects = planAt(now, day);
    if (expected === null || expects === null || same(expects, expected)) continue;
    const less = (expected - expects) * sign;
    if (less <= most) continue;
    most = less;
    eased = { day, before: expected, after: expects };
  }
  return eased;
}

function sameOrigin(old: Plan, now: Plan): boolean {
  if (old.origin === null || now.origin === null) return old.origin === now.origin;
  return same(now.origin, old.origin);
}

function* daysToCompare(old: Plan, now: Plan, from: Day): Generator<Day> {
  const step = Math.max(1, Math.ceil((old.end - from) / MAX_DAYS));
  for (let day = from; day <= old.end; day += step) yield day;
  for (const { day } of [...old.checkpoints, ...now.checkpoints]) {
    if (day >= from) yield day;
    if (day - 1 >= from) yield day - 1;
  }
}
