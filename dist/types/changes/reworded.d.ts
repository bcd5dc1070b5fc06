/** Two texts for a message: only the words that differ. */
/** `"rolling 90 days" → "calendar quarter", added "bots removed"`; null where both say the same in words. */
export declare function rewordedText(before: string, after: string): string | null;
/** The same of a query or a formula, where every sign counts. */
export declare function recodedText(before: string, after: string): string | null;
