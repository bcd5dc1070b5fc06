/** What stands between the nodes of a YAML text: comments, blank lines and white space. */
import { type YamlTree } from "./yaml-tree.ts";
/** A comment on a line of its own with its column from 0, or a blank line: then the text is empty. */
export interface OwnLine {
    readonly column: number;
    readonly text: string;
}
/** Comments and blank lines between two places. Printers take from it what they have printed. */
export interface Trivia {
    /** The comment behind something on the same line. */
    trailing: string | null;
    lines: OwnLine[];
}
/** Reads the text between two offsets; null where there is anything else than comments and white space. */
export declare function triviaBetween(text: string, from: number, to: number): Trivia | null;
/** The first offset that holds neither white space nor a comment. */
export declare function skipTrivia(text: string, from: number): number;
/** The offset of the first character of the line that an offset is in; lines end with a line feed. */
export declare function lineStartOf(text: string, offset: number): number;
/** All comments of a text, in order, without those of documents that cannot be read. */
export declare function commentsOf(text: string, trees: readonly YamlTree[]): readonly string[];
