/** Whether the number that a title promises is the one that the KPI is judged by. */
import type { Target } from "../../workspace/target.ts";
import { type TitleNumber } from "./numbers.ts";
import type { TargetNumbers } from "./target-numbers.ts";
/** What the title is about; words of it may follow its numbers. */
export interface Subject {
    readonly unit: string | undefined;
    /** The title of the metric. */
    readonly metric: string;
}
export interface Mismatch {
    readonly number: TitleNumber;
    /** The number that belongs there, written in the same way; null where it is not known. */
    readonly right: string | null;
}
/** Whether a title plainly names the level of its target: the usual case, told without reading every number. */
export declare function namesLevel(plain: string, level: number | null, unit: string | undefined): boolean;
/**
 * Whether the only number of a title is the one written in `target`, in its unit: most titles, told before anything
 * is computed. Where this says no, nothing is known.
 */
export declare function namesTarget(plain: string, target: Target, unit: string | undefined): boolean;
/**
 * The number of a title that contradicts the target; null where one of its numbers agrees, or where one cannot be
 * compared. `verb.end` is the end of the opening verb; `verb.direct` says whether a number may follow it without a
 * preposition.
 */
export declare function findMismatch(plain: string, verb: {
    readonly end: number;
    readonly direct: boolean;
}, numbers: TargetNumbers, subject: Subject): Mismatch | null;
