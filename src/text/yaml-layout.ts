/** Where every event of a parsed file stands: extents, parents and keys. Built only for files that have findings. */

import type { MappingEvent, ScalarEvent, SequenceEvent } from "js-yaml";
import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { ParsedYaml, YamlEvent } from "./yaml-events.ts";
import { isMarker, nextLine } from "./yaml-events.ts";

/** The slot of a map's key. */
export const IS_KEY = -1;

/** Arrays by event index. */
export interface YamlLayout {
  /** Offset of the first character of a node, without its anchor and tag; of a POP's bracket. Never falls. */
  readonly start: Int32Array;
  /** Offset behind the last character of a node; block collections end with their last child. */
  readonly end: Int32Array;
  /** Index of the POP that closes a collection or document; a scalar's or alias' own index. */
  readonly close: Int32Array;
  /** Index of the collection or document that a node is in; -1 for a document. */
  readonly parent: Int32Array;
  /**
   * A sequence item's number, `IS_KEY` for a key, and for a map's value the index of its key;
   * a document's number, and for a POP the index of what it closes.
   */
  readonly slot: Int32Array;
  /** Index of the DOCUMENT event of every document. */
  readonly documents: readonly number[];
}

/** Lays out all events in one pass with a cursor, which finds what events have no offsets for. */
export function layOut(text: string, parsed: ParsedYaml): YamlLayout {
  const layout = new Layout(text, parsed);
  layout.run();
  return layout;
}

class Layout implements YamlLayout {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly close: Int32Array;
  readonly parent: Int32Array;
  readonly slot: Int32Array;
  readonly documents: number[] = [];
  private readonly text: string;
  private readonly parsed: ParsedYaml;
  /** Behind the last token that was met. */
  private cursor = 0;
  /** The end of the last node; differs from the cursor behind a block scalar with empty lines. */
  private lastEnd = 0;
  /** Open collections and documents, innermost last, with the key that waits for its value or the number of items. */
  private readonly open: number[] = [];
  private readonly pending: number[] = [];

  constructor(text: string, parsed: ParsedYaml) {
    this.text = text;
    this.parsed = parsed;
    const count = parsed.events.length;
    this.start = new Int32Array(count);
    this.end = new Int32Array(count);
    this.close = new Int32Array(count);
    this.parent = new Int32Array(count).fill(-1);
    this.slot = new Int32Array(count);
  }

  run(): void {
    const { events, broken } = this.parsed;
    let unread = 0;
    for (let index = 0; index < events.length; index++) {
      const event = events[index];
      if (event === undefined) return;
      if (event.type === EVENT_ID.POP) this.pop(index);
      else if (event.type !== EVENT_ID.DOCUMENT) this.node(index, event);
      else {
        this.slot[index] = this.documents.length;
        this.documents.push(index);
        const unreadable = events[index + 1]?.type === EVENT_ID.POP ? broken[unread++] : undefined;
        if (event.explicitStart) this.cursor = behindMarker(this.text, this.cursor, "-");
        this.place(index, unreadable?.start ?? this.cursor, unreadable?.end ?? this.cursor);
        this.push(index, 0);
      }
    }
  }

  private node(index: number, event: Exclude<YamlEvent, { type: 1 | 6 }>): void {
    const depth = this.open.length - 1;
    const parent = this.open[depth] ?? -1;
    const isMap = this.parsed.events[parent]?.type === EVENT_ID.MAPPING;
    const waiting = this.pending[depth] ?? 0;
    this.parent[index] = parent;
    this.slot[index] = waiting;
    if (!isMap) this.pending[depth] = waiting + 1;
    else this.pending[depth] = waiting === IS_KEY ? index : IS_KEY;

    if (event.type === EVENT_ID.ALIAS) {
      this.place(index, event.anchorStart - 1, event.anchorEnd);
    } else if (event.type === EVENT_ID.SCALAR) {
      if (event.valueStart < 0) this.emptyScalar(index, event);
      else this.scalar(index, event);
    } else {
      this.cursor = event.start;
      if (this.hasBrackets(index, event)) this.cursor++;
      this.start[index] = event.start;
      this.push(index, event.type === EVENT_ID.MAPPING ? IS_KEY : 0);
    }
  }

