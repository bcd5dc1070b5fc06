/**
 * Data files: text to records with exact places.
 *
 * Lines without a quotation mark are cut at their commas; records with one are read by csv-parse.
 * A line is what `LineIndex` calls a line, so places agree with every other finding.
 */
/** One record. `cells` are trimmed; empty where the record has a fault. */
export interface CsvRecord {
    /** Line of the first character, from 1. */
    readonly line: number;
    /** Offsets of the record in the text, without its line end. */
    readonly start: number;
    readonly end: number;
    readonly cells: readonly string[];
    readonly fault: CsvFault | null;
}
/** A quotation mark that does not close, or one that stands inside or after a cell. */
export interface CsvFault {
    readonly kind: "unclosed-quote" | "stray-quote";
    readonly offset: number;
    /** The cell it belongs to, from 0. */
    readonly cell: number;
}
/** Characters of one line: `line` and `column` from 1, `length` may be 0. */
export interface CellPlace {
    readonly line: number;
    readonly column: number;
    readonly length: number;
}
/**
 * Visits every record that is not blank, in order, until `visit` returns false.
 *
 * A record whose quotation marks do not fit is visited with its fault and ends with its line, so
 * that one stray mark costs one row and not the rest of the file.
 */
export declare function readCsv(text: string, visit: (record: CsvRecord) => boolean): void;
/** Where a cell (from 0) of a record stands, its quotation marks included; past the last cell the end of the record. */
export declare function cellPlace(text: string, record: CsvRecord, cell: number): CellPlace;
/** The characters from `start` to `end` of a record as far as they stand on one line. */
export declare function placeOf(text: string, record: CsvRecord, start: number, end: number): CellPlace;
