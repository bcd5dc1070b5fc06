/** Collects the rows of one metric: dates that stand twice, bounds, rates and order. */
import type { Day } from "./day.ts";
import { type RowFault } from "./row-faults.ts";
import type { RowOptions, Series } from "./series.ts";
/** A row whose parts could be read; `value` is null for a known gap and ignored for a ratio. */
export interface ReadRow {
    readonly place: string | number;
    readonly firstDay: Day;
    readonly day: Day;
    readonly value: number | null;
    readonly numerator: number;
    readonly denominator: number;
    readonly note: string | null;
}
/** Collects readable rows in the order they are written and turns them into a series. */
export declare class SeriesBuilder {
    #private;
    constructor(options: RowOptions, form: {
        readonly ratio: boolean;
        readonly orderKnown: boolean;
    });
    /**
     * Takes a row, or says why it is left out; an out-of-bounds row is taken and reported.
     *
     * Of two rows with one date the first that could be read stays and the later one is the finding.
     * A date and a period that ends on it are the same date.
     */
    add(row: ReadRow): readonly RowFault[];
    /** The series of all rows taken so far. */
    finish(): Series;
}
