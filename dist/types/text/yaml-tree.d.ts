/** The nodes of a YAML file with their extents, for what rewrites source text: `kpi fmt` and fixes. */
import type { KeyPath } from "./source.ts";
/** A node; offsets in UTF-16 units. */
export interface YamlNode {
    readonly kind: "scalar" | "alias" | "map" | "list";
    /** Of its anchor or tag where it has one, else of its content. */
    readonly start: number;
    /** Where its content begins; the header of a block scalar, the bracket of a flow collection. */
    readonly content: number;
    readonly end: number;
    /** Of scalars: how they are written. Collections are "block", "flow", or a "pair" of a flow list without brackets. */
    readonly style: "plain" | "quoted" | "block" | "flow" | "pair";
    /** Of block scalars: the column of their lines, -1 where they are empty, and whether blank lines behind them count. */
    readonly column: number;
    readonly keepsBlankLines: boolean;
    /** The text a scalar reads as; the name of an alias. */
    readonly value: string;
    /** The tag as it is written; null where there is none. */
    readonly tag: string | null;
    /** The name of its anchor; null where there is none. */
    readonly anchor: string | null;
    /** Of a list its items; of a map its keys and values in turn. */
    readonly children: readonly YamlNode[];
    /** The node an alias stands for; null for others, and where there is none. */
    readonly target: YamlNode | null;
}
/** One document of a file. */
export interface YamlTree {
    /** Null where the document is empty or broken. */
    readonly root: YamlNode | null;
    readonly hasAliases: boolean;
    /** Some anchor is given to two nodes, so that moving nodes could change what an alias means. */
    readonly repeatsAnchors: boolean;
}
/** Reads the documents of a file as nodes; broken ones have no root. Never throws. */
export declare function yamlTrees(text: string): readonly YamlTree[];
/** The node at a path of keys and item numbers, as it is written: aliases and merge keys are not followed. */
export declare function nodeAt(tree: YamlTree | undefined, path: KeyPath): YamlNode | null;
/** Every node from this one on, in the order of the text. */
export declare function nodesOf(node: YamlNode): Generator<YamlNode>;
/** What parts a key from its value: directly behind an alias, an anchor or a tag, a colon would be part of its name. */
export declare function colonAfter(key: YamlNode, name: string): ":" | " :";
