/** Titles as the rules on words read them: without parentheses and quotations, and only where they are English. */
import type { Entity, Workspace } from "../../workspace/model.ts";
export interface Title {
    /** As written. */
    readonly text: string;
    /** Parentheses and quotations are blanked out: every character left stands where it stands in `text`. */
    readonly plain: string;
    /** The words of `plain` with which some phrase may begin, in order; letters beyond ASCII part words. */
    readonly words: readonly TitleWord[];
    /** Which beginnings of phrases were known when `words` was made. */
    readonly known: number;
    /** Where the first word stands that is no numbering or label. */
    readonly opening: number;
    /** That word in lower case; empty where something else stands there. */
    readonly first: string;
}
interface TitleWord {
    readonly start: number;
    readonly lower: string;
}
/** Makes titles keep a word, in lower case, because a phrase begins with it; `next` is the second word, if any. */
export declare function keepWord(word: string, next: string | undefined): void;
/** The words of a title with which some phrase may begin; phrases may have been added since it was read. */
export declare function keptWords({ plain, words, known }: Title): readonly TitleWord[];
/** A title as the rules on words read it. */
export declare function readTitle(text: string): Title;
/** Whether titles are in the one language that rules on words know; `en-GB` is English. */
export declare function isEnglish(language: string): boolean;
/** Whether people still work on it: what is retired, done or dropped is history and is not reworded. */
export declare function isPursued(entity: Entity): boolean;
/** The title of what people still work on, in any language; null for none. */
export declare function pursuedTitle(entity: Entity): Title | null;
/** The title that a rule on words may judge; null where there is none, it is history, or not English. */
export declare function judgedTitle(entity: Entity, workspace: Pick<Workspace, "settings">): Title | null;
export {};
