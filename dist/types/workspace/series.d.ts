/** The rows of one metric: compact, sorted by day, and what is wrong with those that were left out. */
import { type Day } from "./day.ts";
import { type RowFault } from "./row-faults.ts";
/** Rows of one metric, oldest first; all arrays run side by side. */
export interface Series {
    /** The day each row counts on: its date, or the last day of its period. */
    readonly days: readonly Day[];
    /** The first day of each row's period; null where every row is a plain date. */
    readonly starts: readonly Day[] | null;
    /** Values as written; for ratio rows scale * numerator / denominator. */
    readonly values: readonly number[];
    /** Null unless the rows are written as ratios. */
    readonly numerators: readonly number[] | null;
    readonly denominators: readonly number[] | null;
    /** Where each row is written: the key of an inline row, or the line number (from 1) in a data file. */
    readonly places: readonly (string | number)[];
    /** Notes of rows and of known gaps, by day. */
    readonly notes: ReadonlyMap<Day, string> | null;
    /** Days whose value is known to be missing, rising. */
    readonly knownGaps: readonly Day[];
    /** The first row that is older than the one written before it; null where dates rise. */
    readonly unsorted: string | number | null;
}
export type RowColumn = "date" | "value" | "numerator" | "denominator" | "note";
export interface RowProblem {
    readonly ruleId: "data/bad-row" | "data/duplicate-date" | "data/out-of-bounds" | "data/zero-denominator" | "data/header" | "data/unsorted";
    readonly messageId: string;
    readonly message: string;
    readonly place: string | number;
    /** Null where the fault is in the row or the file as a whole. */
    readonly column: RowColumn | null;
    /** For data files: the characters of the cell in its line, columns from 1. */
    readonly cell?: {
        readonly column: number;
        readonly length: number;
    };
    /** Date and column: what keeps the fingerprint when lines move. */
    readonly discriminator: string;
    readonly suggestion?: {
        readonly title: string;
        readonly replace?: string;
    };
    /** The row that had the date first. */
    readonly related?: string | number;
}
export interface RowOptions {
    /** Multiplier of ratio rows. */
    readonly scale: number;
    readonly bounds: {
        readonly min?: number;
        readonly max?: number;
    } | null;
}
export interface SeriesResult {
    readonly series: Series;
    readonly problems: RowProblem[];
}
/**
 * Reads the `values` of a metric: date or period to a number, `{numerator, denominator, note?}`,
 * `{value, note?}` or `{value: null, note}`. Never throws, whatever the map holds.
 */
export declare function seriesFromValues(values: object, options: RowOptions): SeriesResult;
/** A fault at its place; `date` and the column keep its identity when other rows come or go. */
export declare function problemAt(fault: RowFault, place: string | number, date: string, cell?: {
    readonly column: number;
    readonly length: number;
}): RowProblem;
