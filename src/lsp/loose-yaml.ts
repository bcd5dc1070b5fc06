/** Reads a YAML text that may be half written: keys and their nesting, told by indentation and brackets alone. */

import type { KeyPath } from "../text/source.ts";
import { isMarker, nextLine } from "../text/yaml-events.ts";
import { FlowScan } from "./loose-flow.ts";
import { endOfLine, isBlankAt, keyAt, plainEnd, quotedEnd, skipBlanks, skipProperties } from "./loose-tokens.ts";
import type { Place, Spot } from "./spot.ts";

/** A key of one of the first two levels of a document; offsets in UTF-16 units. */
export interface LooseKey {
  readonly document: number;
  readonly path: KeyPath;
  readonly start: number;
  readonly end: number;
}

/** A block map or list that is open while lines are read. */
interface Frame {
  readonly kind: "map" | "list";
  /** Of its keys or dashes. */
  readonly column: number;
  readonly path: KeyPath;
  /** The keys of a map, the plain items of a list. */
  readonly names: string[];
  key: string;
  index: number;
  /** The last key or dash has no value yet. */
  isOpen: boolean;
}

/** How many levels of keys are listed. */
const LISTED_LEVELS = 2;

/** The keys of the first two levels, in order. Never throws. */
export function looseKeys(text: string): readonly LooseKey[] {
  const reader = new LooseReader(text, -1);
  reader.run();
  return reader.keys;
}

/** What is being written at an offset; null inside of texts and where nothing could stand. Never throws. */
export function spotAt(text: string, offset: number): Spot | null {
  const reader = new LooseReader(text, offset);
  reader.run();
  return reader.spot;
}

class LooseReader {
  readonly keys: LooseKey[] = [];
  spot: Spot | null = null;
  readonly #text: string;
  readonly #cursor: number;
  #frames: Frame[] = [];
  /** The frame whose names the spot shares. */
  #shared: Frame | null = null;
  #document = 0;
  #hasContent = false;

  constructor(text: string, cursor: number) {
    this.#text = text;
    this.#cursor = cursor;
  }

  run(): void {
    const start = this.#text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (let line = start; line <= this.#text.length; ) {
      const next = this.#line(line);
      const isDone = this.#cursor >= 0 && next > this.#cursor && !this.#isGathering();
      if (isDone || next <= line || (next === this.#text.length && !this.#endsWithBreak())) return;
      line = next;
    }
  }

  #endsWithBreak(): boolean {
    return isBreak(this.#text.charCodeAt(this.#text.length - 1));
  }

  /** Whether what follows the cursor still tells siblings of it. */
  #isGathering(): boolean {
    return this.#shared !== null && this.#frames.includes(this.#shared);
  }

  /** Reads from the start of a line; gives the start of the next one to read. */
  #line(start: number): number {
    const text = this.#text;
    const end = endOfLine(text, start);
    const next = nextLine(text, start);
    const first = skipBlanks(text, start, end);
    const column = first - start;
    if (first === end || text[first] === "#") {
      if (this.#isAt(start, end)) {
        if (this.#cursor > first) this.#comment(first, end);
        else this.#blank(this.#cursor - start);
      }
      return next;
    }
    if (column === 0 && (text[first] === "-" || text[first] === ".") && isMarker(text, first)) {
      if (this.#hasContent) this.#document++;
      this.#hasContent = text[first] === "-";
      this.#frames = [];
      return next;
    }
    this.#hasContent = true;
    return this.#content(first, column, end);
  }

  #content(first: number, left: number, end: number): number {
    const text = this.#text;
    let at = first;
    let column = left;
    while (text[at] === "-" && (at + 1 === end || isBlankAt(text, at + 1))) {
      const list = this.#dash(column);
      const inner = skipBlanks(text, at + 1, end);
      if (inner === end || text[inner] === "#") {
        if (this.#cursor > at && this.#isAt(at, Math.max(inner, at + 1))) {
          const gap = this.#cursor === at + 1 ? " " : "";
          this.#below(list, this.#cursor - at + column + gap.length, this.#cursor, this.#cursor, gap);
        }
        return nextLine(text, end);
      }
      column += inner - at;
      at = inner;
    }
    at = skipProperties(text, at, end);
    const key = keyAt(text, at, end);
    if (key === null) return this.#word(at, column, end);
    const frame = this.#key(key.name, column, key.start, key.end);
    const isKeyEdited = this.#isAt(key.start, key.end);
    if (isKeyEdited) this.#editKey(frame, key.start, key.end, column);
    else frame.names.push(key.name);
    return this.#valueOf(frame, key.colon, end);
  }

