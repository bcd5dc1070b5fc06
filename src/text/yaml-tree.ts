/** The nodes of a YAML file with their extents, for what rewrites source text: `kpi fmt` and fixes. */

import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { KeyPath } from "./source.ts";
import { parseDocuments, type YamlEvent } from "./yaml-events.ts";
import { layOut, type YamlLayout } from "./yaml-layout.ts";

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
export function yamlTrees(text: string): readonly YamlTree[] {
  const parsed = parseDocuments(text);
  const layout = layOut(text, parsed);
  return layout.documents.map((index) => new TreeReader(text, parsed.events, layout).document(index));
}

/** The node at a path of keys and item numbers, as it is written: aliases and merge keys are not followed. */
export function nodeAt(tree: YamlTree | undefined, path: KeyPath): YamlNode | null {
  let node = tree?.root ?? null;
  for (const segment of path) {
    if (node === null) return null;
    node = (node.kind === "list" ? node.children[Number(segment)] : valueUnder(node, String(segment))) ?? null;
  }
  return node;
}

/** The value of a key of a map; undefined where it has none of this name. */
function valueUnder(map: YamlNode, name: string): YamlNode | undefined {
  if (map.kind !== "map") return undefined;
  for (let i = 0; i < map.children.length; i += 2) {
    const key = map.children[i];
    if (key?.kind === "scalar" && key.value === name) return map.children[i + 1];
  }
  return undefined;
}

/** Every node from this one on, in the order of the text. */
export function* nodesOf(node: YamlNode): Generator<YamlNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

type NodeEvent = Exclude<YamlEvent, { type: 1 | 6 }>;

class TreeReader {
  readonly #text: string;
  readonly #events: readonly YamlEvent[];
  readonly #layout: YamlLayout;
  readonly #anchors = new Map<string, YamlNode>();
  #hasAliases = false;
  #repeatsAnchors = false;

  constructor(text: string, events: readonly YamlEvent[], layout: YamlLayout) {
    this.#text = text;
    this.#events = events;
    this.#layout = layout;
  }

  document(index: number): YamlTree {
    const event = this.#events[index + 1];
    if (event === undefined || event.type === EVENT_ID.POP)
      return { root: null, hasAliases: false, repeatsAnchors: false };
    const root = this.#node(index + 1);
    const isEmpty = root.kind === "scalar" && root.start === root.end;
    return { root: isEmpty ? null : root, hasAliases: this.#hasAliases, repeatsAnchors: this.#repeatsAnchors };
  }

  #node(index: number): YamlNode {
    const event = this.#events[index] as NodeEvent;
    const content = this.#layout.start[index] ?? 0;
    const end = this.#layout.end[index] ?? 0;
    const isAlias = event.type === EVENT_ID.ALIAS;
    const isScalar = event.type === EVENT_ID.SCALAR;
    const name = event.anchorStart < 0 ? null : this.#text.slice(event.anchorStart, event.anchorEnd);
    const hasTag = !isAlias && event.tagStart >= 0;
    const children = isAlias || isScalar ? NO_CHILDREN : this.#childrenOf(index);
    const style = this.#styleOf(event, children[0]);
    const node: YamlNode = {
      kind: isAlias ? "alias" : isScalar ? "scalar" : event.type === EVENT_ID.MAPPING ? "map" : "list",
      start: startOf(event, content),
      content,
      end,
      style,
      column: isScalar ? event.indent : -1,
      keepsBlankLines: isScalar && event.chomping === CHOMPING_MODE.KEEP && style === "block",
      value: isAlias ? (name ?? "") : isScalar ? getScalarValue(this.#text, event) : "",
      tag: hasTag ? this.#text.slice(event.tagStart, event.tagEnd) : null,
      anchor: isAlias ? null : name,
      children,
      target: isAlias ? (this.#anchors.get(name ?? "") ?? null) : null,
    };
    this.#hasAliases ||= isAlias;
    if (node.anchor !== null) {
      this.#repeatsAnchors ||= this.#anchors.has(node.anchor);
      this.#anchors.set(node.anchor, node);
    }
    return node;
  }

  #childrenOf(index: number): readonly YamlNode[] {
    const { close } = this.#layout;
    const children: YamlNode[] = [];
    for (let at = index + 1; at < (close[index] ?? 0); at = (close[at] ?? at) + 1) children.push(this.#node(at));
    return children;
  }

  #styleOf(event: NodeEvent, firstChild: YamlNode | undefined): YamlNode["style"] {
    if (event.type === EVENT_ID.ALIAS) return "plain";
    if (event.type === EVENT_ID.SCALAR) {
      if (event.style === SCALAR_STYLE.PLAIN) return "plain";
      return event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
        ? "quoted"
        : "block";
    }
    if (event.style !== COLLECTION_STYLE.FLOW) return "block";
    if (event.type === EVENT_ID.SEQUENCE) return "flow";
    // In `[{a: b}: c]` the bracket belongs to the key.
    return this.#text[event.start] === "{" && firstChild?.start !== event.start ? "flow" : "pair";
  }
}

const NO_CHILDREN: readonly YamlNode[] = [];

/** The `&` of the anchor or the `!` of the tag, whichever stands first. */
function startOf(event: NodeEvent, content: number): number {
  if (event.type === EVENT_ID.ALIAS) return content;
  const anchor = event.anchorStart < 0 ? content : event.anchorStart - 1;
  const tag = event.tagStart < 0 ? content : event.tagStart;
  return Math.min(content, anchor, tag);
}

/** What parts a key from its value: directly behind an alias, an anchor or a tag, a colon would be part of its name. */
export function colonAfter(key: YamlNode, name: string): ":" | " :" {
  return key.kind === "alias" || /(?:^|\s)[&!][^\s"']*$/.test(name) ? " :" : ":";
}
