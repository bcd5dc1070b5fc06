/** Where every event of a parsed file stands: extents, parents and keys. Built only for files that have findings. */
import type { ParsedYaml } from "./yaml-events.ts";
/** The slot of a map's key. */
export declare const IS_KEY = -1;
/** Arrays by event index. */
export interface YamlLayout {
    /** Offset of the first character of a node, without its anchor and tag; of a POP's bracket. Never falls. */
    readonly start: Int32Array;
    /** Offset behind the last character of a node; block collections end with their last child. */
    readonly end: Int32Array;
    /** Index of the POP that closes a collection or document; a scalar's or alias' own index. */
    readonly close: Int32Array;
    /** Index of the collection or document that a node is in; -1 for a document. */
    readonly parent: Int32Array;
    /**
     * A sequence item's number, `IS_KEY` for a key, and for a map's value the index of its key;
     * a document's number, and for a POP the index of what it closes.
     */
    readonly slot: Int32Array;
    /** Index of the DOCUMENT event of every document. */
    readonly documents: readonly number[];
}
/** Lays out all events in one pass with a cursor, which finds what events have no offsets for. */
export declare function layOut(text: string, parsed: ParsedYaml): YamlLayout;
