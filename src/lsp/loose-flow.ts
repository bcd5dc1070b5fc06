/** Half-written maps and lists in braces and brackets. */

import type { KeyPath } from "../text/source.ts";
import { closingQuote, endOfLine, isBlankAt, skipBlanks } from "./loose-tokens.ts";
import type { Spot } from "./spot.ts";

interface FlowFrame {
  readonly kind: "map" | "list";
  readonly path: KeyPath;
  /** The keys of a map, the plain items of a list. */
  readonly names: string[];
  /** Null while a key is read. */
  key: string | null;
  index: number;
  /** Where the word that is read begins and ends; -1 before its first character. */
  from: number;
  to: number;
  quote: string | null;
  /** The word that is read is the one at the cursor. */
  isEdited: boolean;
}

type Told = Pick<Spot, "key" | "value" | "from" | "to"> & Partial<Omit<Spot, "document">>;

interface FlowKey {
  readonly path: KeyPath;
  readonly start: number;
  readonly end: number;
}

/** Keys deeper than this are not listed. */
const LISTED_LEVELS = 2;

/** Reads one collection from its opening bracket on; lines that are no further in than `column` end it. */
export class FlowScan {
  readonly keys: FlowKey[] = [];
  readonly #text: string;
  readonly #cursor: number;
  readonly #path: KeyPath;
  readonly #column: number;
  readonly #tell: (spot: Told) => void;
  readonly #open: FlowFrame[] = [];
  #told: { key: Told["key"]; value: Told["value"]; from: number; quote: string | null } | null = null;
  /** What was told can no longer change. */
  #isDone = false;

  constructor(text: string, cursor: number, path: KeyPath, column: number, tell: (spot: Told) => void) {
    this.#text = text;
    this.#cursor = cursor;
    this.#path = path;
    this.#column = column;
    this.#tell = tell;
  }

