/** Titles as the rules on words read them: without parentheses and quotations, and only where they are English. */

import type { Entity, Workspace } from "../../workspace/model.ts";

export interface Title {
  /** As written. */
  readonly text: string;
  /** Parentheses and quotations are blanked out: every character left stands where it stands in `text`. */
  readonly plain: string;
  /** The words of `plain`, in order; letters beyond ASCII part words. */
  readonly words: readonly TitleWord[];
  /** Where the first word stands that is no numbering or label. */
  readonly opening: number;
}

interface TitleWord {
  readonly start: number;
  readonly lower: string;
}

/** Pairs that enclose what a title only adds or repeats; parentheses may be nested. */
const ENCLOSED = /"[^"]*"|“[^“”]*”|«[^«»]*»|\([^()]*\)|\[[^[\]]*\]/g;

/** Numbering and labels before a title ("2) ", "iv. ", "KR 1.2: ", "Q3 2026: "), and "to". */
const NUMBERING =
  /^\s*(?:(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+|[-–•*]\s+|(?:kr|kpi|okr|goal|objective|target|ind|[qh]\d(?:\s+\d{4})?|fy\s?\d{2,4}|\d{4})[-\s]?\d*(?:\.\d+)*\s*[:.–-]\s+)*(?:to\s+)?/i;

/** A title as the rules on words read it. */
export function readTitle(text: string): Title {
  const plain = withoutEnclosed(text);
  return { text, plain, words: wordsOf(plain), opening: NUMBERING.exec(plain)?.[0].length ?? 0 };
}

function withoutEnclosed(text: string): string {
  if (!/["“«([]/.test(text)) return text;
  let plain = text;
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(ENCLOSED, (all) => " ".repeat(all.length));
  }
  return plain;
}

function wordsOf(plain: string): readonly TitleWord[] {
  const words: TitleWord[] = [];
  const lower = plain.toLowerCase();
  // A few letters change their length in lower case; then each word is lowered alone.
  const source = lower.length === plain.length ? lower : plain;
  for (let at = 0; at < source.length; at++) {
    if (!isWordUnit(source.charCodeAt(at))) continue;
    const start = at;
    while (at < source.length && isWordUnit(source.charCodeAt(at))) at++;
    const word = source.slice(start, at);
    words.push({ start, lower: source === lower ? word : word.toLowerCase() });
  }
  return words;
}

/** ASCII letters, digits and the underscore, as `\w` in a pattern. */
function isWordUnit(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

/** Whether the rules on words know the language of the titles; `en-GB` is English. */
function readsEnglish(workspace: Pick<Workspace, "settings">): boolean {
  return /^en(?:[-_]|$)/i.test(workspace.settings.language);
}

/** Whether people still work on it: what is retired, done or dropped is history and is not reworded. */
export function isPursued(entity: Entity): boolean {
  return entity.kind === "metric" || entity.state === "active" || entity.state === "draft";
}

/** The title that was read last: every rule looks at one entity before the next entity comes. */
let latest: Title = readTitle("");

/** The title of what people still work on, in any language; null for none. */
export function pursuedTitle(entity: Entity): Title | null {
  const { title } = entity.definition;
  if (typeof title !== "string" || !isPursued(entity)) return null;
  if (latest.text !== title) latest = readTitle(title);
  return latest;
}

/** The title that a rule on words may judge; null where there is none, it is history, or not English. */
export function judgedTitle(entity: Entity, workspace: Pick<Workspace, "settings">): Title | null {
  return readsEnglish(workspace) ? pursuedTitle(entity) : null;
}
