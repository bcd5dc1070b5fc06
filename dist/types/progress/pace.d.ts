/** How far a KPI has come, and how that compares with its plan (progress.md, steps 5 and 7). */
import type { Direction } from "../workspace/target.ts";
import type { Plan } from "./plan.ts";
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
export declare function standingOf(current: Reading, plan: Plan, facts: {
    readonly met: boolean;
    readonly noDistance: boolean;
    readonly better: Direction;
}): Standing;
/** Standing of a budget: no attainment; the pace is the plan ÷ what is used, null while nothing is. */
export declare function budgetStandingOf(current: Reading, plan: Plan): Standing;
/** The used share of a budget, unclamped; null for a budget of 0. */
export declare function usedOf(value: number, budget: number): number | null;
