/** Where the values of a YAML file stand in its text. Built once per file that has findings. */
import type { KeyPath } from "./source.ts";
/** Looks up offsets (UTF-16 units, `end` behind the last character) of key paths, and key paths of offsets. */
export interface YamlPositions {
    /**
     * The extent of a key or a value, without tag and anchor; where the path is not there, that of its nearest ancestor.
     * Block collections end with their last child; an empty value stands right behind its colon.
     * Items of lists and the root have no key: their value stands for it.
     */
    locate(document: number, path: KeyPath, at: "key" | "value"): {
        start: number;
        end: number;
        exact: boolean;
    };
    /** The source of characters `from` up to `to` of a scalar's value, as it reads after unquoting and unfolding. */
    slice(document: number, path: KeyPath, from: number, to: number): {
        start: number;
        end: number;
    };
    /** The innermost node that touches an offset; null outside of all documents' roots. */
    pathAt(offset: number): {
        document: number;
        path: KeyPath;
        at: "key" | "value";
    } | null;
}
/** Parses a text once more, for positions; works with every text that `readYaml` takes values from. */
export declare function yamlPositions(text: string): YamlPositions;
