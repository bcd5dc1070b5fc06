/** Dates and labels in spellings that are not read, and what was probably meant: for suggestions only. */
/** The date meant by another order or punctuation, a time dropped; null where day and month could be swapped. */
export declare function dateMeant(text: string): string | null;
/** The label meant by another order, case or punctuation: `Q3 2026`, `2026q3`, `July 2026`, `2026/7`, `FY 26`. It may name no real period. */
export declare function labelMeant(text: string): string | null;
