/** Lists of words and phrases, which a team can replace or extend, and where they occur in a title. */
import type { RuleOptions } from "../define.ts";
import { type Title } from "./titles.ts";
export interface WordOptions {
    /** The words and phrases the rule looks for; replaces its own list, and `[]` empties it. */
    readonly words: readonly string[];
    /** More words and phrases besides. */
    readonly extra: readonly string[];
    /** Those of its own list that the rule leaves alone. */
    readonly except: readonly string[];
}
/** What the page of a rule says of its list. */
export declare const LIST_DOCS = "The list is an option: `words` replaces it (`[]` empties it), `extra` adds to it, `except` takes entries out, and `#` in an entry stands for a number.";
/** The lists as they are; one object, because patterns are kept for each set of options. */
export declare const OWN_WORDS: Partial<WordOptions>;
/** A place in a title. */
export interface Hit {
    readonly start: number;
    readonly end: number;
    /** As it stands in the title. */
    readonly text: string;
}
/** The options of a rule on words. */
export declare function wordOptions(words: readonly string[]): RuleOptions<WordOptions>;
/** The words that a rule looks for with these options; none where it has no list. */
export declare function wordsOf({ options }: {
    readonly options?: {
        readonly defaults: unknown;
    };
}, given: Partial<WordOptions> | null): readonly string[];
/** Finds the words of a rule's options in a title, from left to right: whole words, and no parts of hyphenated ones. */
export declare function wordFinder(options: RuleOptions<WordOptions>): (title: Title, given: Partial<WordOptions>) => readonly Hit[];
/** Finds which of the words of a rule's options stands at a place of a text. */
export declare function wordAt(options: RuleOptions<WordOptions>): (text: string, at: number, given: Partial<WordOptions>) => Hit | null;
/** Finds which of the words of a rule's options a title opens with, numbering and labels aside. */
export declare function firstWord(options: RuleOptions<WordOptions>): (title: Title, given: Partial<WordOptions>) => Hit | null;
