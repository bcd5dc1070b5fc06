/** What stands between the nodes of a YAML text: comments, blank lines and white space. */

import { nextLine } from "./yaml-events.ts";
import { nodesOf, type YamlNode, type YamlTree } from "./yaml-tree.ts";

/** A comment on a line of its own with its column from 0, or a blank line: then the text is empty. */
export interface OwnLine {
  readonly column: number;
  readonly text: string;
}

/** Comments and blank lines between two places. Printers take from it what they have printed. */
export interface Trivia {
  /** The comment behind something on the same line. */
  trailing: string | null;
  lines: OwnLine[];
}

/** Reads the text between two offsets; null where there is anything else than comments and white space. */
export function triviaBetween(text: string, from: number, to: number): Trivia | null {
  const trivia: Trivia = { trailing: null, lines: [] };
  let line = isLineStart(text, from) ? from : -1;
  for (let at = from; at < to; ) {
    const c = text[at];
    if (c === " " || c === "\t" || c === "\r") {
      at++;
    } else if (c === "\n") {
      if (line >= 0) trivia.lines.push(BLANK);
      line = ++at;
    } else if (c === "#") {
      const next = Math.min(nextLine(text, at), to);
      const comment = text.slice(at, next).trimEnd();
      if (line < 0) trivia.trailing = comment;
      else trivia.lines.push({ column: at - line, text: comment });
      line = next;
      at = next;
    } else return null;
  }
  return trivia;
}

const BLANK: OwnLine = { column: 0, text: "" };

/** The first offset that holds neither white space nor a comment. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const c = text[at];
    if (c === "#") at = nextLine(text, at);
    else if (c === " " || c === "\t" || c === "\n") at++;
    else break;
  }
  return at;
}

/** The offset of the first character of the line that an offset is in; lines end with a line feed. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function isLineStart(text: string, offset: number): boolean {
  return lineStartOf(text, offset) === offset;
}

/** All comments of a text, in order, without those of documents that cannot be read. */
export function commentsOf(text: string, trees: readonly YamlTree[]): readonly string[] {
  const comments: string[] = [];
  let from = 0;
  for (const { root } of trees) {
    if (root === null) continue;
    for (const node of nodesOf(root)) {
      if (node.kind === "map" || node.kind === "list") continue;
      collect(text, from, node.content, comments);
      from = node.style === "block" ? headerComment(text, node, comments) : node.end;
    }
  }
  collect(text, from, text.length, comments);
  return comments;
}

function collect(text: string, from: number, to: number, comments: string[]): void {
  for (const match of text.slice(from, to).matchAll(/(?:^|[ \t\n,[\]{}])(#[^\n]*)/g))
    comments.push((match[1] ?? "").trimEnd());
}

/** The header of a block scalar may hold a comment; its lines never do. */
function headerComment(text: string, node: YamlNode, comments: string[]): number {
  const header = Math.min(nextLine(text, node.content), node.end);
  collect(text, node.content, header, comments);
  return node.end;
}
