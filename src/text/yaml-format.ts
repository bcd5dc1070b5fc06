/** The canonical layout of a YAML text. Values, quotes and comments stay; order, indentation and blank lines change. */

import { lineEndOf } from "./edits.ts";
import { readYaml, type YamlProblem } from "./yaml.ts";
import { documentStarts, isMarker, nextLine } from "./yaml-events.ts";
import { flowText } from "./yaml-flow.ts";
import type { Canon } from "./yaml-order.ts";
import { collapsed, meansNextLine, printBlock } from "./yaml-print.ts";
import { sameTrees } from "./yaml-same.ts";
import { type YamlNode, type YamlTree, yamlTrees } from "./yaml-tree.ts";
import { commentsOf, lineStartOf, type OwnLine, triviaBetween } from "./yaml-trivia.ts";

/** A formatted text, or why there is none. */
export type Formatted =
  | { readonly ok: true; readonly text: string }
  /** The text cannot be read without doubt. */
  | { readonly ok: false; readonly reason: "problem"; readonly problem: YamlProblem }
  /** The new text would not mean the same; only a mistake in this tool can cause it. */
  | { readonly ok: false; readonly reason: "unsafe" };

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Formats all documents of a text; never throws. A text that is canonical comes back as it is.
 *
 * Left as they are written: documents with keys behind a question mark or a value that is no collection at their root,
 * flow collections over several lines, and files with carriage returns that end no line or byte order marks inside.
 */
export function formatYaml(text: string, canon: Canon | null): Formatted {
  const problem = readYaml(text).problems[0];
  if (problem !== undefined) return { ok: false, reason: "problem", problem };
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  const lineEnd = lineEndOf(text);
  const source = text.slice(mark.length).replaceAll("\r\n", "\n");
  if (/[\r\uFEFF]/.test(source)) return { ok: true, text };
  const starts = [...new Set(documentStarts(source))].filter((start) => start === 0 || start < source.length);
  const pieces = starts.map((start, index) => source.slice(start, starts[index + 1]));
  const formatted = pieces.map((piece, index) => formatPiece(piece, canon, index === pieces.length - 1)).join("");
  if (!meansTheSame(source, formatted)) return { ok: false, reason: "unsafe" };
  return { ok: true, text: mark + (lineEnd === "\n" ? formatted : formatted.replaceAll("\n", lineEnd)) };
}

function meansTheSame(before: string, after: string): boolean {
  if (before === after) return true;
  const old = yamlTrees(before);
  const now = yamlTrees(after);
  if (!sameTrees(old, now)) return false;
  const comments = [...commentsOf(after, now)].sort();
  const expected = [...commentsOf(before, old)].sort();
  return comments.length === expected.length && comments.every((text, index) => text === expected[index]);
}

/** Formats one document with its markers and directives; `piece` holds no other. */
function formatPiece(piece: string, canon: Canon | null, isLast: boolean): string {
  const trees = yamlTrees(piece).filter(({ root }) => root !== null);
  const tree = trees[0];
  if (tree?.root == null || trees.length !== 1) return piece;
  const { root } = tree;
  if (root.kind !== "map" && root.kind !== "list") return piece;
  if (root.style !== "block") {
    return piece.slice(0, root.content) + flowText(piece, root, canon, tree) + piece.slice(root.end);
  }
  return root.start === root.content ? (formatRoot(piece, root, tree, canon, isLast) ?? piece) : piece;
}

function formatRoot(
  piece: string,
  root: YamlNode,
  tree: YamlTree,
  canon: Canon | null,
  isLast: boolean,
): string | null {
  const opening = markersEnd(piece, root.content);
  const closing = markerBehind(piece, root.end);
  const before = triviaBetween(piece, opening, root.content);
  const after = triviaBetween(piece, root.end, closing);
  if (before === null || after === null) return null;
  const { header, above } = split(before.lines);
  const printed = printBlock(piece, tree, root, above, after, canon);
  if (printed === null) return null;
  const top = collapsed(header, true);
  const rest = collapsed(after.lines, printed.open);
  while (rest.at(-1) === "" && (isLast || closing < piece.length)) rest.pop();
  const lines = [...top, ...printed.lines, ...rest];
  return `${piece.slice(0, opening)}${lines.join("\n")}\n${piece.slice(closing)}`;
}

/** The offset behind the last directive or `---` above the root. */
function markersEnd(piece: string, root: number): number {
  let end = 0;
  for (let line = 0; line < root; line = nextLine(piece, line)) {
    if (piece[line] === "%" || (isMarker(piece, line) && (piece[line] === "-" || piece[line] === ".")))
      end = nextLine(piece, line);
  }
  return end;
}

/** The offset of the `...` behind the root, or the end. */
function markerBehind(piece: string, from: number): number {
  const first = lineStartOf(piece, from) === from ? from : nextLine(piece, from);
  for (let line = first; line < piece.length; line = nextLine(piece, line)) {
    if (piece[line] === "." && isMarker(piece, line)) return line;
  }
  return piece.length;
}

/**
 * The comments of the file, which stay at its top, and those of the first key, which move with it: the ones directly
 * above it, unless they are the first lines of the file.
 */
function split(lines: readonly OwnLine[]): { header: OwnLine[]; above: OwnLine[] } {
  const blank = lines.findLastIndex(({ text }) => text === "");
  const attached = lines.slice(blank + 1);
  const belongsToFile =
    lines.slice(0, blank + 1).every(({ text }) => text === "") && !attached.some(({ text }) => meansNextLine(text));
  return belongsToFile ? { header: [...lines], above: [] } : { header: lines.slice(0, blank + 1), above: attached };
}
