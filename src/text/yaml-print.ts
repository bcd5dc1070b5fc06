/** Prints block collections anew from the source of their parts: order, indentation and blank lines are canonical. */

import { flowText } from "./yaml-flow.ts";
import { type Canon, canonicalOrder, type Pair, pairsOf } from "./yaml-order.ts";
import { colonAfter, type YamlNode, type YamlTree } from "./yaml-tree.ts";
import { lineStartOf, type OwnLine, skipTrivia, type Trivia, triviaBetween } from "./yaml-trivia.ts";

/** A piece of output. Blank lines behind an open one would become part of its last text. */
interface Printed {
  readonly lines: string[];
  readonly open: boolean;
}

/** An entry of a map with the comments and blank lines above it. */
interface Block extends Printed {
  readonly above: readonly OwnLine[];
}

/** Where a value stands: the output line it begins on, and the indentation of the entry it belongs to, now and before. */
interface Place {
  readonly first: string;
  readonly indent: number;
  readonly column: number;
}

const STEP = 2;
/** A comment that speaks of the line below it never stays behind. */
const NEXT_LINE = /^#+[ \t]*kpi-disable-next-line/;

/** Whether a comment speaks of the line below it. */
export function meansNextLine(comment: string): boolean {
  return NEXT_LINE.test(comment);
}

/**
 * The lines of a block collection at the left margin; null where something stands in it that has no canonical form,
 * such as `? key`. `above` are the lines over its first entry; what is printed is taken out of `after`.
 */
export function printBlock(
  text: string,
  tree: YamlTree,
  node: YamlNode,
  above: readonly OwnLine[],
  after: Trivia,
  canon: Canon | null,
): Printed | null {
  const printer = new BlockPrinter(text, tree);
  const printed = printer.collection(node, 0, above, after, canon);
  return printer.isSound ? printed : null;
}

class BlockPrinter {
  readonly #text: string;
  readonly #tree: YamlTree;
  /** Turns false where the text holds something that is not understood; what is printed then is of no use. */
  isSound = true;

  constructor(text: string, tree: YamlTree) {
    this.#text = text;
    this.#tree = tree;
  }

  collection(node: YamlNode, indent: number, above: readonly OwnLine[], after: Trivia, canon: Canon | null): Printed {
    if (node.kind === "map") return this.#map(node, indent, above, after, canon);
    return this.#list(node, indent, above, after, canon?.items() ?? null);
  }

  #map(node: YamlNode, indent: number, above: readonly OwnLine[], after: Trivia, canon: Canon | null): Printed {
    const pairs = pairsOf(node);
    const column = this.#columnOf(node.content);
    const blocks: Block[] = [];
    let lead = above;
    for (const [index, pair] of pairs.entries()) {
      const next = pairs[index + 1];
      const behind = next === undefined ? after : this.#between(pair.value.end, next.key.start);
      const { lines, open } = this.#entry(pair, indent, column, behind, canon);
      blocks.push({ above: lead, lines, open });
      if (next !== undefined) lead = behind.lines;
    }
    const order = canonicalOrder(pairs, canon, this.#tree);
    const sorted = order.flatMap((index) => blocks[index] ?? []);
    return this.#join(sorted, this.#ends(after, column), indent, canon?.spaced === true);
  }

  #entry({ key, value }: Pair, indent: number, column: number, after: Trivia, canon: Canon | null): Printed {
    const name = this.#text.slice(key.start, key.end);
    const colon = skipBlanks(this.#text, key.end);
    if (name === "" || name.includes("\n") || this.#text[colon] !== ":") this.isSound = false;
    const first = `${" ".repeat(indent)}${name}${colonAfter(key, name)}`;
    const below = key.kind === "scalar" ? (canon?.below(key.value) ?? null) : null;
    return this.#value(value, { first, indent, column }, colon + 1, after, below);
  }

  #list(node: YamlNode, indent: number, above: readonly OwnLine[], after: Trivia, canon: Canon | null): Printed {
    const column = this.#columnOf(node.content);
    const blocks: Block[] = [];
    let lead = above;
    let dash = node.content;
    for (const [index, item] of node.children.entries()) {
      if (this.#text[dash] !== "-") this.isSound = false;
      const isLast = index === node.children.length - 1;
      const nextDash = isLast ? -1 : skipTrivia(this.#text, item.end);
      const behind = isLast ? after : this.#between(item.end, nextDash);
      const { lines, open } = this.#item(item, indent, column, dash + 1, behind, canon);
      blocks.push({ above: lead, lines, open });
      if (!isLast) lead = behind.lines;
      dash = nextDash;
    }
    return this.#join(blocks, this.#ends(after, column), indent, false);
  }

  #item(node: YamlNode, indent: number, column: number, from: number, after: Trivia, canon: Canon | null): Printed {
    const first = `${" ".repeat(indent)}-`;
    if (!isBlock(node) || node.start !== node.content)
      return this.#value(node, { first, indent, column }, from, after, canon);
    const { trailing, lines: above } = this.#between(from, node.start);
    const { lines, open } = this.collection(node, indent + STEP, above, after, canon);
    const [head = "", ...rest] = lines;
    const stands = trailing === null && head.charAt(indent + STEP) !== "#";
    if (stands) return { lines: [`${first} ${head.slice(indent + STEP)}`, ...rest], open };
    return { lines: [first + comment(trailing), ...lines], open };
  }

  #value(node: YamlNode, place: Place, from: number, after: Trivia, canon: Canon | null): Printed {
    const { first, indent } = place;
    const before = this.#between(from, node.start);
    if (isBlock(node)) return this.#nested(node, place, before, after, canon);
    const tail = comment(after.trailing);
    after.trailing = null;
    if (node.start === node.end) return { lines: [first + tail], open: false };
    const [head = "", ...rest] = this.#inline(node, place, canon);
    const inner = " ".repeat(indent + STEP);
    const isBelow = this.#text.slice(from, node.start).includes("\n");
    const notes = before.lines.filter(({ text }) => text !== "").map(({ text }) => inner + text);
    const lines = isBelow
      ? [first + comment(before.trailing), ...notes, inner + head, ...rest]
      : [`${first} ${head}`, ...rest];
    lines.push((lines.pop() ?? "") + tail);
    return { lines, open: node.keepsBlankLines };
  }

