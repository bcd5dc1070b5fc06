/** Whether a plan expects less than before on a day that is still to come. */
import type { Day } from "../workspace/day.ts";
import type { KpiPair } from "./kpi-pair.ts";
/** The day on which the two plans differ most in the easier direction; values are in the metric's unit. */
export interface EasedPlan {
    readonly day: Day;
    readonly before: number;
    readonly after: number;
}
/** Compares plans with the same window, baseline and target; null where none is easier, or another change says it. */
export declare function easedPlan({ before, after }: KpiPair, asOf: Day): EasedPlan | null;
