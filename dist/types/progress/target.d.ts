/** What a target resolves to against its baseline (progress.md, steps 1 and 5). */
import type { Direction, Target } from "../workspace/target.ts";
import type { Baseline } from "./baseline.ts";
import { type Aggregation, type MetricTerms } from "./terms.ts";
/** A target in numbers of the metric's unit. */
export type ResolvedTarget = 
/** Reach `value`, from below or above as `better` says. */
{
    readonly kind: "reach";
    readonly value: number;
    readonly min: null;
    readonly max: null;
}
/** Stay inside bounds that count as inside; null does not bind. */
 | {
    readonly kind: "keep";
    readonly value: null;
    readonly min: number | null;
    readonly max: number | null;
}
/** Let a total stay at or below `value`. */
 | {
    readonly kind: "budget";
    readonly value: number;
    readonly min: null;
    readonly max: null;
};
export type TargetFault = 
/** `{}`, or a lower bound above the upper one. */
"empty-range"
/** Both bounds on a total. */
 | "band-on-sum"
/** A relative target without a baseline. */
 | "baseline-missing"
/** A percentage of a baseline of 0. */
 | "zero-baseline"
/** The target lies on the worse side of where it starts. */
 | "direction-conflict";
export interface TargetResolution {
    /** Null where no number can be given; a target in the wrong direction keeps its number. */
    readonly target: ResolvedTarget | null;
    readonly fault: TargetFault | null;
    /** The target equals its origin, or the origin found in the data lies beyond it: met or not, no way between. */
    readonly noDistance: boolean;
}
/** The resolved target, or why there is none; `better` and the aggregation are those of the metric. */
export declare function resolveTarget(target: Target, metric: Pick<MetricTerms, "aggregation" | "better">, baseline: Baseline): TargetResolution;
/** Where attainment counts from, in the metric's unit: 0 for totals, else the baseline; null where unknown. */
export declare function originOf(aggregation: Aggregation, baseline: Baseline): number | null;
/** Whether a value meets a target. */
export declare function meets(value: number, target: ResolvedTarget, better: Direction): boolean;
