/** A last entry for a map of a document, such as `2026-09-30: 12` under the values of a metric. */

import { type Edit, lineEndOf } from "./edits.ts";
import type { KeyPath } from "./source.ts";
import { nextLine } from "./yaml-events.ts";
import { type Pair, pairsOf } from "./yaml-order.ts";
import { meansNextLine } from "./yaml-print.ts";
import { sameTrees } from "./yaml-same.ts";
import { nodeAt, nodesOf, type YamlNode, type YamlTree, yamlTrees } from "./yaml-tree.ts";
import { lineStartOf, triviaBetween } from "./yaml-trivia.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const USUAL_STEP = 2;
const NULLS: readonly string[] = ["", "~", "null", "Null", "NULL"];

/**
 * Puts an entry behind all others of the map at `path` ([] is the root of the document), in the style of that map; a
 * value that is empty becomes a map. `entry` is YAML without indentation, with line feeds and without one at its end;
 * an empty first line sets it apart from the entry above.
 *
 * Null where it cannot be done by adding to that place alone: there is no map, it is an alias or others are aliases of
 * it, it has the key already, or it is a flow map and the entry is not one line that means the same there.
 */
export function appendEntry(text: string, tree: YamlTree | undefined, path: KeyPath, entry: string): Edit | null {
  if (/\r(?!\n)/.test(text)) return null;
  const added = onlyPair(yamlTrees(entry)[0]?.root);
  if (added === null) return null;
  if (tree?.root == null) return path.length === 0 ? inEmptyText(text, entry) : null;
  const node = nodeAt(tree, path);
  if (node === null || isShared(tree, path)) return null;
  if (node.kind === "scalar") return belowKey(text, tree, path, node, entry);
  if (node.kind !== "map" || pairsOf(node).some(({ key }) => isSameKey(key, added.key))) return null;
  if (node.style === "block") return belowEntries(text, node, entry);
  return node.style === "flow" ? insideBraces(text, node, added, entry) : null;
}

function onlyPair(root: YamlNode | null | undefined): Pair | null {
  if (root?.kind !== "map") return null;
  const pairs = pairsOf(root);
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}

function isSameKey(a: YamlNode, b: YamlNode): boolean {
  return a.kind === "scalar" && b.kind === "scalar" && a.value === b.value;
}

/** Whether a change of the node at a path would show elsewhere too, through an alias of it or of what it is in. */
function isShared(tree: YamlTree, path: KeyPath): boolean {
  if (!tree.hasAliases || tree.root === null) return false;
  const holders = new Set(path.map((_, index) => nodeAt(tree, path.slice(0, index + 1))));
  for (const { target } of nodesOf(tree.root)) if (target !== null && holders.has(target)) return true;
  return false;
}

/** Behind the comments of a text that holds nothing else. */
function inEmptyText(text: string, entry: string): Edit | null {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  if (triviaBetween(text, start, text.length) === null) return null;
  const lines = linesOf(entry, 0, true);
  if (start === text.length) return insertion(start, `${lines.join("\n")}\n`);
  return insertLines(text, text.length, lines);
}

function belowEntries(text: string, map: YamlNode, entry: string): Edit | null {
  const column = columnOf(text, map.content);
  if (column === null) return null;
  const first = lineBehind(text, map.end);
  const place = ownLinesEnd(text, first, column, true);
  // A blank line behind such a block of text would become part of it.
  const isTight = lastOf(map).keepsBlankLines && place === first;
  return insertLines(text, place, linesOf(entry, column, isTight));
}

/** The entry becomes the only one of a key that has no value. */
function belowKey(text: string, tree: YamlTree, path: KeyPath, value: YamlNode, entry: string): Edit | null {
  const isPlainNull = value.style === "plain" && NULLS.includes(value.value);
  const parent = nodeAt(tree, path.slice(0, -1));
  const key = pairsIn(parent).find((pair) => pair.value === value)?.key;
  if (!isPlainNull || value.tag !== null || value.anchor !== null || key === undefined || parent?.style !== "block")
    return null;
  const column = columnOf(text, parent.content);
  const between = text.slice(key.end, value.start);
  if (column === null || !/^[ \t]*:[ \t]*$/.test(between)) return null;
  const behindColon = key.end + between.trimEnd().length;
  const first = lineBehind(text, value.end);
  const place = ownLinesEnd(text, first, column, false);
  const lines = linesOf(entry, column + stepOf(text, tree), true);
  if (value.end === behindColon) return insertLines(text, place, lines);
  const inserted = insertLines(text, place, lines);
  const comment = text.slice(value.end, first).trim();
  const head = comment === "" ? "" : ` ${comment}`;
  const lineEnd = text[first - 1] === "\n" ? lineEndOf(text) : "";
  return { start: behindColon, end: place, text: head + lineEnd + text.slice(first, place) + inserted.text };
}

