/** What a field of a definition says before and after, for a message. */
/** `"2026" → "2027"`, `2026-06-30: 70 → 72`, `added "sales"`: only what differs. */
export declare function fieldWords(before: unknown, after: unknown): string;
/** One side as it could be written; null where nothing is stated. */
export declare function sideText(value: unknown): string | null;
/** A value in one line: texts quoted, maps and lists in flow style. */
export declare function valueText(value: unknown): string;
