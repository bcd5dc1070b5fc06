/** What is wrong with a suppression comment: no reason, an ended date, unknown rules, nothing left to suppress. */
import type { Problem } from "../findings/finding.ts";
import type { SuppressionComment } from "../text/comments.ts";
import { type Words } from "../text/suppression-words.ts";
/** Whether a comment takes findings out, or why not. */
export type Standing = "holds" | "no-directive" | "no-reason" | "no-day" | "ended";
/** A comment with what became of it. */
export interface Judged {
    readonly comment: SuppressionComment;
    readonly standing: Standing;
    /** The names that a finding stands for, whether or not the comment holds. */
    readonly used: Set<Words>;
}
/** What a comment may name. */
export interface RuleNames {
    readonly ids: ReadonlySet<string>;
    readonly groups: ReadonlySet<string>;
    /** What can be suppressed, for suggestions: ids, and groups as `data/*`. */
    readonly suppressible: readonly string[];
}
/** The names for the ids of all rules. */
export declare function ruleNames(ruleIds: readonly string[]): RuleNames;
export interface CommentContext {
    readonly file: string;
    readonly names: RuleNames;
    /** Whether a finding of this name could be there, so that its absence says something. */
    readonly isOn: (name: string) => boolean;
}
/** One problem for each cause. */
export declare function problemsOf(judged: Judged, context: CommentContext): readonly Problem[];
