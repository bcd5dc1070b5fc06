/** Mistakes in how lines and brackets are put together. */

import type { Explanation, Failure } from "./yaml-failure.ts";
import { lineAt, skipBlanks } from "./yaml-failure.ts";
import { shown } from "./yaml-problems.ts";

const DEFICIENT = "deficient indentation";
const MISSED_COMMA = "missed comma between flow collection entries";

/** `<<<<<<< HEAD`: what git leaves behind where it could not merge. */
export function mergeConflict(failure: Failure): Explanation | null {
  const match = /^(?:<{7}|>{7})(?: .*)?$/m.exec(failure.text);
  if (match === null) return null;
  const start = match.index;
  const message =
    "This is the mark of an unresolved merge conflict; keep one of the two versions and delete the marks.";
  return { messageId: "merge-conflict", message, start, end: start + match[0].length };
}

/** A tab among the characters that indent a line. */
export function tabIndentation(failure: Failure): Explanation | null {
  const { text, line, reason } = failure;
  const aboutIndentation = /indentation|tab characters|end of the stream or a document|multiline key/.test(reason);
  const start = text.slice(0, failure.indented).indexOf("\t", line.start);
  if (!aboutIndentation || start < 0) return null;
  const end = text.slice(0, failure.indented).lastIndexOf("\t") + 1;
  const replace = text.slice(start, end).replaceAll("\t", "  ");
  const suggestion = { title: "Replace tabs with spaces", replace };
  return { messageId: "tab", message: "Tabs cannot indent YAML; use spaces.", start, end, suggestion };
}

/** A space of another kind, such as the one that web pages use, among the characters that indent a line. */
export function foreignSpace(failure: Failure): Explanation | null {
  const source = failure.text.slice(failure.line.start, failure.line.end);
  const indent = /^[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff][\s\u200b]*)/.exec(source);
  const spaces = indent?.[1];
  if (indent === null || spaces === undefined) return null;
  const end = failure.line.start + indent[0].length;
  const suggestion = { title: "Replace with spaces", replace: " ".repeat(spaces.length) };
  const message = "This line is indented with characters that look like spaces and are none; use spaces.";
  return { messageId: "indentation", message, start: end - spaces.length, end, suggestion };
}

/** `[a, b` without an end, or with the wrong one. */
export function unclosedBracket(failure: Failure): Explanation | null {
  const { text, offset, reason, character } = failure;
  const isEnd = reason === "unexpected end of the stream within a flow collection";
  const isWrongEnd = reason === MISSED_COMMA && (character === "]" || character === "}");
  const open = failure.openBrackets(offset).at(-1);
  if (open === undefined || !(isEnd || isWrongEnd || reason === DEFICIENT)) return null;
  const rest = text.slice(offset, failure.line.end);
  if (reason === DEFICIENT && rest !== "" && !/^[^\s,]+:(\s|$)|^- /.test(rest)) {
    const message = "Lines inside brackets must be indented further than the key before the brackets.";
    return { messageId: "indentation", message, start: offset, end: failure.textEnd(offset) };
  }
  const bracket = text.charAt(open.start);
  const message = `This "${bracket}" is never closed; add a "${bracket === "[" ? "]" : "}"}".`;
  return { messageId: "unclosed-bracket", message, start: open.start, end: open.end };
}

/** `{min: 1 max: 3}`: entries in brackets with no comma between them. */
export function missingComma(failure: Failure): Explanation | null {
  const { text, offset, reason, character } = failure;
  if (reason !== MISSED_COMMA) return null;
  if (character !== ":") {
    const message = "A comma is missing before this entry.";
    const end = character === "[" || character === "{" ? offset + 1 : failure.textEnd(offset);
    return { messageId: "comma", message, start: offset, end: Math.max(offset + 1, end) };
  }
  const entry = failure.lastToken("scalar");
  const start = entry === undefined || entry.end > offset ? offset : entry.start;
  const words = /^(.*\S)\s+(\S+)$/.exec(text.slice(start, offset));
  const message = "A comma is missing between two entries here, or text with a colon needs quotes.";
  if (words === null) return { messageId: "comma", message, start, end: offset };
  const suggestion = { title: "Add the comma", replace: `${words[1]}, ${words[2]}` };
  return { messageId: "comma", message, start, end: offset, suggestion };
}

