/** Flow collections on one line in canonical spacing: `{ a: 1, b: [x, y] }`. */

import { type Canon, canonicalOrder, type Pair, pairsOf } from "./yaml-order.ts";
import { colonAfter, type YamlNode, type YamlTree } from "./yaml-tree.ts";

/** The source of a flow collection; as it is written where it spans lines or holds something unusual. */
export function flowText(text: string, node: YamlNode, canon: Canon | null, tree: YamlTree): string {
  const source = text.slice(node.content, node.end);
  if (source.includes("\n")) return source;
  return new FlowPrinter(text, tree).collection(node, canon) ?? source;
}

class FlowPrinter {
  readonly #text: string;
  readonly #tree: YamlTree;

  constructor(text: string, tree: YamlTree) {
    this.#text = text;
    this.#tree = tree;
  }

  /** Null where the collection cannot be written anew: pairs without brackets, keys with a question mark, empty values. */
  collection(node: YamlNode, canon: Canon | null): string | null {
    if (node.style !== "flow") return null;
    return node.kind === "list" ? this.#list(node, canon) : this.#map(node, canon);
  }

  #list(node: YamlNode, canon: Canon | null): string | null {
    const items = node.children.map((item) => this.#value(item, canon?.items() ?? null));
    if (!this.#separated(node, node.children) || !items.every((item) => item !== null)) return null;
    return `[${items.join(", ")}]`;
  }

  #map(node: YamlNode, canon: Canon | null): string | null {
    const pairs = pairsOf(node);
    if (pairs.length === 0) return "{}";
    const ends = pairs.map(({ key, value }) => ({ start: key.start, end: value.end }));
    const entries = pairs.map((pair) => this.#entry(pair, canon));
    if (!this.#separated(node, ends) || !entries.every((entry) => entry !== null)) return null;
    const order = canonicalOrder(pairs, canon, this.#tree);
    return `{ ${order.map((index) => entries[index]).join(", ")} }`;
  }

  #entry({ key, value }: Pair, canon: Canon | null): string | null {
    const between = this.#text.slice(key.end, value.start);
    if (key.start === key.end || key.kind === "map" || key.kind === "list") return null;
    const name = this.#text.slice(key.start, key.end);
    if (value.start === value.end) return between === "" ? name : null;
    if (between.trim() !== ":") return null;
    const written = this.#value(value, canon?.below(key.value) ?? null);
    return written === null ? null : `${name}${colonAfter(key, name)} ${written}`;
  }

  #value(node: YamlNode, canon: Canon | null): string | null {
    if (node.start === node.end) return null;
    if (node.kind === "scalar" || node.kind === "alias") return this.#text.slice(node.start, node.end);
    const written = this.collection(node, canon);
    return written === null ? null : this.#text.slice(node.start, node.content) + written;
  }

  /** Whether nothing but commas and white space stands between the entries. */
  #separated(node: YamlNode, entries: readonly { readonly start: number; readonly end: number }[]): boolean {
    let from = node.content + 1;
    for (const [index, { start, end }] of entries.entries()) {
      if (this.#text.slice(from, start).trim() !== (index === 0 ? "" : ",")) return false;
      from = end;
    }
    const rest = this.#text.slice(from, node.end - 1).trim();
    return rest === "" || (rest === "," && entries.length > 0);
  }
}
