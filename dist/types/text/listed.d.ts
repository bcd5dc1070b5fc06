/** Things in words. */
/** `a`, `a and b`, `a, b and c`. */
export declare function listed(items: readonly string[]): string;
/** The same, where at most `most` are named and the rest is counted: `a, b and 3 more`, with a noun where one is given. */
export declare function someListed(items: readonly string[], most: number, noun?: string): string;