/** `b:2`, or a line with no colon at all, among keys. */
export function missingColon(failure: Failure): Explanation | null {
  const { text, offset, reason, line } = failure;
  const isInLine = reason === "expected ':' after a mapping key";
  const isAbove =
    reason.startsWith("can not read a block mapping entry") ||
    (reason.startsWith("end of the stream or a document") && failure.character === ":");
  if (!isInLine && !isAbove) return null;
  const entry = failure.lastToken("scalar", "single-quoted-scalar", "double-quoted-scalar", "alias");
  if (entry === undefined) return null;
  let at = lineAt(text, entry.start);
  if (isAbove && at.start === line.start) at = lineAt(text, Math.max(0, line.start - 1));
  if (isAbove && text.slice(at.start, at.end).trim() === "") return null;
  const start = skipBlanks(text, at.start);
  const end = failure.textEnd(start);
  if (end > offset && isAbove) return null;
  const source = text.slice(start, end);
  const joined = /^([^\s:"']+):([^\s:].*)$/.exec(source);
  if (joined !== null) {
    const replace = `${joined[1]}: ${joined[2]}`;
    const message = `A space is missing after the colon; write "${shown(replace)}".`;
    return { messageId: "missing-space", message, start, end, suggestion: { title: "Add the space", replace } };
  }
  if (/:(\s|$)/.test(source)) return null;
  const message = `This line has no colon; write "key: value", or indent the line if it goes on with the text above.`;
  return { messageId: "missing-colon", message, start, end };
}

/** A list item among keys or a key among list items, in the same column. */
export function mixedEntries(failure: Failure): Explanation | null {
  const { text, offset, reason } = failure;
  if (!reason.startsWith("end of the stream") && !reason.startsWith("bad indentation")) return null;
  if (offset !== failure.indented) return null;
  const isItem = /^-(\s|$)/.test(text.slice(offset, offset + 2));
  const column = offset - failure.line.start;
  const above = entryAbove(failure, column);
  if (above === null || above.startsWith("- ") === isItem) return null;
  const message = isItem
    ? "A list item stands among keys here; indent it below its key, or write a key."
    : `A key stands among list items here; start the line with "- ", or indent it.`;
  return { messageId: "list-item", message, start: offset, end: entryEnd(failure) };
}

/** The text of the nearest line above in the same column; null where a line further out comes first. */
function entryAbove(failure: Failure, column: number): string | null {
  for (let at = failure.line.start - 1; at >= 0; ) {
    const line = lineAt(failure.text, at);
    const first = skipBlanks(failure.text, line.start);
    const isContent = first < line.end && failure.text.charAt(first) !== "#";
    if (isContent && first - line.start === column) return failure.text.slice(first, line.end);
    if (isContent && first - line.start < column) return null;
    at = line.start - 1;
  }
  return null;
}

/** A line whose indentation fits nothing. */
export function badIndentation(failure: Failure): Explanation | null {
  const { reason, offset } = failure;
  const isAbout = reason.startsWith("bad indentation") || reason === DEFICIENT;
  if (!isAbout && !reason.startsWith("end of the stream or a document")) return null;
  const start = failure.indented;
  if (start > offset) return null;
  const end = entryEnd(failure);
  if (failure.character === ":") {
    if (/:\s/.test(failure.text.slice(start, offset))) return null;
    const message =
      "The key above this line has a value already; align the two lines, or put the text in quotes if it goes on here.";
    return { messageId: "indentation", message, start, end };
  }
  if (start !== offset) return null;
  const message = "The indentation of this line fits no line above it; align it with the entries it belongs to.";
  return { messageId: "indentation", message, start, end };
}

/** The end of the key, list mark or text that the failing line starts with. */
function entryEnd(failure: Failure): number {
  const start = failure.indented;
  const source = failure.text.slice(start, failure.textEnd(start));
  const key = /^(?:-(?=\s)|.*?(?=:(?:\s|$)))/.exec(source)?.[0] ?? "";
  return start + (key === "" ? source.length : key.length);
}

/** `%YAML 3.0`, or a directive that no `---` follows. */
export function badDirective(failure: Failure): Explanation | null {
  const { text, offset, reason } = failure;
  if (!/directive|YAML version|tag handle|tag prefix|declared suffix/.test(reason)) return null;
  const line = reason.startsWith("directives end mark") ? failure.line : lineAt(text, directiveAbove(text, offset));
  const message = reason.startsWith("directives end mark")
    ? `A line "---" is missing here, between the lines that start with "%" and the content.`
    : "This line is not a directive that YAML knows; remove it.";
  return { messageId: "directive", message, start: line.start, end: failure.textEnd(line.start) };
}

function directiveAbove(text: string, offset: number): number {
  const { start } = lineAt(text, offset);
  return text.charAt(start) === "%" ? start : Math.max(0, text.lastIndexOf("%", offset));
}