  private scalar(index: number, event: ScalarEvent): void {
    if (event.style === SCALAR_STYLE.PLAIN) this.place(index, event.valueStart, event.valueEnd);
    else if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      this.place(index, event.valueStart - 1, event.valueEnd + 1);
    } else {
      const mark = event.style === SCALAR_STYLE.LITERAL_BLOCK ? "|" : ">";
      const header = this.seek(Math.max(this.cursor, event.tagEnd, event.anchorEnd), mark);
      this.place(index, header, blockEnd(this.text, header, event));
      this.cursor = event.valueEnd;
    }
  }

  /** A node without text: behind its tag or anchor, its colon, its dash, or what stands before it. */
  private emptyScalar(index: number, event: ScalarEvent): void {
    let at = Math.max(event.tagEnd, event.anchorEnd);
    if (at < 0) {
      const parent = this.parent[index] ?? -1;
      const type = this.parsed.events[parent]?.type;
      at = this.cursor;
      if (type === EVENT_ID.SEQUENCE) at = this.seek(at, "-") + 1;
      else if (type === EVENT_ID.MAPPING) {
        const isKey = this.slot[index] === IS_KEY;
        const next = this.skipSeparators(at, isKey);
        if (isKey) at = this.text[next] === "?" ? next + 1 : next;
        else at = isColon(this.text, next) ? next + 1 : this.lastEnd;
      }
    }
    this.place(index, at, at);
  }

  private pop(index: number): void {
    const opened = this.open.pop() ?? 0;
    this.pending.pop();
    const event = this.parsed.events[opened];
    const hasBracket = event !== undefined && this.hasBrackets(opened, event);
    if (event?.type === EVENT_ID.DOCUMENT && event.explicitEnd) {
      this.cursor = behindMarker(this.text, this.cursor, ".");
    } else if (hasBracket) {
      this.cursor = this.skipSeparators(this.cursor, true) + 1;
      this.lastEnd = this.cursor;
    }
    this.end[opened] = this.lastEnd;
    this.close[opened] = index;
    this.start[index] = hasBracket ? this.lastEnd - 1 : this.lastEnd;
    this.end[index] = this.lastEnd;
    this.close[index] = index;
    this.parent[index] = this.parent[opened] ?? -1;
    this.slot[index] = opened;
  }

  private push(index: number, pending: number): void {
    this.open.push(index);
    this.pending.push(pending);
  }

  private place(index: number, start: number, end: number): void {
    this.start[index] = start;
    this.end[index] = end;
    this.close[index] = index;
    this.cursor = end;
    this.lastEnd = end;
  }

  /** A pair in a flow sequence, `[a: b]`, is a flow map without brackets; its key may start with one: `[{a: b}: c]`. */
  private hasBrackets(index: number, event: YamlEvent): event is MappingEvent | SequenceEvent {
    if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE) return false;
    if (event.style !== COLLECTION_STYLE.FLOW) return false;
    const c = this.text.charCodeAt(event.start);
    if (event.type === EVENT_ID.SEQUENCE) return c === 91;
    const key = this.parsed.events[index + 1];
    const keyIsAtStart = key !== undefined && "start" in key && key.start === event.start;
    return c === 123 && !keyIsAtStart;
  }

  /** The first `wanted` character from an offset on, comments left out. */
  private seek(from: number, wanted: string): number {
    for (let at = from; at < this.text.length; at++) {
      const c = this.text[at];
      if (c === wanted) return at;
      if (c === "#") at = nextLine(this.text, at) - 1;
    }
    return from;
  }

  /** The first character that is neither white space, nor in a comment, nor a comma if these are to be left out too. */
  private skipSeparators(from: number, withCommas: boolean): number {
    for (let at = from; at < this.text.length; at++) {
      const c = this.text.charCodeAt(at);
      if (c === 35) at = nextLine(this.text, at) - 1;
      else if (c !== 32 && c !== 9 && c !== 10 && c !== 13 && !(c === 44 && withCommas)) return at;
    }
    return from;
  }
}

/** The offset behind the first `---` or `...` at the start of a line. */
function behindMarker(text: string, from: number, mark: "-" | "."): number {
  let line = from;
  const before = text.charCodeAt(from - 1);
  const atLineStart = from === 0 || before === 10 || before === 13;
  if (!atLineStart) line = nextLine(text, from);
  for (; line < text.length; line = nextLine(text, line)) {
    const at = text.charCodeAt(line) === 0xfeff ? line + 1 : line;
    if (text[at] === mark && isMarker(text, at)) return at + 3;
  }
  return from;
}

/** The end of a block scalar without the line breaks that do not count. */
function blockEnd(text: string, header: number, event: ScalarEvent): number {
  let headerEnd = header + 1;
  while (/[-+0-9]/.test(text.charAt(headerEnd))) headerEnd++;
  if (event.valueEnd <= event.valueStart) return headerEnd;
  if (event.chomping === CHOMPING_MODE.KEEP) return event.valueEnd;
  if (event.indent < 0) return headerEnd;
  let end = event.valueEnd;
  for (;;) {
    const bare = withoutBreak(text, end);
    let start = bare;
    while (start > event.valueStart && !isBreak(text.charCodeAt(start - 1))) start--;
    let column = 0;
    while (start + column < bare && text.charCodeAt(start + column) === 32) column++;
    const isEmpty = start + column === bare && column <= event.indent;
    if (!isEmpty) return bare;
    if (start <= event.valueStart) return headerEnd;
    end = start;
  }
}

/** Whether a colon ends a key, and does not start a text such as `:a`. */
function isColon(text: string, at: number): boolean {
  return text.charAt(at) === ":" && (at + 1 === text.length || " \t\r\n,]}".includes(text.charAt(at + 1)));
}

function withoutBreak(text: string, end: number): number {
  if (text.charCodeAt(end - 1) === 10) return text.charCodeAt(end - 2) === 13 ? end - 2 : end - 1;
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}