  /** The offset behind the closing bracket, or of the line that cannot belong to it. */
  run(start: number): { readonly offset: number; readonly isWhole: boolean } {
    const text = this.#text;
    let at = start;
    while (at < text.length) {
      if (at === this.#cursor && this.#open.length > 0) this.#note();
      const c = text.charAt(at);
      if (c === "{" || c === "[") this.#enter(c);
      else if (c === "}" || c === "]") {
        this.#finish(false);
        this.#open.pop();
        if (this.#open.length === 0) return { offset: at + 1, isWhole: true };
        this.#endValue();
      } else if (c === ",") this.#next();
      else if (c === ":" && this.#endsKey(at)) this.#finish(true);
      else if (c === '"' || c === "'") {
        at = this.#quotation(at);
        continue;
      } else if (c === "#" && (isBlankAt(text, at - 1) || isBreak(text.charCodeAt(at - 1)))) {
        at = endOfLine(text, at);
        continue;
      } else if (isBreak(text.charCodeAt(at))) {
        const line = c === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
        if (!this.#belongs(line)) {
          this.#finish(false);
          return { offset: line, isWhole: false };
        }
      } else if (!isBlankAt(text, at)) this.#letter(at);
      at++;
    }
    if (at === this.#cursor && this.#open.length > 0) this.#note();
    this.#finish(false);
    return { offset: at, isWhole: false };
  }

  #enter(c: string): void {
    const above = this.#open.at(-1);
    const path = above === undefined ? this.#path : valuePath(above);
    const kind = c === "{" ? "map" : "list";
    this.#open.push({ kind, path, names: [], key: null, index: 0, from: -1, to: -1, quote: null, isEdited: false });
  }

  #letter(at: number): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    if (top.from < 0) top.from = at;
    top.to = at + 1;
  }

  #quotation(at: number): number {
    const top = this.#open.at(-1);
    const end = endOfLine(this.#text, at);
    if (top === undefined || top.from >= 0) {
      this.#letter(at);
      return at + 1;
    }
    const close = closingQuote(this.#text, at, end);
    const behind = close < 0 ? unclosedEnd(this.#text, at, end) : close + 1;
    top.from = at;
    top.to = behind;
    top.quote = this.#text.charAt(at);
    if (this.#cursor > at && this.#cursor < behind + (close < 0 ? 1 : 0)) this.#note();
    return behind;
  }

  /** Remembers what the cursor stands in; it is told when the word is read to its end. */
  #note(): void {
    const top = this.#open.at(-1);
    if (top === undefined || this.#told !== null) return;
    const isKey = top.kind === "map" && top.key === null;
    const isAtWord = top.from >= 0 && (top.to === this.#cursor || top.quote !== null || this.#goesOn());
    // A whole value before the cursor and a space between: nothing can be written there.
    if (top.from >= 0 && !isAtWord) return;
    top.isEdited = true;
    this.#told = {
      key: isKey ? { path: top.path, names: top.names } : null,
      value: isKey ? null : { path: valuePath(top), names: top.kind === "list" ? top.names : [] },
      from: isAtWord ? top.from : this.#cursor,
      quote: isAtWord ? top.quote : null,
    };
  }

  /** Whether what stands before the cursor is the beginning of a text of several words. */
  #goesOn(): boolean {
    const end = endOfLine(this.#text, this.#cursor);
    return !/^(?:[,}\]#:]|$)/.test(this.#text.slice(this.#cursor, end).trimStart());
  }

  /** The word is read to its end. */
  #finish(hasColon: boolean): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    const isQuoted = top.quote !== null;
    const word = top.from < 0 ? "" : this.#text.slice(top.from, top.to);
    const name = isQuoted ? word.slice(1, word.endsWith(top.quote ?? "") && word.length > 1 ? -1 : undefined) : word;
    if (top.isEdited) this.#tellNow(top, hasColon);
    else if (name !== "" && (hasColon || top.kind === "list")) top.names.push(name);
    if (hasColon) {
      top.key = name;
      const path = valuePath(top);
      if (path.length <= LISTED_LEVELS) this.keys.push({ path, start: top.from, end: top.to });
    }
    top.from = -1;
    top.to = -1;
    top.quote = null;
    top.isEdited = false;
  }

  #tellNow(top: FlowFrame, hasColon: boolean): void {
    const told = this.#told;
    if (told === null || this.#isDone) return;
    this.#isDone = true;
    const to = Math.max(top.to, this.#cursor);
    const gap = told.value !== null && this.#text.charAt(told.from - 1) === ":" ? " " : "";
    this.#tell({ key: told.key, value: told.value, from: told.from, to, gap, quote: told.quote, hasColon });
  }

  #next(): void {
    this.#finish(false);
    const top = this.#open.at(-1);
    if (top === undefined) return;
    top.key = null;
    top.index++;
  }

  /** A value that was a collection is read. */
  #endValue(): void {
    const top = this.#open.at(-1);
    if (top !== undefined) top.to = -1;
  }

  #endsKey(at: number): boolean {
    const top = this.#open.at(-1);
    if (top?.kind !== "map" || top.key !== null) return false;
    const after = this.#text.charCodeAt(at + 1);
    return (
      top.quote !== null ||
      Number.isNaN(after) ||
      after === 32 ||
      after === 9 ||
      isBreak(after) ||
      after === 44 ||
      after === 125
    );
  }

  /** Whether a line can be a part of the collection. */
  #belongs(line: number): boolean {
    const end = endOfLine(this.#text, line);
    const first = skipBlanks(this.#text, line, end);
    const isCursorThere = this.#cursor >= line && this.#cursor <= end;
    if (first === end) return !isCursorThere || this.#cursor - line > this.#column;
    return first - line > this.#column || /[}\]]/.test(this.#text.charAt(first));
  }
}

function valuePath(frame: FlowFrame): KeyPath {
  return [...frame.path, frame.kind === "map" ? (frame.key ?? "") : frame.index];
}

/** Where a quotation without its end may stop: before what could follow it. */
function unclosedEnd(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) if (",}]".includes(text.charAt(at))) return at;
  return end;
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}
