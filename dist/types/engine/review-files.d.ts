/** Reviews two sets of files in memory. */
import type { ChangeExample, Verdict } from "../changes/define.ts";
import { type Day } from "../workspace/day.ts";
import { type Files } from "./in-memory.ts";
import { type ReviewNames, type ReviewResult } from "./review.ts";
export interface ReviewFilesInput {
    readonly base: Files;
    readonly head: Files;
    /** The day that statuses are judged on. */
    readonly asOf: Day;
    /** The day of the base: entries in `changes` that are dated earlier explain older changes. Null: none do. */
    readonly notBefore?: Day | null;
    /** What the versions are called. */
    readonly names?: ReviewNames;
    /** All of them by default. */
    readonly verdicts?: readonly Verdict[];
}
/** What changes in meaning from one set of files to another. Throws where the newer config cannot be used. */
export declare function reviewFiles(input: ReviewFilesInput): Promise<ReviewResult>;
/** What a verdict's example gives. */
export declare function reviewExample({ before, after, asOf }: ChangeExample): Promise<ReviewResult>;
