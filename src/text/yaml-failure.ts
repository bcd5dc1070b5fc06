/** A place where parsing failed, and what stands around it: what the explanations of syntax errors look at. */

import type { YamlProblem } from "./yaml.ts";

/** A token as the tolerant lexer of the `yaml` package sees it; `block-text` is the content of a block scalar. */
export interface Token {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** What the lexer of the `yaml` package is needed for; handed in, because that package is loaded only when it is. */
export interface YamlLexer {
  lex(source: string): Iterable<string>;
  kindOf(token: string): string | null;
}

/** An explanation, offsets into the text of the failure. */
export type Explanation = Pick<YamlProblem, "messageId" | "message" | "start" | "end" | "suggestion">;

/** Explanations need the tokens near the failure only; the lexer is too slow for whole large files. */
const WINDOW = 50_000;

/** One failed document. */
export class Failure {
  readonly text: string;
  readonly offset: number;
  /** What js-yaml says. */
  readonly reason: string;
  /** Tokens from some lines before the failure to the end of a line behind it. */
  readonly tokens: readonly Token[];
  /** The line of the failure, without its line break. */
  readonly line: { readonly start: number; readonly end: number };

  constructor(text: string, offset: number, reason: string, lexer: YamlLexer) {
    this.text = text;
    this.offset = offset;
    this.reason = reason;
    this.line = lineAt(text, offset);
    this.tokens = tokensAround(text, this.line, lexer);
  }

  /** The character at the failure; empty at the end of the text. */
  get character(): string {
    return this.text.charAt(this.offset);
  }

  /** The first character of the line that is not white space. */
  get indented(): number {
    return skipBlanks(this.text, this.line.start);
  }

  /**
   * Where the value on the failing line starts: behind the last colon, dash, comma or open bracket before the failure.
   * -1 where the line has none of these before the failure.
   */
  get valueStart(): number {
    let start = -1;
    const outer: number[] = [];
    for (const token of this.tokens) {
      if (token.start >= this.offset || token.start >= this.line.end) break;
      if (token.start < this.line.start) continue;
      if (OPENS.has(token.kind)) outer.push(start);
      if (CLOSES.has(token.kind)) start = outer.pop() ?? start;
      else if (VALUE_FOLLOWS.has(token.kind)) start = skipBlanks(this.text, token.end);
    }
    return start < this.line.end ? start : -1;
  }

  /** The end of a text that starts at an offset: of the line, or of the entry in brackets, without a comment. */
  textEnd(start: number): number {
    const inBrackets = this.openBrackets(start).length > 0;
    const { end: lineEnd } = lineAt(this.text, start);
    let end = start;
    for (let at = start; at < lineEnd; at++) {
      const c = this.text.charAt(at);
      if (inBrackets && at > start && ",]}".includes(c)) break;
      if (c === "#" && at > start && isBlank(this.text.charAt(at - 1))) break;
      if (!isBlank(c)) end = at + 1;
    }
    return end;
  }

  /** Brackets that are open before an offset, innermost last. */
  openBrackets(offset: number): Token[] {
    const open: Token[] = [];
    for (const token of this.tokens) {
      if (token.start >= offset) break;
      if (OPENS.has(token.kind)) open.push(token);
      else if (CLOSES.has(token.kind)) open.pop();
      else if (token.kind === "flow-error-end") open.length = 0;
    }
    return open;
  }

  /** The last token of a kind that starts before the failure. */
  lastToken(...kinds: readonly string[]): Token | undefined {
    return this.tokens.findLast((token) => token.start < this.offset && kinds.includes(token.kind));
  }

  /** The text of the key that a value belongs to, where it stands on the same line. */
  keyOf(valueStart: number): string | null {
    const before = this.text.slice(this.line.start, valueStart);
    return /([\w-]+)["']?\s*:\s*$/.exec(before)?.[1] ?? null;
  }
}

const OPENS: ReadonlySet<string> = new Set(["flow-map-start", "flow-seq-start"]);
const CLOSES: ReadonlySet<string> = new Set(["flow-map-end", "flow-seq-end"]);
const VALUE_FOLLOWS: ReadonlySet<string> = new Set(["map-value-ind", "seq-item-ind", "comma", ...OPENS]);

function tokensAround(text: string, line: { start: number; end: number }, lexer: YamlLexer): Token[] {
  const tokens: Token[] = [];
  let at = line.start > WINDOW ? lineAt(text, line.start - WINDOW).start : 0;
  if (line.end - at > 2 * WINDOW) return tokens;
  let isText = false;
  let isBlock = false;
  for (const source of lexer.lex(text.slice(at, line.end + WINDOW))) {
    if (at > line.end) break;
    const kind = isText ? "scalar" : lexer.kindOf(source);
    if (kind === "scalar" && !isText) {
      isText = true;
      continue;
    }
    if (kind === "doc-mode" || kind === "flow-error-end") {
      tokens.push({ kind, start: at, end: at });
      continue;
    }
    tokens.push({ kind: isText && isBlock ? "block-text" : (kind ?? "text"), start: at, end: at + source.length });
    if (isText) isBlock = false;
    else if (kind === "block-scalar-header") isBlock = true;
    isText = false;
    at += source.length;
  }
  return tokens;
}

/** The line that an offset is in, without its line break. */
export function lineAt(text: string, offset: number): { start: number; end: number } {
  let start = Math.min(offset, text.length);
  while (start > 0 && !isBreak(text.charAt(start - 1))) start--;
  let end = start;
  while (end < text.length && !isBreak(text.charAt(end))) end++;
  return { start, end };
}

/** The first character from an offset on that is neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at))) at++;
  return at;
}

function isBlank(c: string): boolean {
  return c === " " || c === "\t";
}

function isBreak(c: string): boolean {
  return c === "\n" || c === "\r";
}

/** A quoted scalar that reads as a text; single quotes where double ones would need backslashes. */
export function quoteText(text: string): string {
  const needsEscapes = text.includes('"') || text.includes("\\");
  return needsEscapes && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}
