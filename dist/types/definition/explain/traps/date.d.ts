/** Texts where a day is wanted. */
import { type Trap } from "./trap.ts";
/** The text with the name of a month as its number, after `mark`: `July 2026` → `07 2026`. */
export declare function monthNumbered(text: string, mark?: string): string;
/** The day that a text means, as `YYYY-MM-DD`; null where it means none, or one of two (`07/08/2026`). */
export declare function dateMeant(text: string): string | null;
/** The first and the last day of a calendar year, half, quarter or month; null for other labels. */
export declare function periodEdges(label: string): {
    readonly start: string;
    readonly end: string;
} | null;
export declare const DATE_TRAPS: readonly Trap[];
/** Keys of `values`: a day or a period. */
export declare const PERIOD_TRAPS: readonly Trap[];
/** The first day of a fiscal year. */
export declare const MONTH_DAY_TRAPS: readonly Trap[];
