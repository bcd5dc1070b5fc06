/** Reasons in a config file: a comment on or above the line that was changed. */
import { type KeyPath } from "../text/source.ts";
/**
 * The words of the comment on or directly above the line of a key, in `after`; null for none. Where the key is not
 * there any more, the keys around it count. A comment that stood in `before` already explains an older change.
 */
export declare function commentFor(after: string, before: string, path: KeyPath): string | null;
/** Where to write the comment for a key that was changed, or is not there any more: `in a comment above "rules"`. */
export declare function placeForComment(after: string, path: KeyPath): string;
