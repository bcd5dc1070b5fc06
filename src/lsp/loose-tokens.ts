/** The tokens of half-written YAML: ends of lines, keys, quotations, plain words. */

/** The end of the line that an offset is in, without its line break. */
export function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return at;
  }
  return text.length;
}

/** Whether a space or a tab stands at an offset. */
export function isBlankAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === 32 || c === 9;
}

/** The first offset from `from` on that is neither a space nor a tab; `end` where there is none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankAt(text, at)) at++;
  return at;
}

/** Behind the anchors and tags in front of a value. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === "&" || text[at] === "!")) {
    let word = at;
    while (word < end && !isBlankAt(text, word)) word++;
    const next = skipBlanks(text, word, end);
    if (next === end) return at;
    at = next;
  }
  return at;
}

/** A key with its colon on one line. */
export interface LooseKeyToken {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colon: number;
}

const NO_KEY_STARTS = /[{}[\],#|>%@`]/;

/** The key that begins at an offset; null where none does. */
export function keyAt(text: string, at: number, end: number): LooseKeyToken | null {
  const c = text.charAt(at);
  if (c === '"' || c === "'") {
    const close = closingQuote(text, at, end);
    if (close < 0) return null;
    const colon = skipBlanks(text, close + 1, end);
    if (!isColon(text, colon, end)) return null;
    return { name: text.slice(at + 1, close), start: at, end: close + 1, colon };
  }
  if (NO_KEY_STARTS.test(c)) return null;
  for (let colon = at; colon < end; colon++) {
    if (text[colon] === "#" && isBlankAt(text, colon - 1)) return null;
    if (!isColon(text, colon, end)) continue;
    const name = text.slice(at, colon).trimEnd();
    return { name, start: at, end: at + name.length, colon };
  }
  return null;
}

function isColon(text: string, at: number, end: number): boolean {
  return at < end && text[at] === ":" && (at + 1 === end || isBlankAt(text, at + 1));
}

/** The closing mark of a quotation that opens at an offset; -1 where the line ends before it. */
export function closingQuote(text: string, open: number, end: number): number {
  const mark = text.charAt(open);
  for (let at = open + 1; at < end; at++) {
    if (mark === '"' && text[at] === "\\") at++;
    else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return -1;
}

/**
 * The offset behind a quotation. It may go on over lines that are further in than `column`; where no mark closes it,
 * it ends with its first line.
 */
export function quotedEnd(text: string, open: number, column: number): { offset: number; isClosed: boolean } {
  const firstEnd = endOfLine(text, open);
  const last = endOfInner(text, firstEnd, column);
  const close = closingQuote(text, open, last);
  return close < 0 ? { offset: firstEnd, isClosed: false } : { offset: close + 1, isClosed: true };
}

/** The end of the last line behind `from` that is empty or further in than `column`. */
function endOfInner(text: string, from: number, column: number): number {
  let end = from;
  while (end < text.length) {
    const line = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    const lineEnd = endOfLine(text, line);
    const first = skipBlanks(text, line, lineEnd);
    if (first < lineEnd && first - line <= column) return end;
    if (line >= text.length) return end;
    end = lineEnd;
  }
  return end;
}

/** The end of a plain word or sentence on its line, without a comment and the spaces before it. */
export function plainEnd(text: string, from: number, end: number): number {
  let to = end;
  for (let at = from; at < end; at++) {
    if (text[at] === "#" && isBlankAt(text, at - 1)) {
      to = at;
      break;
    }
  }
  while (to > from && isBlankAt(text, to - 1)) to--;
  return to;
}
