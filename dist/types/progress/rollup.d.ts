/** From KPIs to goals (progress.md, step 11). */
import type { Goal } from "../workspace/model.ts";
import { type Status } from "./status.ts";
export type StatusCounts = Readonly<Record<Status, number>>;
/** What a goal takes from one active KPI. */
export interface Contribution {
    readonly status: Status;
    /** What its guardrails show; null where they hold or there are none. */
    readonly guardrails: Status | null;
    readonly attainment: number | null;
    readonly weight: number;
}
export interface GoalProgress {
    readonly goal: Goal;
    /** Weighted mean of attainment clamped to 0 to 1, over active KPIs that have one; null without any. */
    readonly progress: number | null;
    /** The worst of KPIs and guardrails; null without active KPIs. */
    readonly status: Status | null;
    /** Active KPIs of the goal and of the goals below it. */
    readonly kpis: number;
    readonly byStatus: StatusCounts;
    /** Of those, KPIs with a broken guardrail. */
    readonly brokenGuardrails: number;
}
/** The worse of two statuses; null is no status. */
export declare function worse(a: Status | null, b: Status | null): Status | null;
/** Counts that start at 0, one for every status. */
export declare function noCounts(): Record<Status, number>;
/**
 * Every goal with the KPIs of itself and of all goals below it, in the order of `goals`.
 * Goals in a circle of parents keep what lies below the circle, and nothing from around it.
 */
export declare function rollUp(goals: ReadonlyMap<string, Goal>, contributionsOf: (goal: string) => readonly Contribution[]): readonly GoalProgress[];
