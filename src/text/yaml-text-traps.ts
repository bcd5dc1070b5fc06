/** Mistakes in the text of a value: mostly text that YAML reads as something else and that needs quotes. */

import type { Explanation, Failure, Token } from "./yaml-failure.ts";
import { quoteText } from "./yaml-failure.ts";
import { comparisonSuggestion, shown } from "./yaml-problems.ts";

const QUOTE_IT = "Put the text in quotes";

const HEADER_REASONS: ReadonlySet<string> = new Set([
  "a line break is expected",
  "repeat of an indentation width identifier",
  "repeat of a chomping mode identifier",
  "bad explicit indentation width of a block scalar; it cannot be less than one",
]);

/** `> 5` and `>= 99.9`: a sign that starts a block of text in YAML. */
export function comparison(failure: Failure): Explanation | null {
  const { text, offset, reason, character } = failure;
  let start = offset;
  if (HEADER_REASONS.has(reason)) start = failure.lastToken("block-scalar-header")?.start ?? -1;
  else if (!">|".includes(character) || character === "") return null;
  if (start < failure.line.start) return null;
  const end = failure.textEnd(start);
  const source = text.slice(start, end);
  const number = /^>\s*=?\s*([-+]?[0-9][0-9.,_ ]*)%?$/.exec(source)?.[1];
  if (number === undefined) {
    const mark = source.charAt(0);
    const message = `Text after "${mark}" starts on the next line; put it in quotes to keep it on this one.`;
    const suggestion = { title: QUOTE_IT, replace: quoteText(source) };
    return { messageId: "block-text", message, start, end, suggestion };
  }
  const limit = number.replace(/[,_ ]/g, "");
  const isLimit = ["min", "max"].includes(failure.keyOf(start) ?? "");
  const suggestion = isLimit ? { title: `Write ${limit}`, replace: limit } : comparisonSuggestion(limit);
  const message = `YAML reads ">" as the start of a block of text; write ${suggestion.replace}.`;
  return { messageId: "comparison", message, start, end, suggestion };
}

/** `@ana`, `` `code` ``, `%x`, `, x`: characters that plain text cannot start with. */
export function reservedCharacter(failure: Failure): Explanation | null {
  const { text, offset: start, character } = failure;
  if (character === "" || !"@`%,".includes(character)) return null;
  const before = text.charAt(start - 1);
  if (before !== "" && !" \t\r\n[{,".includes(before)) return null;
  if (character === ",") {
    if (failure.openBrackets(start).length > 0) {
      const message = "A value is missing before this comma; remove the comma or add the value.";
      return { messageId: "comma", message, start, end: start + 1 };
    }
  }
  let end = failure.textEnd(start);
  const isKey = start === failure.indented || failure.openBrackets(start).length > 0;
  const colon = isKey ? /:(?=\s|$)/.exec(text.slice(start, end)) : null;
  if (colon !== null) end = start + colon.index;
  const suggestion = { title: QUOTE_IT, replace: quoteText(text.slice(start, end)) };
  return { messageId: "reserved-character", message: mustBeQuoted(character), start, end, suggestion };
}

/** A closing bracket that closes nothing. */
export function strayBracket(failure: Failure): Explanation | null {
  const { offset: start, character } = failure;
  if (character !== "]" && character !== "}") return null;
  if (failure.openBrackets(start).length > 0) return null;
  const message = `This "${character}" closes no bracket; remove it, or put the text in quotes.`;
  return { messageId: "stray-bracket", message, start, end: start + 1 };
}

/** `"C:\path"`: a backslash in double quotes that starts no escape. */
export function badEscape(failure: Failure): Explanation | null {
  const isUnknown = failure.reason === "unknown escape sequence";
  if (!isUnknown && failure.reason !== "expected hexadecimal character") return null;
  const start = failure.text.lastIndexOf("\\", failure.offset);
  const end = Math.min(failure.text.length, isUnknown ? start + 2 : failure.offset + 1);
  const source = failure.text.slice(start, end);
  const message = `"${shown(source)}" is not an escape of YAML; write a backslash twice, or use single quotes.`;
  const suggestion = { title: "Write the backslash twice", replace: `\\${source}` };
  return { messageId: "escape", message, start, end, suggestion };
}

const MARKS = {
  "*": { messageId: "alias", reasons: /alias node/ },
  "&": { messageId: "anchor", reasons: /anchor (node|property)/ },
  "!": { messageId: "unknown-tag", reasons: /\btag\b/ },
} as const;

/** `*important*`, `& co`, `!!x!y`: text that YAML takes for an alias, an anchor or a tag. */
export function markedText(failure: Failure): Explanation | null {
  const { text, offset, reason } = failure;
  const start = failure.valueStart >= 0 ? failure.valueStart : failure.indented;
  if (start > offset) return null;
  const mark = text.charAt(start);
  if (mark !== "*" && mark !== "&" && mark !== "!") return null;
  const { messageId, reasons } = MARKS[mark];
  const textFollows = isBadEntry(reason) && mark === "*" && offset > start && failure.character !== ":";
  if (!reasons.test(reason) && !textFollows) return null;
  const end = failure.textEnd(start);
  const suggestion = { title: QUOTE_IT, replace: quoteText(text.slice(start, end)) };
  return { messageId, message: mustBeQuoted(mark), start, end, suggestion };
}

