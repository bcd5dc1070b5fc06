/** The suppression comments of a YAML file, and the lines they speak of. */

import { EVENT_ID, SCALAR_STYLE } from "js-yaml";
import { LineIndex } from "./source.ts";
import { type SuppressionWords, suppressionWords } from "./suppression-words.ts";
import { MAX_YAML_BYTES } from "./yaml.ts";
import { parseDocuments } from "./yaml-events.ts";

/** A suppression comment in its file. */
export interface SuppressionComment extends SuppressionWords {
  /** The line it speaks of, from 1; null for a whole file, and where no line follows. */
  readonly line: number | null;
  /** What to take out so that the comment is gone: its whole line where it stands alone. */
  readonly removal: { readonly start: number; readonly end: number };
}

const MARK = "kpi-disable";

/**
 * The suppression comments of a file, in order. A hash sign inside a key, a text, a quotation or a block of text is
 * no comment; in a document that cannot be parsed nothing is. Never throws; a file without the word costs one search.
 */
export function suppressionComments(text: string): readonly SuppressionComment[] {
  if (!text.includes(MARK) || text.length > MAX_YAML_BYTES) return [];
  return new CommentReader(text).read();
}

interface Found {
  readonly line: number;
  readonly start: number;
  readonly words: SuppressionWords;
}

class CommentReader {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** Scalars and broken documents, in order; the third says whether it is a block of text. */
  readonly #covered: readonly (readonly [start: number, end: number, isBlock: boolean])[];

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    const { events, broken } = parseDocuments(text);
    const covered: (readonly [number, number, boolean])[] = broken.map(({ start, end }) => [start, end, false]);
    for (const event of events) {
      if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
      const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
      covered.push([event.valueStart, event.valueEnd, isBlock]);
    }
    this.#covered = covered.sort((a, b) => a[0] - b[0]);
  }

  read(): readonly SuppressionComment[] {
    const found: Found[] = [];
    for (let at = this.#text.indexOf(MARK); at >= 0; ) {
      const { line } = this.#lines.position(at);
      const start = this.#commentOn(line);
      const words = start < 0 ? null : suppressionWords(this.#text.slice(start, this.#endOf(line)).trimEnd(), start);
      if (words !== null) found.push({ line, start, words });
      at = this.#text.indexOf(MARK, this.#lines.offset(line + 1, 1));
    }
    const comments: SuppressionComment[] = [];
    // From the last one on, so that comments below each other are not walked through again and again.
    let below: { readonly line: number; readonly target: number | null } | null = null;
    for (const { line, start, words } of found.reverse()) {
      const target = this.#contentBelow(line, below);
      below = { line, target };
      const spoken = words.scope === "next-line" ? target : words.scope === "line" ? line : null;
      comments.push(commentOf(words, spoken, this.#removal(line, start)));
    }
    return comments.reverse();
  }

  /** The offset of the comment on a line; -1 where it has none. */
  #commentOn(line: number): number {
    const first = this.#startOf(line);
    const end = this.#endOf(line);
    for (let at = first; at < end; at++) {
      if (this.#text.charCodeAt(at) !== 35 || (at > first && !isBlank(this.#text.charCodeAt(at - 1)))) continue;
      const covering = this.#coveringEnd(at);
      if (covering === null) return at;
      at = covering - 1;
    }
    return -1;
  }

  /** The end of what covers an offset; null where it is free. */
  #coveringEnd(offset: number): number | null {
    const last = this.#lastCovered(offset);
    return last !== undefined && offset < last[1] ? last[1] : null;
  }

  #lastCovered(offset: number): readonly [start: number, end: number, isBlock: boolean] | undefined {
    let low = 0;
    let high = this.#covered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#covered[middle]?.[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#covered[low - 1];
  }

  /** The next line that holds more than a comment; `below` is the answer for a later line. */
  #contentBelow(line: number, below: { line: number; target: number | null } | null): number | null {
    for (let next = line + 1; next <= this.#lines.starts.length; next++) {
      const first = this.#firstVisible(next);
      if (first === this.#endOf(next)) continue;
      if (this.#commentOn(next) !== first) return next;
      if (next === below?.line) return below.target;
    }
    return null;
  }

  #removal(line: number, comment: number): { start: number; end: number } {
    const first = this.#startOf(line);
    let start = comment;
    while (start > first && isBlank(this.#text.charCodeAt(start - 1))) start--;
    if (start > first) return { start, end: this.#endOf(line) };
    let next = line + 1;
    const above = this.#lastCovered(first);
    if (above?.[2] === true && above[1] === first) {
      // A block of text above would take what follows as its own: empty lines, and a comment further to the right.
      while (this.#isEmpty(next)) next++;
      const below = this.#firstVisible(next);
      const isDeeper = below - this.#startOf(next) > comment - first;
      if (isDeeper && this.#commentOn(next) === below) return { start: comment + 1, end: this.#endOf(line) };
    }
    return { start, end: this.#lines.offset(next, 1) };
  }

  #isEmpty(line: number): boolean {
    return line <= this.#lines.starts.length && this.#firstVisible(line) === this.#endOf(line);
  }

  #firstVisible(line: number): number {
    let at = this.#startOf(line);
    const end = this.#endOf(line);
    while (at < end && isBlank(this.#text.charCodeAt(at))) at++;
    return at;
  }

  /** The first character of a line; a byte order mark is none. */
  #startOf(line: number): number {
    return line === 1 && this.#text.charCodeAt(0) === 0xfeff ? 1 : this.#lines.offset(line, 1);
  }

  /** The end of a line without its line break. */
  #endOf(line: number): number {
    let end = this.#lines.offset(line + 1, 1);
    const start = this.#startOf(line);
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
}

function commentOf(
  words: SuppressionWords,
  line: number | null,
  removal: { start: number; end: number },
): SuppressionComment {
  const { text, start, end, directive, scope, rules, reason, unmarked, until } = words;
  return { text, start, end, directive, scope, rules, reason, unmarked, until, line, removal };
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}
