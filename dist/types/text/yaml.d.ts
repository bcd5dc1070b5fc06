/** The read path: the text of a YAML file to values and problems. Positions are looked up later, in yaml-positions.ts. */
export { isYamlMap } from "./yaml-object.ts";
/** A scalar as the YAML 1.2 core schema reads it; dates stay text, and numbers are finite. */
export type YamlScalar = null | boolean | number | string;
/**
 * A map. Keys are their own source text, unquoted: `1e3` and `2026-06-30` stay as they are written.
 *
 * An instance of a class with an empty prototype (see `isYamlMap`). Keys that are whole numbers come first when
 * the keys are listed, as in every JavaScript object; the others come in the order of the file.
 */
export interface YamlMap {
    [key: string]: YamlValue;
}
export type YamlValue = YamlScalar | YamlValue[] | YamlMap;
/** What can be wrong with a YAML file; stable, public names. The second group is told by `explainYamlError`. */
export type YamlMessageId = "too-large" | "too-many" | "syntax" | "encoding" | "depth" | "duplicate-key" | "key" | "unknown-tag" | "tag-value" | "alias" | "alias-limit" | "merge" | "number" | "comparison" | "thousands" | "escape" | "tab" | "indentation" | "reserved-character" | "anchor" | "colon-in-text" | "text-after-value" | "unclosed-quote" | "unclosed-bracket" | "stray-bracket" | "comma" | "missing-colon" | "missing-space" | "block-text" | "list-item" | "directive" | "merge-conflict";
/** Something that is wrong with the YAML of a file; offsets into its text, `end` behind the last character. */
export interface YamlProblem {
    readonly messageId: YamlMessageId;
    readonly message: string;
    readonly start: number;
    readonly end: number;
    /** `replace` is what to write in place of the problem's own range. */
    readonly suggestion?: {
        readonly title: string;
        readonly replace?: string;
    };
    readonly related?: readonly {
        readonly start: number;
        readonly end: number;
        readonly message: string;
    }[];
}
/** One document of a file. */
export interface YamlDocument {
    /** Undefined where the document is empty, has only comments, or is broken. */
    readonly value: YamlValue | undefined;
    /** The document could not be parsed; a problem says why. */
    readonly broken: boolean;
}
/** What a file holds. */
export interface YamlResult {
    /** At least one, unless the file is too large to be read. */
    readonly documents: readonly YamlDocument[];
    /** In no particular order. */
    readonly problems: readonly YamlProblem[];
    /** Where plain numbers are written with a leading plus, such as `+10`, which reads as 10. */
    readonly plusNumbers: readonly {
        readonly start: number;
        readonly end: number;
    }[];
}
/** The largest file that is read, in bytes of UTF-8. */
export declare const MAX_YAML_BYTES: number;
/** Reads all documents of a file. Never throws, whatever the text: what is wrong is in `problems`. */
export declare function readYaml(text: string): YamlResult;