function pairsIn(node: YamlNode | null): readonly Pair[] {
  return node?.kind === "map" ? pairsOf(node) : [];
}

function insideBraces(text: string, map: YamlNode, added: Pair, entry: string): Edit | null {
  if (!meansTheSameInBraces(added, entry)) return null;
  const last = pairsOf(map).at(-1);
  if (last === undefined) {
    const space = /\s/.test(text.charAt(map.content + 1)) ? "" : " ";
    return insertion(map.content + 1, ` ${entry}${space}`);
  }
  const at = last.value.end;
  const line = lineStartOf(text, last.key.start);
  const indent = text.slice(line, last.key.start);
  if (!/^ *$/.test(indent)) return insertion(at, `, ${entry}`);
  // Every entry stands on a line of its own, and so does this one.
  const next = `${lineEndOf(text)}${indent}${entry}`;
  const comma = /^[ \t]*,/.exec(text.slice(at, nextLine(text, at)))?.[0] ?? "";
  const rest = text.slice(at + comma.length, nextLine(text, at)).trimEnd();
  const isWholeLine = rest === "" || rest.trimStart().startsWith("#");
  if (comma === "") {
    if (!isWholeLine) return insertion(at, `,${next}`);
    return { start: at, end: at + rest.length, text: `,${rest}${next}` };
  }
  const behind = at + comma.length;
  return isWholeLine ? insertion(behind + rest.length, `${next},`) : insertion(behind, `${next},`);
}

/** Whether an entry of a block map is one line that a flow map reads in the same way. */
function meansTheSameInBraces(added: Pair, entry: string): boolean {
  if (entry.includes("\n")) return false;
  const pair = onlyPair(yamlTrees(`{ ${entry} }`)[0]?.root);
  return pair !== null && sameTrees(asTrees(added), asTrees(pair));
}

function asTrees({ key, value }: Pair): readonly YamlTree[] {
  return [key, value].map((root) => ({ root, hasAliases: false, repeatsAnchors: false }));
}

/**
 * Where the comments end that belong to the lines above them: those further in than `column`, and where `withSame`
 * those in it that no blank line parts from the lines above.
 */
function ownLinesEnd(text: string, from: number, column: number, withSame: boolean): number {
  let end = from;
  let isApart = false;
  for (let line = from; line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, nextLine(text, line)).trimEnd();
    const at = content.search(/\S/);
    if (at < 0) {
      isApart = true;
      continue;
    }
    const belongs = at > column || (withSame && at === column && !isApart);
    if (content[at] !== "#" || !belongs || meansNextLine(content.slice(at))) break;
    end = nextLine(text, line);
  }
  return end;
}

/** The start of the line behind a node; a node may end with its line. */
function lineBehind(text: string, end: number): number {
  return end > 0 && text[end - 1] === "\n" ? end : nextLine(text, end);
}

/** The column of a block map from 0; null where something else than the dashes of lists stands before it. */
function columnOf(text: string, offset: number): number | null {
  const before = text.slice(lineStartOf(text, offset), offset);
  const mark = offset === before.length && before.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return /^ *(?:- +)*$/.test(before.slice(mark)) ? before.length - mark : null;
}

/** By how many columns the maps of a document are indented, told by the first inside another. */
function stepOf(text: string, { root }: YamlTree): number {
  for (const node of root === null ? [] : nodesOf(root)) {
    if (node.kind !== "map" || node.style !== "block") continue;
    const column = columnOf(text, node.content);
    for (const { value } of pairsOf(node)) {
      const inner = value.kind === "map" && value.style === "block" ? columnOf(text, value.content) : null;
      if (column !== null && inner !== null && inner > column) return inner - column;
    }
  }
  return USUAL_STEP;
}

/** The scalar or flow collection that a node ends with. */
function lastOf(node: YamlNode): YamlNode {
  const last = node.style === "block" ? node.children.at(-1) : undefined;
  return last === undefined ? node : lastOf(last);
}

/** The lines of an entry, indented; those that are empty at its start are left out where it is `tight`. */
function linesOf(entry: string, column: number, tight: boolean): readonly string[] {
  const lines = entry.split("\n");
  while (tight && lines[0] === "") lines.shift();
  return lines.map((line) => (line === "" ? "" : " ".repeat(column) + line));
}

/** Puts lines at the start of a line, or behind the last one where that has no line end; then none is added. */
function insertLines(text: string, place: number, lines: readonly string[]): Edit {
  const lineEnd = lineEndOf(text);
  const written = lines.join(lineEnd);
  const isLineStart = place === 0 || text[place - 1] === "\n";
  return insertion(place, isLineStart ? written + lineEnd : lineEnd + written);
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
