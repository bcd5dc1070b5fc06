/** Text of one file, and the way from an offset to a line and a column. */
/** `line` and `column` count from 1, `offset` from 0; columns and offsets are UTF-16 code units. */
export interface Position {
    readonly line: number;
    readonly column: number;
    readonly offset: number;
}
/** Half-open: `end` is the position after the last character. */
export interface Range {
    readonly start: Position;
    readonly end: Position;
}
/** A key path into a YAML document, from its root: `["kpis", "nps-2026", "target"]`. */
export type KeyPath = readonly (string | number)[];
/** Offsets of the first character of every line; LF, CRLF and a lone CR end a line. */
export declare function lineStarts(text: string): readonly number[];
/** Looks up lines and columns in one text; built once per file that has findings. */
export declare class LineIndex {
    readonly text: string;
    readonly starts: readonly number[];
    constructor(text: string);
    position(offset: number): Position;
    range(start: number, end: number): Range;
    /** The text of a line (counted from 1) without its line end; empty past the last line. */
    line(line: number): string;
    /** The offset of a line and column (both from 1), kept inside the text. */
    offset(line: number, column: number): number;
}
