/** The numbers that a KPI's title may rightly name: target, relative %, change, baseline and what else is stated. */
import type { Kpi } from "../../workspace/model.ts";
/** A number a title may name; a computed one may be rounded there. */
export interface Candidate {
    readonly value: number;
    readonly isComputed: boolean;
}
export interface TargetNumbers {
    /** In the metric's unit: target, bounds, stretch, baseline. */
    readonly levels: readonly Candidate[];
    /** Numbers beside the target: checkpoints, guardrails, tolerance, compliance in percent. */
    readonly others: readonly Candidate[];
    /** Changes in percent of the baseline. */
    readonly percents: readonly Candidate[];
    /** Changes in the metric's unit. */
    readonly changes: readonly Candidate[];
    /** Whether the definition alone says which value is to be reached or kept. */
    readonly hasLevels: boolean;
    /** What the target comes to, as far as the definition alone says it; null where it does not, or says two. */
    readonly level: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly percent: number | null;
    readonly change: number | null;
}
/** The numbers of a KPI whose target has one; null for `true`, for an impossible range and for none. */
export declare function targetNumbers(kpi: Kpi): TargetNumbers | null;
