/** Titles as the rules on words read them: without parentheses and quotations, and only where they are English. */

import type { Entity, Workspace } from "../../workspace/model.ts";

export interface Title {
  /** As written. */
  readonly text: string;
  /** Parentheses and quotations are blanked out: every character left stands where it stands in `text`. */
  readonly plain: string;
  /** The words of `plain` with which some phrase may begin, in order; letters beyond ASCII part words. */
  readonly words: readonly TitleWord[];
  /** Which beginnings of phrases were known when `words` was made. */
  readonly known: number;
  /** Where the first word stands that is no numbering or label. */
  readonly opening: number;
  /** That word in lower case; empty where something else stands there. */
  readonly first: string;
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

/**
 * The first words of all phrases that rules look for, each with the letters the next word may begin with; null: any.
 * In most titles none of them stands, and then no list is asked.
 */
const beginnings = new Map<string, string | null>();
let version = 0;

/** Makes titles keep a word, in lower case, because a phrase begins with it; `next` is the second word, if any. */
export function keepWord(word: string, next: string | undefined): void {
  const letter = next !== undefined && /^[a-z]/.test(next) ? next.charAt(0) : null;
  const known = beginnings.get(word);
  if (known === null || (letter !== null && known?.includes(letter) === true)) return;
  beginnings.set(word, letter === null ? null : (known ?? "") + letter);
  version++;
}

/** The words of a title with which some phrase may begin; phrases may have been added since it was read. */
export function keptWords({ plain, words, known }: Title): readonly TitleWord[] {
  return known === version ? words : wordsOf(plain);
}

/** A title as the rules on words read it. */
export function readTitle(text: string): Title {
  const plain = withoutEnclosed(text);
  const opening = NUMBERING.exec(plain)?.[0].length ?? 0;
  let end = opening;
  while (end < plain.length && isWordUnit(plain.charCodeAt(end))) end++;
  const first = plain.slice(opening, end).toLowerCase();
  return { text, plain, words: wordsOf(plain), known: version, opening, first };
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
    const key = source === lower ? word : word.toLowerCase();
    const letters = beginnings.get(key);
    if (letters === undefined || (letters !== null && !mayFollow(source, at, letters))) continue;
    words.push({ start, lower: key });
  }
  return words;
}

/** Whether a word that begins with one of these letters may stand behind the one that ends at `at`. */
function mayFollow(source: string, at: number, letters: string): boolean {
  const behind = source.charAt(at);
  if (behind !== " ") return /\s/.test(behind);
  const next = source.charAt(at + 1);
  return letters.includes(next.toLowerCase()) || /\s/.test(next);
}

/** ASCII letters, digits and the underscore, as `\w` in a pattern. */
function isWordUnit(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

/** Whether titles are in the one language that rules on words know; `en-GB` is English. */
export function isEnglish(language: string): boolean {
  return language === "en" || /^en(?:[-_]|$)/i.test(language);
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
  if (latest.text !== title || latest.known !== version) latest = readTitle(title);
  return latest;
}

/** The title that a rule on words may judge; null where there is none, it is history, or not English. */
export function judgedTitle(entity: Entity, workspace: Pick<Workspace, "settings">): Title | null {
  return isEnglish(workspace.settings.language) ? pursuedTitle(entity) : null;
}
