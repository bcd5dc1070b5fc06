/** Where the records of a data file stand, without reading their cells: for moving them as they are written. */
/** A record without its line end. */
export interface CsvExtent {
    readonly start: number;
    readonly end: number;
    /** The first cell, trimmed, without quotation marks. */
    readonly first: string;
}
/** All records that are not blank, the header among them; null where a quotation mark does not fit. */
export declare function csvRecords(text: string): readonly CsvExtent[] | null;
