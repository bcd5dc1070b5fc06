/** Where a row of a metric is written: in its definition file or in its data file. */
import type { Place } from "../findings/finding.ts";
import type { Metric } from "./model.ts";
export type RowColumn = "date" | "value" | "numerator" | "denominator" | "note";
/** `row` is the key of an inline row, or the line number of a row in a data file. */
export declare function placeOfRow(metric: Metric, dataFile: string | null, row: string | number, column: RowColumn | null, cell?: {
    readonly column: number;
    readonly length: number;
}): Place;
