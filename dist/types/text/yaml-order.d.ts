/** The order of a map's entries: the canonical one, as far as anchors stay before their aliases. */
import { type YamlNode, type YamlTree } from "./yaml-tree.ts";
/** What a format says about the value at one place of a document. */
export interface Canon {
    /** A sort place for every key of a map, equal places keep their order; null where all keys keep it. */
    ranks(keys: readonly string[]): readonly number[] | null;
    /** Entries of several lines are set apart by a blank line. */
    readonly spaced: boolean;
    /** What is known about the value of a key; null where nothing is. */
    below(key: string): Canon | null;
    /** What is known about the items of a list. */
    items(): Canon | null;
}
/** A key of a map with its value. */
export interface Pair {
    readonly key: YamlNode;
    readonly value: YamlNode;
}
/** The entries of a map as they are written. */
export declare function pairsOf(map: YamlNode): readonly Pair[];
/** Numbers of the entries in the order they shall have. */
export declare function canonicalOrder(pairs: readonly Pair[], canon: Canon | null, tree: YamlTree): readonly number[];
