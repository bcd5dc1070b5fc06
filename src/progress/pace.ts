/** How far a KPI has come, and how that compares with its plan (progress.md, steps 5 and 7). */

import type { Direction } from "../workspace/target.ts";
import { ALMOST_ONE, EPSILON, finite } from "./numbers.ts";
import type { Plan } from "./plan.ts";
import { planAt } from "./plan.ts";
import type { Reading } from "./terms.ts";

/** Shares without a unit; null where they are unknown or do not apply. */
export interface Standing {
  /** Share of the way from origin to target, unclamped: 1 at the target, negative when moved away. */
  readonly attainment: number | null;
  /** Attainment ÷ the share that the plan expects on the day of the last value; 1 is exactly on plan. */
  readonly pace: number | null;
  /** The share of the way that the plan expects on that day. */
  readonly expected: number | null;
  /** The plan on that day, in the metric's unit. */
  readonly planned: number | null;
}

/** Standing of a target that is reached, on the day of its last value. */
export function standingOf(
  current: Reading,
  plan: Plan,
  facts: { readonly met: boolean; readonly noDistance: boolean; readonly better: Direction },
): Standing {
  const planned = planAt(plan, current.day);
  const { origin, target } = plan;
  if (facts.noDistance) return { attainment: facts.met ? 1 : 0, pace: null, expected: null, planned };
  if (origin === null) return withoutOrigin(current.value, target, planned, facts);
  const way = finite(target - origin);
  const share = finite(finite(current.value - origin) / way);
  const attainment = facts.met ? share : Math.min(share, ALMOST_ONE);
  const expected = planned === null ? null : finite(finite(planned - origin) / way);
  const pace = expected === null || expected <= EPSILON ? null : finite(attainment / expected);
  return { attainment, pace, expected, planned };
}

/** Without a starting value only the ratio of value and target can be given, and only between positive numbers. */
function withoutOrigin(
  value: number,
  target: number,
  planned: number | null,
  facts: { readonly met: boolean; readonly better: Direction },
): Standing {
  const binary = facts.met ? 1 : null;
  if (value <= EPSILON || target <= EPSILON) return { attainment: binary, pace: null, expected: null, planned };
  if (facts.better === "lower") {
    return { attainment: binary, pace: finite(target / value), expected: null, planned };
  }
  const ratio = finite(value / target);
  const attainment = facts.met ? ratio : Math.min(ratio, ALMOST_ONE);
  return { attainment, pace: attainment, expected: null, planned };
}

/** Standing of a budget: no attainment; the pace is the plan ÷ what is used, null while nothing is. */
export function budgetStandingOf(current: Reading, plan: Plan): Standing {
  const planned = planAt(plan, current.day);
  const pace = planned === null || current.value <= EPSILON ? null : finite(planned / current.value);
  return { attainment: null, pace, expected: null, planned };
}

/** The used share of a budget, unclamped; null for a budget of 0. */
export function usedOf(value: number, budget: number): number | null {
  return budget === 0 ? null : finite(value / budget);
}
