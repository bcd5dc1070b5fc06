/** Reasons in a config file: a comment on or above the line that was changed. */

import { type KeyPath, LineIndex } from "../text/source.ts";
import { yamlPositions } from "../text/yaml-positions.ts";

const COMMENT = /^\s*#+\s*(.*?)\s*$/;
const BEHIND = /(?:^|\s)#+\s*(.*?)\s*$/;
/** Comments that are meant for tools. */
const DIRECTIVE = /^(?:kpi-disable|yaml-language-server:)/;

/**
 * The words of the comment on or directly above the line of a key, in `after`; null for none. Where the key is not
 * there any more, the keys around it count. A comment that stood in `before` already explains an older change.
 */
export function commentFor(after: string, before: string, path: KeyPath): string | null {
  const lines = after.split(/\r?\n/);
  const old = new Set(before.split(/\r?\n/).flatMap((line) => BEHIND.exec(line)?.[1] ?? []));
  const positions = yamlPositions(after);
  const index = new LineIndex(after);
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length);
    const key = positions.locate(0, at, "key");
    if (!key.exact) continue;
    const { line, column } = index.position(positions.locate(0, at, "value").end);
    const behind = BEHIND.exec((lines[line - 1] ?? "").slice(column - 1))?.[1];
    return isReason(behind, old) ? behind : above(lines, index.position(key.start).line, old);
  }
  return above(lines, firstContent(lines), old);
}

/** Where to write the comment for a key that was changed, or is not there any more: `in a comment above "rules"`. */
export function placeForComment(after: string, path: KeyPath): string {
  const positions = yamlPositions(after);
  const index = new LineIndex(after);
  for (let length = path.length; length > 0; length--) {
    const key = positions.locate(0, path.slice(0, length), "key");
    if (!key.exact) continue;
    if (length === path.length) return "in a comment on the line or above it";
    const { line } = index.position(key.start);
    return `in a comment above line ${line}`;
  }
  return `in a comment above line ${firstContent(after.split(/\r?\n/))}`;
}

/** The new comments directly above a line, from 1, as one text. */
function above(lines: readonly string[], line: number, old: ReadonlySet<string>): string | null {
  const words: string[] = [];
  for (let at = line - 2; at >= 0; at--) {
    const comment = COMMENT.exec(lines[at] ?? "")?.[1];
    if (comment === undefined) break;
    if (isReason(comment, old)) words.unshift(comment);
  }
  return words.length === 0 ? null : words.join(" ");
}

/** The first line that is no comment; where there is none, the one behind the last comment. */
function firstContent(lines: readonly string[]): number {
  const at = lines.findIndex((line) => line.trim() !== "" && !COMMENT.test(line));
  return at < 0 ? lines.findLastIndex((line) => line.trim() !== "") + 2 : at + 1;
}

function isReason(comment: string | undefined, old: ReadonlySet<string>): comment is string {
  return comment !== undefined && comment !== "" && !DIRECTIVE.test(comment) && !old.has(comment);
}
