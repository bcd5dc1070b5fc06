/** Reads numbers as people write them: with separators, decimal commas, magnitudes. */
/** A number as people write it, without a sign, for use inside larger patterns; has no group. */
export declare const DIGITS: string;
/** The same, perhaps with a sign. */
export declare const NUMBER: string;
/** What says before a number that it is money; has no group. */
export declare const CURRENCY: string;
/** Percent, in a sign or in words; has no group. */
export declare const PERCENT: string;
export type NumberStyle = "plain" | "thousands" | "decimal-comma";
/** The number that a text means, and in which style it is written; null where it is none. */
export declare function readNumber(text: string): {
    readonly value: number;
    readonly style: NumberStyle;
} | null;
/** Whether a number has thousands or decimals behind its point, as `1.200` has: nothing tells which. */
export declare function isTwofold(text: string): boolean;
/** Just the number; null where the text is none. */
export declare function numberIn(text: string | undefined): number | null;
/** Words that multiply a number, for use inside larger patterns; has no group. */
export declare const MAGNITUDE = "(?:k|thousand|mn|mio|million|m|bn|billion|b)";
/** By how many powers of ten a word multiplies; 0 where it is a unit, or absent. */
export declare function exponentOf(word: string | undefined): number;
/** `5` with `k` is 5000; null where the text is no number. */
export declare function magnified(text: string | undefined, magnitude: string | undefined): number | null;
