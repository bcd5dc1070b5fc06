/** Problems → findings: places become ranges, each finding gets its page and its fingerprint. */
import type { Finding, Place, Problem, ProposedChange, Suggestion } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
import { type Range } from "../text/source.ts";
import type { Graded } from "./run.ts";
/** The text of a file of the workspace; null where it can no longer be read. */
export type TextOf = (file: string) => string | null;
/** Finds ranges; the index of a file is built once, and only for files that have findings. */
export declare class Locator {
    #private;
    /** `rules` are asked for pages of their own. */
    constructor(textOf: TextOf, rules?: readonly Rule[]);
    page(ruleId: string): string;
    /** Forgets what was read of a file, because its text has changed. */
    forget(file: string): void;
    range(place: Place): Range;
    /** A change at the place of its finding, or at its own; without a replacement it is advice only. */
    suggestion(change: ProposedChange, place: Place): Suggestion;
    /** What `--fix` would do about a problem; null where a person must decide. */
    fix(problem: Problem): Suggestion | null;
}
/** Findings in order. What repeats gets an ordinal in its fingerprint, counted in that order. */
export declare function locate(graded: readonly Graded[], textOf: TextOf, rules?: readonly Rule[], locator?: Locator): readonly Finding[];
