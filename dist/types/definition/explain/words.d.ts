/** Words that people use instead of the format's own. */
/** The allowed key that has this name in another spelling or another tool; null where there is none. */
export declare function knownKey(key: string, allowed: readonly string[]): string | null;
/** The allowed word that was probably meant; null where none is near. */
export declare function valueMeant(value: string, allowed: readonly string[]): string | null;
/** The allowed word at the smallest edit distance; null where none is near. */
export declare function nearestWord(word: string, allowed: readonly string[]): string | null;
