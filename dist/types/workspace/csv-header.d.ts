/** The first line of a data file: which columns it names, or what it should be. */
import type { RowFault } from "./row-faults.ts";
import type { RowColumn } from "./series.ts";
/** The columns of a data file in their order. */
export interface Columns {
    readonly names: readonly RowColumn[];
    readonly ratio: boolean;
    readonly note: boolean;
}
/** The columns that a header names, in any case and with blanks around; null for every other header. */
export declare function columnsOf(cells: readonly string[]): Columns | null;
/** Says what to write instead of a first line; empty where the file is. */
export declare function wrongHeader(line: string): RowFault;
