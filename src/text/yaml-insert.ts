/** A first entry for the map of a document, such as `version: 1`. */

import { type Edit, lineEndOf } from "./edits.ts";
import { meansNextLine } from "./yaml-print.ts";
import type { YamlNode, YamlTree } from "./yaml-tree.ts";
import { lineStartOf } from "./yaml-trivia.ts";

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Puts an entry before all others: below the comments of the file, above those of the first key. Null where the
 * document is no map with a key, or has no line to put it on.
 */
export function insertFirst(text: string, tree: YamlTree | undefined, entry: string): Edit | null {
  const root = tree?.root;
  const key = root?.children[0];
  if (root == null || key === undefined || root.kind !== "map") return null;
  return root.style === "block" ? aboveFirstLine(text, root, entry) : insideBrackets(text, key, entry);
}

function aboveFirstLine(text: string, root: YamlNode, entry: string): Edit | null {
  const line = lineStartOf(text, root.content);
  const start = text.charCodeAt(line) === BYTE_ORDER_MARK ? line + 1 : line;
  const indent = text.slice(start, root.content);
  if (/[^ ]/.test(indent)) return null;
  const at = placeAbove(text, line);
  const place = at === line ? start : text.charCodeAt(at) === BYTE_ORDER_MARK ? at + 1 : at;
  return { start: place, end: place, text: `${indent}${entry}${lineEndOf(text)}` };
}

/** The line of the first key, or the first of the comments directly above it, unless these open the file. */
function placeAbove(text: string, first: number): number {
  let attached = first;
  let meansFirst = false;
  let isApart = false;
  for (let line = first; line > 0; ) {
    line = lineStartOf(text, line - 1);
    const content = text.slice(line, text.indexOf("\n", line)).trim();
    if (content === "") isApart = true;
    else if (!content.startsWith("#")) break;
    else if (isApart) return attached;
    else {
      attached = line;
      meansFirst ||= meansNextLine(content);
    }
  }
  return meansFirst ? attached : first;
}

function insideBrackets(text: string, key: YamlNode, entry: string): Edit {
  const written = text[key.start] === '"' ? entry.replace(/^[^:]+/, '"$&"') : entry;
  const before = text.slice(lineStartOf(text, key.start), key.start);
  const gap = before.trim() === "" ? `,${lineEndOf(text)}${before}` : ", ";
  return { start: key.start, end: key.start, text: written + gap };
}
