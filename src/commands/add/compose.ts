/** The text of a definition file with one more goal, metric or KPI; everything else stays as it is. */

import { canonOf } from "../../definition/canonical.ts";
import { kpiSchema } from "../../definition/published.ts";
import { SCHEMA_URL } from "../../definition/urls.ts";
import { applyEdits, type Edit } from "../../text/edits.ts";
import { appendEntry } from "../../text/yaml-append.ts";
import { formatYaml } from "../../text/yaml-format.ts";
import { type Pair, pairsOf } from "../../text/yaml-order.ts";
import { nodeAt, type YamlNode, type YamlTree, yamlTrees } from "../../text/yaml-tree.ts";
import type { Addition } from "./facts.ts";
import { blockEntry, COLLECTIONS, flowEntry } from "./yaml.ts";

/** A text with an addition in it, and the document that it stands in; or why there is none. */
export type Composed =
  | { readonly ok: true; readonly text: string; readonly document: number }
  | { readonly ok: false; readonly reason: "unreadable" | "no-place" };

/** What a new file begins with. */
export const NEW_FILE = `# yaml-language-server: $schema=${SCHEMA_URL}\nversion: 1\n`;

/** Adds to a document, or where that is null to the first one that has the map, or has anything. */
export function compose(before: string, document: number | null, addition: Addition): Composed {
  const text = withVersion(before);
  const trees = yamlTrees(text);
  const index = document ?? documentFor(trees, COLLECTIONS[addition.kind]);
  const tree = trees[index];
  if (tree?.root == null) return { ok: false, reason: "unreadable" };
  const edit = editFor(text, tree, addition);
  return edit === null
    ? { ok: false, reason: "no-place" }
    : { ok: true, text: applyEdits(text, [edit]).text, document: index };
}

/** A file without anything but comments gets what every file begins with. */
function withVersion(text: string): string {
  if (text.trim() === "") return text.startsWith("\uFEFF") ? `\uFEFF${NEW_FILE}` : NEW_FILE;
  const trees = yamlTrees(text);
  if (trees.length > 1 || trees[0]?.root != null) return text;
  const edit = appendEntry(text, trees[0], [], "version: 1");
  return edit === null ? text : applyEdits(text, [edit]).text;
}

function documentFor(trees: readonly YamlTree[], collection: string): number {
  const having = trees.findIndex((tree) => nodeAt(tree, [collection]) !== null);
  return having >= 0
    ? having
    : Math.max(
        0,
        trees.findIndex(({ root }) => root !== null),
      );
}

function editFor(text: string, tree: YamlTree, { kind, id, definition }: Addition): Edit | null {
  const collection = COLLECTIONS[kind];
  const block = blockEntry(kind, id, definition);
  const flow = flowEntry(kind, id, definition);
  const map = nodeAt(tree, [collection]);
  if (map === null) {
    const section = `\n${collection}:\n${block.replace(/^(?=.)/gm, "  ")}`;
    return (
      inOrder(text, tree, collection, section) ??
      appendEntry(text, tree, [], section) ??
      appendEntry(text, tree, [], `${collection}: { ${flow} }`)
    );
  }
  const apart = isTight(text, map) ? "" : "\n";
  return appendEntry(text, tree, [collection], apart + block) ?? appendEntry(text, tree, [collection], flow);
}

/** Puts a new map before those that come later in canonical order; null where the file has another order. */
function inOrder(text: string, tree: YamlTree, collection: string, section: string): Edit | null {
  const canon = canonOf(kpiSchema());
  const isCanonical = (source: string): boolean => {
    const formatted = formatYaml(source, canon);
    return formatted.ok && formatted.text === source;
  };
  const keys = pairsIn(tree.root).map(({ key }) => key);
  const [own = 0, ...others] = canon.ranks([collection, ...keys.map(({ value }) => value)]) ?? [];
  const next = keys[others.findIndex((rank) => rank > own)];
  if (next === undefined || !isCanonical(text)) return null;
  // What stands above the next map, with the comments that belong to that taken off, is a file of its own.
  const above = text.slice(0, next.start).replace(/(?:[ \t]*#[^\n]*\n)+$/, "");
  const edit = appendEntry(above, yamlTrees(above)[0], [], section);
  return edit !== null && isCanonical(applyEdits(text, [edit]).text) ? edit : null;
}

function pairsIn(node: YamlNode | null): readonly Pair[] {
  return node?.kind === "map" ? pairsOf(node) : [];
}

/** Whether entries of several lines stand in a map without a blank line between any two. */
function isTight(text: string, map: YamlNode): boolean {
  const pairs = pairsIn(map);
  let isMet = false;
  for (const [index, { key, value }] of pairs.entries()) {
    const before = pairs[index - 1];
    if (before === undefined) continue;
    if (/\n[ \t\r]*\n/.test(text.slice(before.value.end, key.start))) return false;
    isMet ||= text.slice(before.key.start, value.end).trimEnd().split("\n").length > 2;
  }
  return isMet;
}
