/** Explains syntax errors: what the usual mistakes are, and what to write instead. Loaded only for files that have one. */

import type { ErrorCode, parseDocument, YAMLParseError } from "yaml";
import type { YamlProblem } from "./yaml.ts";
import type { BrokenDocument } from "./yaml-events.ts";
import { documentStarts, parseDocuments } from "./yaml-events.ts";
import type { Explanation, YamlLexer } from "./yaml-failure.ts";
import { Failure } from "./yaml-failure.ts";
import { visibleCharacter } from "./yaml-problems.ts";
import * as structure from "./yaml-structure-traps.ts";
import * as words from "./yaml-text-traps.ts";

/** Above this many characters the slow parser is not asked for its opinion. */
const LONGEST_PARSED = 500_000;

/**
 * A better message, range and suggestion for a problem of `readYaml` with the id "syntax"; other problems stay as they
 * are. The text must be the one that was read. Loads the `yaml` package; never rejects, whatever the text.
 */
export async function explainYamlError(text: string, problem: YamlProblem): Promise<YamlProblem> {
  if (problem.messageId !== "syntax") return problem;
  const broken = brokenDocument(text, problem.start);
  if (broken === null) return problem;
  // The default is there however the package is bundled; names of a CommonJS module are not.
  const { default: yaml } = await import("yaml");
  const lexer: YamlLexer = { lex: (source) => new yaml.Lexer().lex(source), kindOf: yaml.CST.tokenType };
  const failure = new Failure(broken.text, broken.offset, broken.reason, lexer);
  const explained = explainByTrap(failure) ?? explainByCode(failure, yaml.parseDocument) ?? explainByReason(failure);
  if (explained === null) return problem;
  return { ...explained, start: explained.start + broken.start, end: explained.end + broken.start };
}

/** The text of the document that a problem stands in, and the failure in it; offsets into that text. */
function brokenDocument(
  text: string,
  at: number,
): { text: string; start: number; offset: number; reason: string } | null {
  const starts = documentStarts(text);
  const next = starts.findIndex((start) => start > at);
  const start = (next < 0 ? starts.at(-1) : starts[next - 1]) ?? 0;
  const document = text.slice(start, next < 0 ? text.length : starts[next]);
  const failure: BrokenDocument | undefined = parseDocuments(document).broken[0];
  return failure === undefined ? null : { text: document, start, offset: failure.offset, reason: failure.reason };
}

/** From the surest to the most general; the first that fits explains. */
const TRAPS: readonly ((failure: Failure) => Explanation | null)[] = [
  structure.mergeConflict,
  structure.tabIndentation,
  structure.foreignSpace,
  words.badEscape,
  words.unclosedQuote,
  words.comparison,
  words.reservedCharacter,
  words.strayBracket,
  words.markedText,
  words.textAfterValue,
  words.itemOnKeyLine,
  words.colonInText,
  structure.unclosedBracket,
  structure.missingComma,
  structure.missingColon,
  structure.mixedEntries,
  structure.badIndentation,
  structure.badDirective,
];

function explainByTrap(failure: Failure): Explanation | null {
  for (const trap of TRAPS) {
    const explained = trap(failure);
    if (explained !== null) return explained;
  }
  return null;
}

/** What the errors of the `yaml` package mean, where no trap fits. */
const BY_CODE: Partial<Record<ErrorCode, string>> = {
  BAD_DIRECTIVE: "This line is not a directive that YAML knows; remove it.",
  BAD_INDENT: "The indentation of this line fits no line above it; align it with the entries it belongs to.",
  BAD_PROP_ORDER: "An anchor or a tag stands in the wrong place; write it directly before its value.",
  BAD_SCALAR_START: "Plain text cannot start with this character; put the text in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "A key cannot be a list or a map; check the colons and the indentation here.",
  BLOCK_IN_FLOW: "Inside brackets, entries are divided by commas; check the commas and the colons here.",
  KEY_OVER_1024_CHARS: "A key can have at most 1024 characters; check that its colon is where it belongs.",
  MISSING_CHAR: "Something is missing here; check that every key has a colon and every quote and bracket is closed.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line; check that the line above has its colon.",
  MULTIPLE_ANCHORS: "A value can have one anchor only; remove the others.",
  MULTIPLE_TAGS: "A value can have one tag only; remove the others.",
  TAB_AS_INDENT: "Tabs cannot indent YAML; use spaces.",
  UNEXPECTED_TOKEN: "This is not expected here; put text in quotes, and check the indentation and the line above.",
};

function explainByCode(failure: Failure, parse: typeof parseDocument): Explanation | null {
  if (failure.text.length > LONGEST_PARSED) return null;
  const [error] = firstErrors(failure.text, parse);
  const message = error === undefined ? undefined : BY_CODE[error.code];
  if (error === undefined || message === undefined) return null;
  const [start, end] = error.pos;
  const last = failure.text.length;
  return { messageId: "syntax", message, start: Math.min(start, last), end: Math.min(Math.max(start, end), last) };
}

function firstErrors(text: string, parse: typeof parseDocument): readonly YAMLParseError[] {
  try {
    return parse(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error" }).errors;
  } catch (error) {
    // Deep nesting overflows the stack of that parser; anything it says is only a help.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** What js-yaml says, in the words of the other messages. */
const BY_REASON: readonly (readonly [RegExp, string])[] = [
  [/within a flow collection/, "A bracket is never closed in this document; add the closing bracket."],
  [/quoted scalar/, "A quote is never closed in this document; add the closing quote."],
  [/indentation/, "The indentation of this line fits no line above it; align it with the entries it belongs to."],
  [/end of the stream or a document separator/, "This does not belong to what stands above; check the indentation."],
  [/mapping (key|entry)/, "A key and its colon must stand on one line; check this line and the one above."],
];

function explainByReason(failure: Failure): Explanation | null {
  const message = BY_REASON.find(([reason]) => reason.test(failure.reason))?.[1];
  if (message === undefined) return null;
  const { start, end } = visibleCharacter(failure.text, { start: 0, end: failure.text.length, offset: failure.offset });
  return { messageId: "syntax", message, start, end };
}
