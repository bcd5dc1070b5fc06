/** The words of a suppression comment: `# kpi-disable-next-line RULE[, RULE] -- reason [until:YYYY-MM-DD]`. */
export type SuppressionScope = "next-line" | "line" | "file";
/** A piece of the file's text; offsets in UTF-16 units, `end` behind the last character. */
export interface Words {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}
/** What a comment that begins with `kpi-disable` says, whether or not it holds. */
export interface SuppressionWords extends Words {
    /** `kpi-disable-line` and the like. */
    readonly directive: Words;
    /** Null where the directive is none that exists. */
    readonly scope: SuppressionScope | null;
    readonly rules: readonly Words[];
    /** What stands behind the two hyphens, without `until:`; null where nothing is said there. */
    readonly reason: string | null;
    /** What stands behind the rules where two hyphens are missing. */
    readonly unmarked: Words | null;
    /** The date as written, with the offsets of the whole `until:…`. */
    readonly until: Words | null;
}
export declare const SUPPRESSION_DIRECTIVES: Readonly<Record<string, SuppressionScope>>;
/** Reads the text of a comment, from its hash sign at offset `start`; null where it is no suppression. */
export declare function suppressionWords(text: string, start: number): SuppressionWords | null;