/** `"Foo" bar`, `'It's'`, `[draft] Foo`: a quoted or bracketed value with text behind it. */
export function textAfterValue(failure: Failure): Explanation | null {
  const { text, offset, reason } = failure;
  const start = failure.valueStart;
  if (start < 0 || start >= offset || !(isBadEntry(reason) || isMissedComma(reason))) return null;
  if (failure.character === ":" || failure.character === "]" || failure.character === "}") return null;
  const first = text.charAt(start);
  const isBracket = first === "[" || first === "{";
  if (isBracket && isMissedComma(reason)) return null;
  if (!"\"'[{".includes(first) || failure.openBrackets(offset).length > failure.openBrackets(start).length) return null;
  const end = failure.textEnd(offset);
  const source = text.slice(start, end);
  let message = "Text follows the closing quote; put the whole value in one pair of quotes.";
  let replace = quoteText(source);
  // Directly behind its quote, the text was meant to be inside: 'It's', "say "yes" now".
  const isInside = text.charAt(offset - 1) === first;
  const inner = source.length > 1 && source.endsWith(first) ? source.slice(1, -1) : source.slice(1);
  if (isBracket) {
    message = "Text follows the closing bracket; put the whole value in quotes.";
  } else if (first === "'" && isInside) {
    message = "An apostrophe ends text in single quotes; use double quotes.";
    replace = JSON.stringify(inner.replaceAll("''", "'"));
  } else if (isInside) {
    message = "A quote inside text in double quotes ends it; use single quotes around the text.";
    replace = quoteText(inner.replaceAll('\\"', '"'));
  }
  return { messageId: "text-after-value", message, start, end, suggestion: { title: QUOTE_IT, replace } };
}

/** `title: - foo` and `title: ? foo`: the mark of a list item or of a key where a value is expected. */
export function itemOnKeyLine(failure: Failure): Explanation | null {
  const { text, offset: start, character } = failure;
  if (start !== failure.valueStart || (character !== "-" && character !== "?")) return null;
  const end = failure.textEnd(start);
  const suggestion = { title: QUOTE_IT, replace: quoteText(text.slice(start, end)) };
  if (character === "?") {
    return { messageId: "reserved-character", message: mustBeQuoted("? "), start, end, suggestion };
  }
  const message = `A list starts on the line below its key; put text that starts with "- " in quotes.`;
  return { messageId: "list-item", message, start, end, suggestion };
}

/** `title: Reach: 75`: a colon in text, which YAML takes for the end of a key. */
export function colonInText(failure: Failure): Explanation | null {
  const { text, offset } = failure;
  const start = failure.valueStart;
  if (failure.character !== ":" || start < 0 || start >= offset || failure.openBrackets(offset).length > 0) return null;
  if (!isBadEntry(failure.reason)) return null;
  const end = failure.textEnd(start);
  const message = "A colon and a space end a key; put the text in quotes, or a map on the lines below its key.";
  const suggestion = { title: QUOTE_IT, replace: quoteText(text.slice(start, end)) };
  return { messageId: "colon-in-text", message, start, end, suggestion };
}

/** A quote that is not closed, or only by the next quote in a later line. */
export function unclosedQuote(failure: Failure): Explanation | null {
  const { text, offset, reason } = failure;
  const quote = failure.lastToken("double-quoted-scalar", "single-quoted-scalar");
  if (quote === undefined) return null;
  const mark = text.charAt(quote.start);
  const isClosed = isClosedQuote(text, quote);
  const isOpenAtFailure = /within a (single|double) quoted scalar|deficient indentation/.test(reason);
  const between = text.slice(quote.end, offset);
  if (!isClosed && isOpenAtFailure && between.trim() === "") {
    if (/^[^:]*["']\s*(#.*)?$/.test(text.slice(offset, failure.line.end)) && text.charAt(offset) !== mark) {
      const message = "Text in quotes that goes on in another line must be indented further than its key.";
      return { messageId: "indentation", message, start: offset, end: failure.textEnd(offset) };
    }
    const message = `This quote is never closed; add the closing ${mark} where the text ends.`;
    return { messageId: "unclosed-quote", message, start: quote.start, end: quote.start + 1 };
  }
  const spansLines = /[\r\n]/.test(text.slice(quote.start, quote.end));
  if (!isClosed || !spansLines || between.includes("\n") || quote.end > offset) return null;
  if (!isBadEntry(reason) && !isMissedComma(reason)) return null;
  const message = `This quote is closed only in a later line; add the closing ${mark} where the text ends.`;
  return { messageId: "unclosed-quote", message, start: quote.start, end: quote.start + 1 };
}

function isClosedQuote(text: string, quote: Token): boolean {
  return quote.end - quote.start > 1 && text.charAt(quote.end - 1) === text.charAt(quote.start);
}

function isBadEntry(reason: string): boolean {
  return reason.startsWith("bad indentation") || reason.startsWith("end of the stream or a document separator");
}

function isMissedComma(reason: string): boolean {
  return reason === "missed comma between flow collection entries";
}

function mustBeQuoted(start: string): string {
  return `Text that starts with "${start}" must be in quotes.`;
}