  /** A block collection on the lines below its key, or below the dash where it has an anchor or a tag. */
  #nested(node: YamlNode, { first, indent }: Place, before: Trivia, after: Trivia, canon: Canon | null): Printed {
    let head = first;
    let above = before;
    if (node.start !== node.content) {
      const marks = /^[&!]\S*(?:[ \t]+[&!]\S*)?/.exec(this.#text.slice(node.start, node.content))?.[0] ?? "";
      above = this.#between(node.start + marks.length, node.content);
      head += ` ${marks.replace(/[ \t]+/g, " ")}`;
      if (before.trailing !== null || before.lines.length > 0) this.isSound = false;
    }
    const { lines, open } = this.collection(node, indent + STEP, above.lines, after, canon);
    return { lines: [head + comment(above.trailing), ...lines], open };
  }

  /** The source of everything that is no block collection, its later lines indented. */
  #inline(node: YamlNode, { indent, column }: Place, canon: Canon | null): readonly string[] {
    if (node.style === "block") return this.#blockScalar(node, indent);
    const marks = this.#text.slice(node.start, node.content);
    const isFlow = node.kind === "map" || node.kind === "list";
    const source = isFlow ? flowText(this.#text, node, canon, this.#tree) : this.#text.slice(node.content, node.end);
    const [head = "", ...rest] = (marks + source).split("\n");
    const inner = " ".repeat(indent + STEP);
    if (isFlow) return [head, ...rest.map((line) => shifted(line, indent - column))];
    return [head, ...rest.map((line) => (line.trim() === "" ? "" : inner + line.replace(/^[ \t]+/, "")))];
  }

  #blockScalar(node: YamlNode, indent: number): readonly string[] {
    const [head = "", ...rest] = this.#text.slice(node.start, node.end).split("\n");
    if (node.keepsBlankLines && rest.at(-1) === "") rest.pop();
    const digit = /^[|>][-+]?([1-9])/.exec(this.#text.slice(node.content))?.[1];
    const inner = " ".repeat(indent + (digit === undefined ? STEP : Number(digit)));
    const lines = rest.map((line) => {
      const isEmpty = /^ *$/.test(line) && (node.column < 0 || line.length <= node.column);
      return isEmpty ? "" : inner + line.slice(node.column);
    });
    return [head.trimEnd().replace(/[ \t]+#/, " #"), ...lines];
  }

  /** Entries below each other, with the lines that are left at the end of their collection. */
  #join(blocks: readonly Block[], ends: readonly OwnLine[], indent: number, spaced: boolean): Printed {
    const lines: string[] = [];
    let previous: Block | null = null;
    for (const block of blocks) {
      const isTight = previous === null || previous.open;
      const above = collapsed(block.above, isTight);
      const isLong = block.lines.length > 1 || (previous?.lines.length ?? 0) > 1;
      if (spaced && isLong && !isTight && !above.includes("")) lines.push("");
      lines.push(...indented(above, indent), ...block.lines);
      previous = block;
    }
    const open = previous?.open === true;
    lines.push(...indented(collapsed(ends, open), indent));
    return { lines, open: open && ends.length === 0 };
  }

  /** Takes the comments that stand in the column of a collection, or further in, behind its last entry. */
  #ends(after: Trivia, column: number): readonly OwnLine[] {
    let taken = 0;
    for (const [index, line] of after.lines.entries()) {
      if (line.text === "") continue;
      if (line.column < column || meansNextLine(line.text)) break;
      taken = index + 1;
    }
    return after.lines.splice(0, taken);
  }

  #between(from: number, to: number): Trivia {
    const trivia = triviaBetween(this.#text, from, to);
    if (trivia === null) this.isSound = false;
    return trivia ?? { trailing: null, lines: [] };
  }

  #columnOf(offset: number): number {
    return offset - lineStartOf(this.#text, offset);
  }
}

function isBlock(node: YamlNode): boolean {
  return (node.kind === "map" || node.kind === "list") && node.style === "block";
}

function comment(text: string | null): string {
  return text === null ? "" : ` ${text}`;
}

function indented(lines: readonly string[], indent: number): readonly string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line));
}

/** At most one blank line in a row, and none at the start where it is `tight`. */
export function collapsed(lines: readonly OwnLine[], tight: boolean): string[] {
  const kept: string[] = [];
  for (const { text } of lines) {
    const last = kept.at(-1);
    if (text === "" && (last === "" || (last === undefined && tight))) continue;
    kept.push(text);
  }
  return kept;
}

function shifted(line: string, by: number): string {
  if (line.trim() === "") return "";
  const spaces = line.length - line.replace(/^ +/, "").length;
  return " ".repeat(Math.max(0, spaces + by)) + line.slice(spaces);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
