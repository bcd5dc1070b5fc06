/** From the characters of a scalar's value back to the characters they were written with. */

import type { ScalarEvent } from "js-yaml";
import { CHOMPING_MODE, SCALAR_STYLE } from "js-yaml";

/** Source offsets of characters `from` up to `to` (UTF-16 units) of a scalar's value; both are kept inside it. */
export function sliceScalar(
  text: string,
  event: ScalarEvent,
  from: number,
  to: number,
): { start: number; end: number } | null {
  if (event.valueStart < 0) return null;
  const origin = event.fast ? null : originOf(text, event);
  const length = origin === null ? event.valueEnd - event.valueStart : origin.starts.length;
  const first = Math.max(0, Math.min(from, length));
  const last = Math.max(first, Math.min(to, length));
  if (origin === null) return { start: event.valueStart + first, end: event.valueStart + last };
  const start = origin.starts[first] ?? origin.ends[length - 1] ?? event.valueStart;
  return { start, end: last === first ? start : (origin.ends[last - 1] ?? start) };
}

/** For every UTF-16 unit of a value, the extent of source characters that it comes from. */
interface Origin {
  readonly starts: number[];
  readonly ends: number[];
}

function originOf(text: string, event: ScalarEvent): Origin {
  const origin: Origin = { starts: [], ends: [] };
  const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (isBlock) readBlock(text, event, origin);
  else readFlow(text, event, origin);
  return origin;
}

function add(origin: Origin, start: number, end: number): void {
  origin.starts.push(start);
  origin.ends.push(end);
}

function isBreak(c: number): boolean {
  return c === 10 || c === 13;
}

/** Plain and quoted scalars: lines are folded, and white space around the folds does not count. */
function readFlow(text: string, event: ScalarEvent, origin: Origin): void {
  const { valueStart, valueEnd, style } = event;
  // How many units stay when a line break follows: white space at the end of a line does not.
  let kept = 0;
  let at = valueStart;
  while (at < valueEnd) {
    const c = text.charCodeAt(at);
    if (isBreak(c)) {
      origin.starts.length = kept;
      origin.ends.length = kept;
      const fold = skipFold(text, at, valueEnd);
      const units = fold.breaks === 1 ? 1 : fold.breaks - 1;
      for (let unit = 0; unit < units; unit++) add(origin, at, fold.end);
      at = fold.end;
      kept = origin.starts.length;
    } else if (c === 39 && style === SCALAR_STYLE.SINGLE_QUOTED) {
      add(origin, at, at + 2);
      at += 2;
      kept = origin.starts.length;
    } else if (c === 92 && style === SCALAR_STYLE.DOUBLE_QUOTED) {
      at = readEscape(text, at, valueEnd, origin);
      kept = origin.starts.length;
    } else {
      add(origin, at, at + 1);
      at++;
      if (c !== 32 && c !== 9) kept = origin.starts.length;
    }
  }
}

function skipFold(text: string, from: number, end: number): { end: number; breaks: number } {
  let breaks = 0;
  let at = from;
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (isBreak(c)) breaks++;
    else if (c !== 32 && c !== 9) break;
  }
  return { end: at, breaks };
}

function readEscape(text: string, at: number, end: number, origin: Origin): number {
  const c = text.charCodeAt(at + 1);
  if (isBreak(c)) return skipFold(text, at + 1, end).end;
  const digits = c === 120 ? 2 : c === 117 ? 4 : c === 85 ? 8 : 0;
  const behind = at + 2 + digits;
  add(origin, at, behind);
  const isPair = digits === 8 && Number.parseInt(text.slice(at + 2, behind), 16) > 0xffff;
  if (isPair) add(origin, at, behind);
  return behind;
}

/** Literal and folded scalars, line by line; the line breaks between two lines with content are decided at the second. */
function readBlock(text: string, event: ScalarEvent, origin: Origin): void {
  const { valueStart, valueEnd, indent, chomping } = event;
  const folds = event.style === SCALAR_STYLE.FOLDED_BLOCK;
  let breaks: number[] = [];
  let hasContent = false;
  let wasMoreIndented = false;
  let line = valueStart;
  while (line < valueEnd) {
    let end = line;
    while (end < valueEnd && !isBreak(text.charCodeAt(end))) end++;
    const isEmpty = indent < 0 || isBlank(text, line, end, indent);
    if (!isEmpty) {
      const first = text.charCodeAt(line + indent);
      const isMoreIndented = folds && (first === 32 || first === 9);
      const isFolded = folds && hasContent && !isMoreIndented && !wasMoreIndented;
      if (isFolded && breaks.length === 1) add(origin, breaks[0] ?? line, line + indent);
      else addBreaks(text, origin, isFolded ? breaks.slice(1) : breaks);
      for (let at = line + indent; at < end; at++) add(origin, at, at + 1);
      hasContent = true;
      wasMoreIndented = isMoreIndented;
      breaks = [];
    }
    breaks.push(end);
    line = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  if (chomping === CHOMPING_MODE.KEEP) addBreaks(text, origin, breaks);
  else if (chomping === CHOMPING_MODE.CLIP && hasContent) addBreaks(text, origin, breaks.slice(0, 1));
}

function isBlank(text: string, line: number, end: number, indent: number): boolean {
  let column = 0;
  while (column < indent && text.charCodeAt(line + column) === 32) column++;
  return line + column >= end;
}

function addBreaks(text: string, origin: Origin, breaks: readonly number[]): void {
  for (const at of breaks) {
    const isPair = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
    add(origin, at, Math.min(at + (isPair ? 2 : 1), text.length));
  }
}
