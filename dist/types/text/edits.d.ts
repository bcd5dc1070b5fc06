/** Text edits: applied in order, never overlapping. */
/** Replaces the characters from `start` up to `end`, in UTF-16 units; an insertion where both are the same. */
export interface Edit {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
/** A text with some edits applied; those that touch an earlier one of the list, or lie outside the text, are skipped. */
export interface AppliedEdits<E extends Edit> {
    readonly text: string;
    readonly applied: readonly E[];
    readonly skipped: readonly E[];
}
/** Applies edits whose offsets all count in `text`. Of two that touch the same characters, the first in the list wins. */
export declare function applyEdits<E extends Edit>(text: string, edits: readonly E[]): AppliedEdits<E>;
/** Collects edits of one text as long as they do not touch each other. */
export declare class EditPlan {
    #private;
    constructor(text: string);
    /** Takes all of these edits, or none and says false where one of them touches another or lies outside the text. */
    add(edits: readonly Edit[]): boolean;
    /** Gives up edits that were taken. */
    remove(edits: readonly Edit[]): void;
    /** The text with all edits that were taken. */
    apply(): string;
}
/** A piece of a text and its place in an order. */
export interface Ranked {
    readonly start: number;
    readonly end: number;
    readonly rank: number;
}
/**
 * The edit that lets pieces of a text change places until their ranks rise; equal ranks keep their order, and what
 * stands between the pieces stays where it is. Null where they are in order. The pieces are given in the order of the
 * text.
 */
export declare function reorder(text: string, pieces: readonly Ranked[]): Edit | null;
/** How the lines of a text end, told by its first; a line feed where it has one line only. */
export declare function lineEndOf(text: string): "\n" | "\r\n";
/** What is to be put into a text, with the line ends of that text; what only moves inside it keeps its own. */
export declare function withLineEndsOf(text: string, inserted: string): string;
