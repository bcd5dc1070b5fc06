/** What the read path says about a file, one sentence each. */

import type { YamlProblem } from "./yaml.ts";
import type { BrokenDocument } from "./yaml-events.ts";

const LONGEST_SHOWN = 40;

/** Text from a file as it is shown in a message: one line, and not endless. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}

/** A double-quoted scalar that reads as `value`. */
export function quoted(value: string): string {
  return JSON.stringify(value);
}

export function tooLargeProblem(): YamlProblem {
  const message = "This file is larger than 10 MB and was not read; split it into smaller files.";
  return { messageId: "too-large", message, start: 0, end: 0 };
}

export function tooManyProblem(limit: number): YamlProblem {
  const message = `This file has more than ${withCommas(limit)} problems; correct the first ones to see the rest.`;
  return { messageId: "too-many", message, start: 0, end: 0 };
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What the parser says about a broken document, where it needs no closer look; see `explainYamlError` for the rest. */
export function syntaxProblem(text: string, document: BrokenDocument): YamlProblem {
  const { start, end } = visibleCharacter(text, document);
  const { reason } = document;
  if (reason.startsWith("nesting exceeded")) {
    const message = "This is nested more than 100 levels deep; write it flatter.";
    return { messageId: "depth", message, start, end };
  }
  if (reason === "null byte is not allowed in input") {
    const message = "This file holds a NUL character and may not be UTF-8 text; save it as UTF-8.";
    return { messageId: "encoding", message, start, end };
  }
  if (reason === "the stream contains non-printable characters" || reason === "expected valid JSON character") {
    return { messageId: "encoding", message: unprintable(text.charCodeAt(start)), start, end };
  }
  return { messageId: "syntax", message: `This is not valid YAML: ${reason}.`, start, end };
}

function unprintable(code: number): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code >= 0xd800 && code <= 0xdfff) {
    return `Half of a character (${name}) stands here without its other half; delete it, or save the file as UTF-8.`;
  }
  return `The control character ${name} cannot stand here; delete it.`;
}

/** The character at the failure, or the last visible one before it within the document. */
export function visibleCharacter(
  text: string,
  document: Omit<BrokenDocument, "reason">,
): { start: number; end: number } {
  let at = Math.min(document.offset, document.end);
  const atEnd = at >= document.end || at >= text.length || isSpace(text.charCodeAt(at));
  if (atEnd && document.offset > document.start) {
    do at--;
    while (at > document.start && isSpace(text.charCodeAt(at)));
  }
  return { start: at, end: Math.min(at + 1, text.length) };
}

function isSpace(c: number): boolean {
  return c === 32 || c === 9 || c === 10 || c === 13;
}

export function duplicateKeyProblem(
  key: string,
  start: number,
  end: number,
  first: { start: number; end: number } | null,
): YamlProblem {
  const message = `The key "${shown(key)}" stands twice in this map, and only the first one counts; remove one or merge the two.`;
  if (first === null) return { messageId: "duplicate-key", message, start, end };
  const related = [{ start: first.start, end: first.end, message: `"${shown(key)}" stands here first.` }];
  return { messageId: "duplicate-key", message, start, end, related };
}

export function collectionKeyProblem(start: number, end: number): YamlProblem {
  const message =
    "A key must be plain text, not a list or a map; put it in quotes if these brackets belong to the text.";
  return { messageId: "key", message, start, end };
}

export function unknownTagProblem(tag: string, start: number, end: number): YamlProblem {
  const message = `The tag "${shown(tag)}" is not read here; remove it, or put the text in quotes if it starts with "!".`;
  return { messageId: "unknown-tag", message, start, end, suggestion: { title: "Remove the tag", replace: "" } };
}

export function tagValueProblem(tag: string, wanted: string, start: number, end: number): YamlProblem {
  const message = `What follows the tag "${shown(tag)}" is not ${wanted}; remove the tag or correct the value.`;
  return { messageId: "tag-value", message, start, end, suggestion: { title: "Remove the tag", replace: "" } };
}

export function unknownAliasProblem(name: string, start: number, end: number): YamlProblem {
  const message = `"*${shown(name)}" refers to an anchor "&${shown(name)}" that does not stand before it; add the anchor, or put the text in quotes.`;
  const suggestion = { title: "Put the text in quotes", replace: quoted(`*${name}`) };
  return { messageId: "alias", message, start, end, suggestion };
}

export function recursiveAliasProblem(name: string, start: number, end: number): YamlProblem {
  const message = `"*${shown(name)}" refers to something that it is part of; write the value out instead.`;
  return { messageId: "alias", message, start, end };
}

export function aliasLimitProblem(limit: number, start: number, end: number): YamlProblem {
  const message = `Aliases repeat more than ${withCommas(limit)} values in this file, and this one is read as empty; write values out or split the file.`;
  return { messageId: "alias-limit", message, start, end };
}

export function aliasDepthProblem(start: number, end: number): YamlProblem {
  const message = "With what this alias refers to, the nesting is more than 100 levels deep; write it flatter.";
  return { messageId: "depth", message, start, end };
}

export function mergeProblem(start: number, end: number): YamlProblem {
  const message = `"<<" takes a map, an alias of a map, or a list of these; write for example "<<: *defaults".`;
  return { messageId: "merge", message, start, end };
}

export function numberProblem(source: string, start: number, end: number): YamlProblem {
  const name = shown(source);
  const message = /[a-z]{3}/i.test(source)
    ? `"${name}" is not a finite number; write a number, or put it in quotes if text is meant.`
    : `"${name}" is too large for a number; write a smaller one, or put it in quotes if text is meant.`;
  return { messageId: "number", message, start, end };
}

export function comparisonProblem(header: string, start: number, end: number): YamlProblem {
  const limit = String(Number(header.slice(1)));
  const message = `YAML reads "${shown(header)}" as the start of a block of text; write { min: ${limit} }.`;
  return { messageId: "comparison", message, start, end, suggestion: comparisonSuggestion(limit) };
}

export function comparisonSuggestion(limit: string): { title: string; replace: string } {
  return { title: `Write { min: ${limit} }`, replace: `{ min: ${limit} }` };
}

export function thousandsProblem(value: number, start: number, end: number): YamlProblem {
  const message = `YAML ends this number at its comma; write ${value}, without separators.`;
  return { messageId: "thousands", message, start, end, suggestion: { title: `Write ${value}`, replace: `${value}` } };
}

export function codePointProblem(source: string, start: number, end: number): YamlProblem {
  const message = `"${source}" names no Unicode character; the highest is \\U0010FFFF.`;
  return { messageId: "escape", message, start, end };
}