  /** The value behind the colon of a key. */
  #valueOf(frame: Frame, colon: number, end: number): number {
    const text = this.#text;
    const start = skipBlanks(text, colon + 1, end);
    const path = pathIn(frame);
    if (start === end || text[start] === "#") {
      const isEmpty = this.#cursor > colon && this.#isAt(colon, start);
      if (isEmpty && (start === end || this.#cursor < start)) {
        const gap = this.#cursor === colon + 1 ? " " : "";
        this.#put({ key: null, value: { path, names: [] }, from: this.#cursor, to: this.#cursor, gap });
      } else if (this.#isAt(start + 1, end)) this.#comment(start, end);
      return nextLine(text, end);
    }
    frame.isOpen = false;
    const at = skipProperties(text, start, end);
    return this.#scalar(at, end, frame.column, { path, names: [] });
  }

  /** A scalar or flow collection at an offset. */
  #scalar(at: number, end: number, column: number, value: Place): number {
    const text = this.#text;
    const c = text[at];
    if (c === "{" || c === "[") {
      const flow = new FlowScan(text, this.#cursor, value.path, column, (spot) => this.#put({ ...spot, isFlow: true }));
      const behind = flow.run(at);
      this.#list(flow.keys);
      return behind.isWhole ? this.#rest(behind.offset) : behind.offset;
    }
    if (c === '"' || c === "'") {
      const { offset, isClosed } = quotedEnd(text, at, column);
      if (this.#cursor > at && this.#isAt(at, isClosed ? offset - 1 : offset))
        this.#put({ key: null, value, from: at, to: offset, quote: c });
      return this.#rest(offset);
    }
    if (c === "|" || c === ">") return this.#block(at, end, column);
    const to = plainEnd(text, at, end);
    if (this.#isAt(at, to)) this.#put({ key: null, value, from: at, to });
    return this.#rest(to);
  }

  /** What follows a value on its line is a comment, or nothing that is understood. */
  #rest(from: number): number {
    const end = endOfLine(this.#text, from);
    const hash = this.#text.indexOf("#", from);
    if (hash >= 0 && hash < end && this.#isAt(hash + 1, end)) this.#comment(hash, end);
    return nextLine(this.#text, end);
  }

  /** Lines of a block scalar are further in than `column`; nothing is offered in them. */
  #block(at: number, end: number, column: number): number {
    if (this.#isAt(at, end)) return nextLine(this.#text, end);
    let line = nextLine(this.#text, end);
    while (line < this.#text.length) {
      const lineEnd = endOfLine(this.#text, line);
      const first = skipBlanks(this.#text, line, lineEnd);
      if (first < lineEnd && first - line <= column) break;
      // The cursor may have gone back to the column of the keys below a text.
      if (first === lineEnd && this.#isAt(line, lineEnd) && this.#cursor - line <= column) break;
      line = nextLine(this.#text, lineEnd);
    }
    return line;
  }

  /** A line without a key: an item, a value on a line of its own, or a key that has no colon yet. */
  #word(at: number, column: number, end: number): number {
    this.#settle(column);
    const top = this.#frames.at(-1);
    const to = plainEnd(this.#text, at, end);
    const isCollection = this.#text[at] === "{" || this.#text[at] === "[";
    if (top === undefined && isCollection) return this.#scalar(at, end, -1, { path: [], names: [] });
    if (top === undefined || !top.isOpen || top.column >= column) {
      if (this.#isAt(at, to)) this.#blank(column, at, to);
      return nextLine(this.#text, end);
    }
    const path = pathIn(top);
    top.isOpen = false;
    if (!this.#isAt(at, to) || /["'{[|>]/.test(this.#text.charAt(at))) {
      const names = top.kind === "list" ? top.names : [];
      const behind = this.#scalar(at, end, top.column, { path, names });
      if (!this.#isAt(at, to)) names.push(this.#text.slice(at, to).replace(/^(["'])(.*)\1$/, "$2"));
      return behind;
    }
    top.isOpen = true;
    this.#below(top, column, at, to, "");
    return nextLine(this.#text, end);
  }

  #dash(column: number): Frame {
    this.#settle(column);
    const top = this.#frames.at(-1);
    if (top?.kind === "list" && top.column === column) {
      top.index++;
      top.isOpen = true;
      return top;
    }
    return this.#push("list", column, top);
  }

  #key(name: string, column: number, start: number, end: number): Frame {
    this.#settle(column);
    if (this.#frames.at(-1)?.kind === "list" && this.#frames.at(-1)?.column === column) this.#frames.pop();
    const top = this.#frames.at(-1);
    const frame = top?.kind === "map" && top.column === column ? top : this.#push("map", column, top);
    frame.key = name;
    frame.isOpen = true;
    const path = pathIn(frame);
    if (path.length <= LISTED_LEVELS) this.#list([{ path, start, end }]);
    return frame;
  }

  #list(keys: readonly { readonly path: KeyPath; readonly start: number; readonly end: number }[]): void {
    for (const { path, start, end } of keys) this.keys.push({ document: this.#document, path, start, end });
  }

  #push(kind: Frame["kind"], column: number, parent: Frame | undefined): Frame {
    const path = parent === undefined ? [] : pathIn(parent);
    if (parent !== undefined) parent.isOpen = false;
    const frame: Frame = { kind, column, path, names: [], key: "", index: 0, isOpen: true };
    this.#frames.push(frame);
    return frame;
  }

  /** Closes what is further in than a column. */
  #settle(column: number): void {
    for (let top = this.#frames.at(-1); top !== undefined && top.column > column; top = this.#frames.at(-1))
      this.#frames.pop();
  }

  /** The cursor on an empty line, or on a word (`from` to `to`) that continues nothing. */
  #blank(column: number, from = this.#cursor, to = this.#cursor): void {
    this.#settle(column);
    const top = this.#frames.at(-1);
    if (top === undefined) {
      const root = this.#push("map", column, undefined);
      this.#put({ key: { path: [], names: root.names }, value: null, from, to }, root);
    } else if (top.column === column) this.#beside(top, from, to);
    else if (top.isOpen) this.#below(top, column, from, to, "");
  }

  /** Another key of a map, or another item of a list; a list may stand in the column of the map that it belongs to. */
  #beside(frame: Frame, from: number, to: number): void {
    if (frame.kind === "map") {
      if (!frame.isOpen) {
        this.#put({ key: { path: frame.path, names: frame.names }, value: null, from, to }, frame);
        return;
      }
      const value = { path: pathIn(frame), names: [] };
      this.#put({ key: { path: frame.path, names: frame.names }, value, from, to, needsDash: true }, frame);
      return;
    }
    const value = { path: [...frame.path, frame.index + 1], names: frame.names };
    const around = this.#frames.at(-2);
    const key = around?.column === frame.column ? { path: around.path, names: around.names } : null;
    this.#put({ key, value, from, to, needsDash: true }, key === null ? frame : (around ?? null));
  }

  /** What could be the value of a key or a dash: on its own line, or the first key of a map. */
  #below(frame: Frame, column: number, from: number, to: number, gap: string): void {
    const path = pathIn(frame);
    const names = frame.kind === "list" ? frame.names : [];
    const inner = this.#push("map", column, frame);
    this.#put({ key: { path, names: inner.names }, value: { path, names }, from, to, gap }, inner);
  }

  #editKey(frame: Frame, from: number, to: number, column: number): void {
    const quote = this.#text[from] === '"' || this.#text[from] === "'" ? this.#text.charAt(from) : null;
    this.#settle(column);
    this.#put({ key: { path: frame.path, names: frame.names }, value: null, from, to, hasColon: true, quote }, frame);
  }

  #comment(from: number, to: number): void {
    this.#put({ key: null, value: null, from, to, isComment: true });
  }

  #put(spot: Omit<Parameters<typeof spotOf>[0], "document">, shared: Frame | null = null): void {
    if (this.spot !== null) return;
    this.spot = spotOf({ document: this.#document, ...spot });
    this.#shared = shared;
  }

  #isAt(start: number, end: number): boolean {
    return this.#cursor >= start && this.#cursor <= end;
  }
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** The path of what the last key or dash of a frame holds. */
function pathIn(frame: Frame): KeyPath {
  return [...frame.path, frame.kind === "map" ? frame.key : frame.index];
}

function spotOf(given: Pick<Spot, "document" | "key" | "value" | "from" | "to"> & Partial<Spot>): Spot {
  return {
    document: given.document,
    key: given.key,
    value: given.value,
    from: given.from,
    to: given.to,
    gap: given.gap ?? "",
    quote: given.quote ?? null,
    hasColon: given.hasColon ?? false,
    needsDash: given.needsDash ?? false,
    isFlow: given.isFlow ?? false,
    isComment: given.isComment ?? false,
  };
}
