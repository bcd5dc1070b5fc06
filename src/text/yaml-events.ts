/** Parses YAML to a flat list of events, and goes on behind a document that cannot be parsed. */

import type { Event } from "js-yaml";
import { EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { spacesBeforeClosers, withoutInnerTabs } from "./yaml-tolerance.ts";

export type YamlEvent = Event;

/** A document that could not be parsed: its extent, and what the parser said at which offset. */
export interface BrokenDocument {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly reason: string;
}

/**
 * Events of all documents, offsets into the whole text. A broken document is a DOCUMENT directly followed by its POP,
 * which never happens otherwise; the n-th of these belongs to `broken[n]`.
 */
export interface ParsedYaml {
  readonly events: YamlEvent[];
  readonly broken: readonly BrokenDocument[];
}

interface Failure {
  readonly offset: number;
  readonly reason: string;
}

/** Collections deeper than this are not read, so that every later recursion over values is bounded. */
export const MAX_DEPTH = 100;
const OPTIONS = { maxDepth: MAX_DEPTH };

/** Behind this many broken documents the rest of a file is left unread. */
const MAX_BROKEN = 200;
/** A file with a broken document is read again in pieces of whole documents, about this long. */
const WINDOW = 65_536;
const MAX_TOLERANT_PASSES = 8;

/** Never throws; the events of every document that can be parsed. */
export function parseDocuments(text: string): ParsedYaml {
  const parsed = parse(text);
  return isFailure(parsed) ? recover(text, parsed) : { events: parsed, broken: [] };
}

function parse(text: string): YamlEvent[] | Failure {
  try {
    return parseEvents(text, OPTIONS);
  } catch (error) {
    if (!(error instanceof YAMLException) || error.mark === undefined) throw error;
    return { offset: error.mark.position, reason: error.reason };
  }
}

function isFailure(parsed: YamlEvent[] | Failure): parsed is Failure {
  return !Array.isArray(parsed);
}

function recover(text: string, first: Failure): ParsedYaml {
  const cuts = documentStarts(text);
  const events: YamlEvent[] = [];
  const broken: BrokenDocument[] = [];
  let from = 0;
  while (from < text.length) {
    const to = cuts[lastAtOrBefore(cuts, from + WINDOW) + 1] ?? text.length;
    const isWhole = from === 0 && to === text.length;
    const rest = isWhole ? parseTolerantly(text, first) : parseTolerantly(text.slice(from, to));
    if (!isFailure(rest)) {
      append(events, rest, from);
      from = to;
      continue;
    }
    const { document, before } = firstBroken(text, cuts, from, { offset: rest.offset + from, reason: rest.reason });
    append(events, before, from);
    events.push(
      { type: EVENT_ID.DOCUMENT, explicitStart: false, explicitEnd: false, directives: [] },
      { type: EVENT_ID.POP },
    );
    from = broken.length + 1 === MAX_BROKEN ? text.length : document.end;
    broken.push({ start: document.start, end: from, offset: document.offset, reason: document.reason });
  }
  return { events, broken };
}

/** The first broken document behind `from`, told by a failure in it or later, and the events of the sound ones before. */
function firstBroken(
  text: string,
  cuts: readonly number[],
  from: number,
  seen: Failure,
): { document: BrokenDocument; before: YamlEvent[] } {
  let failure = seen;
  let limit = text.length + 1;
  for (;;) {
    // A quote or a bracket that is still open is noticed only at the marker that ends its document.
    const index = lastAtOrBefore(cuts, Math.min(failure.offset, limit - 1));
    const start = Math.max(cuts[index] ?? 0, from);
    const before = start === from ? [] : parseTolerantly(text.slice(from, start));
    if (!isFailure(before)) {
      const end = cuts[lastAtOrBefore(cuts, start) + 1] ?? text.length;
      return { document: { start, end, offset: Math.min(failure.offset, end), reason: failure.reason }, before };
    }
    failure = { offset: before.offset + from, reason: before.reason };
    limit = start;
  }
}

/**
 * Where documents can start: at every `---` and behind every `...`, directives and comments before a `---` included.
 * YAML allows these two at the start of a line nowhere else, so no scalar is ever cut.
 */
export function documentStarts(text: string): number[] {
  const starts = [0];
  let hasContent = false;
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const c = text.charCodeAt(line);
    if (c === 46 && isMarker(text, line)) {
      starts.push(nextLine(text, line));
      hasContent = false;
    } else if (c === 45 && isMarker(text, line)) {
      if (hasContent) starts.push(line);
      hasContent = true;
    } else if (!hasContent && c !== 37) {
      hasContent = !isBlankOrComment(text, line);
    }
  }
  return starts;
}

