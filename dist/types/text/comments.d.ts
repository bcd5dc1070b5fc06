/** The suppression comments of a YAML file, and the lines they speak of. */
import { type SuppressionWords } from "./suppression-words.ts";
/** A suppression comment in its file. */
export interface SuppressionComment extends SuppressionWords {
    /** The line it speaks of, from 1; null for a whole file, and where no line follows. */
    readonly line: number | null;
    /** What to take out so that the comment is gone: its whole line where it stands alone. */
    readonly removal: {
        readonly start: number;
        readonly end: number;
    };
}
/**
 * The suppression comments of a file, in order. A hash sign inside a key, a text, a quotation or a block of text is
 * no comment; in a document that cannot be parsed nothing is. Never throws; a file without the word costs one search.
 */
export declare function suppressionComments(text: string): readonly SuppressionComment[];
