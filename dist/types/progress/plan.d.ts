/** What is expected on each day of a window (progress.md, step 6). */
import type { Day } from "../workspace/day.ts";
import { type Aggregation, type KpiTerms, type Path, type Reading } from "./terms.ts";
/** A plan in the metric's unit. */
export interface Plan {
    readonly path: Path;
    /** On and before this day the plan stands at the origin; a flat one stands at the target throughout. */
    readonly first: Day;
    readonly end: Day;
    /** Null where the starting value is unknown; then only a flat plan has values. */
    readonly origin: number | null;
    readonly target: number;
    /** Checkpoints strictly between `first` and `end`, rising; for linear and step only. */
    readonly checkpoints: readonly Reading[];
}
/** The path as stated, else step for yes or no, linear for checkpoints, levels and totals, flat for the rest. */
export declare function pathOf(terms: Pick<KpiTerms, "path" | "target" | "checkpoints">, aggregation: Aggregation): Path;
/** Whether a path can lead from `origin` to `target`: compound needs numbers of the same sign. */
export declare function pathExists(path: Path, origin: number | null, target: number): boolean;
/** The checkpoints that a plan goes through, rising by day; of two on one day the first counts. */
export declare function usableCheckpoints(checkpoints: readonly Reading[], path: Path, first: Day, end: Day): readonly Reading[];
/** The plan on a day, in the metric's unit; null where the starting value is unknown. */
export declare function planAt(plan: Plan, day: Day): number | null;
