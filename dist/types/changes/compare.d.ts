/** The review: what differs in meaning between two versions, verdict by verdict. */
import type { Day } from "../workspace/day.ts";
import type { Change } from "./change.ts";
import type { Verdict } from "./define.ts";
import { type KpiEffect } from "./effects.ts";
import { type ReviewedVersion } from "./version.ts";
export interface CompareInput {
    readonly base: ReviewedVersion;
    readonly head: ReviewedVersion;
    readonly asOf: Day;
    /** The day of the base: entries dated earlier explain older changes. Null where it has none, such as a folder. */
    readonly notBefore: Day | null;
    /** All of them by default. */
    readonly verdicts?: readonly Verdict[];
}
/** check-in: only new values, review dates and notes. */
export type Lane = "check-in" | "definition";
export interface Comparison {
    readonly lane: Lane;
    readonly changes: readonly Change[];
    readonly effects: readonly KpiEffect[];
    /** Files of the head of which a part could not be read, so that their entities were not compared. */
    readonly unread: readonly string[];
    /** Files of the base of which a part could not be read, so that nothing can be said of what they held. */
    readonly unreadInBase: readonly string[];
}
/** Compares two versions. Never throws on content. */
export declare function compare(input: CompareInput): Comparison;
