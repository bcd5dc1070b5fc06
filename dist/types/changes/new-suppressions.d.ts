/** Suppression comments that the older version does not have, wherever they stood. */
import { type SuppressionComment } from "../text/comments.ts";
import type { ReviewedVersion } from "./version.ts";
export interface NewSuppression {
    readonly file: string;
    readonly comment: SuppressionComment;
    /** The rules that it names and that no comment of the same kind and reason named before. */
    readonly rules: readonly string[];
}
/** New ones by scope, rule and reason: a comment that moved, in its file or to another, is not new. */
export declare function newSuppressions(base: ReviewedVersion, head: ReviewedVersion): readonly NewSuppression[];