/** Whether `---` or `...` stands at an offset, which has to be the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) !== c || text.charCodeAt(at + 2) !== c) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === 32 || after === 9 || after === 10 || after === 13;
}

/** The start of the line behind the one that an offset is in; the length of the text where there is none. */
export function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10) return at + 1;
    if (c === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return text.length;
}

function isBlankOrComment(text: string, line: number): boolean {
  for (let at = line; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13 || c === 35) return true;
    if (c !== 32 && c !== 9 && c !== 0xfeff) return false;
  }
  return true;
}

function lastAtOrBefore(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Parses, and lets tabs stand around brackets, and a closing bracket at the indentation of its key:
 *
 *     stakeholders: [
 *       board
 *     ]
 *
 * The specification wants that bracket one column further in; most YAML tools and formatters do not.
 * So the parser gets the text with a space more before such brackets, and the events are moved back.
 */
function parseTolerantly(text: string, known?: Failure): YamlEvent[] | Failure {
  let parsed = known ?? parse(text);
  let source = text;
  let inserted: readonly number[] = [];
  for (let pass = 0; pass < MAX_TOLERANT_PASSES; pass++) {
    if (!isFailure(parsed) || parsed.reason !== "deficient indentation") break;
    const spaced = source === text ? withoutInnerTabs(text, parsed.offset) : null;
    const places = spaced === null ? spacesBeforeClosers(text, parsed.offset, inserted) : inserted;
    if (places === null) break;
    source = spaced ?? source;
    inserted = places;
    const padded = parse(insertSpaces(source, places));
    if (isFailure(padded)) parsed = { offset: moveBack(padded.offset, places), reason: padded.reason };
    else parsed = moveEvents(padded, (offset) => moveBack(offset, places));
  }
  return parsed;
}

function insertSpaces(text: string, before: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of before) {
    pieces.push(text.slice(from, at));
    from = at;
  }
  pieces.push(text.slice(from));
  return pieces.join(" ");
}

/** An offset into the text with spaces inserted before the (rising) offsets `inserted`, as an offset without them. */
function moveBack(offset: number, inserted: readonly number[]): number {
  let low = 0;
  let high = inserted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inserted[middle] ?? 0) + middle < offset) low = middle + 1;
    else high = middle;
  }
  return offset - low;
}

function append(events: YamlEvent[], more: YamlEvent[], by: number): void {
  const moved = by === 0 ? more : moveEvents(more, (offset) => offset + by);
  for (const event of moved) events.push(event);
}

/** Changes the offsets of events in place; -1 (absent) stays. */
function moveEvents(events: YamlEvent[], move: (offset: number) => number): YamlEvent[] {
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    if (event.anchorStart >= 0) {
      event.anchorStart = move(event.anchorStart);
      event.anchorEnd = move(event.anchorEnd);
    }
    if (event.type === EVENT_ID.ALIAS) continue;
    if (event.tagStart >= 0) {
      event.tagStart = move(event.tagStart);
      event.tagEnd = move(event.tagEnd);
    }
    if (event.type !== EVENT_ID.SCALAR) event.start = move(event.start);
    else if (event.valueStart >= 0) {
      event.valueStart = move(event.valueStart);
      event.valueEnd = move(event.valueEnd);
    }
  }
  return events;
}
