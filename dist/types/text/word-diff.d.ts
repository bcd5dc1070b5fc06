/** What differs between two texts word by word: in prose without markup, links, case and punctuation; in code. */
/** Words that stand in one text where the other has others; one side may be empty. */
export interface Rewording {
    readonly removed: string;
    readonly added: string;
}
/** The places where two texts differ in words, in order; none where they say the same. */
export declare function rewordings(before: string, after: string): readonly Rewording[];
/** The places where two pieces of code differ, in order; only spaces and line ends do not count. */
export declare function recodings(before: string, after: string): readonly Rewording[];
