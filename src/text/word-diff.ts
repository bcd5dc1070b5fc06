/** What differs between two texts word by word: in prose without markup, links, case and punctuation; in code. */

import { diffArrays } from "diff";

/** Words that stand in one text where the other has others; one side may be empty. */
export interface Rewording {
  readonly removed: string;
  readonly added: string;
}

/** Above this many words that differ the shortest way to say it is not looked for. */
const MOST_CHANGES = 400;

/** The places where two texts differ in words, in order; none where they say the same. */
export function rewordings(before: string, after: string): readonly Rewording[] {
  if (before === after) return [];
  return differences(new Words(withoutMarkup(before), WORD, keyOf), new Words(withoutMarkup(after), WORD, keyOf));
}

/** The places where two pieces of code differ, in order; only spaces and line ends do not count. */
export function recodings(before: string, after: string): readonly Rewording[] {
  if (before === after) return [];
  return differences(new Words(before, TOKEN, (token) => token), new Words(after, TOKEN, (token) => token));
}

function differences(old: Words, now: Words): readonly Rewording[] {
  const options = { comparator: isSameWord, maxEditLength: MOST_CHANGES };
  const changes = diffArrays(old.words, now.words, options);
  if (changes === undefined) return [wholeRewording(old, now)];
  const found: Rewording[] = [];
  let [from, to] = [0, 0];
  let [oldAt, nowAt] = [0, 0];
  const close = (): void => {
    if (oldAt > from || nowAt > to) found.push({ removed: old.text(from, oldAt), added: now.text(to, nowAt) });
  };
  for (const { added, removed, count } of changes) {
    if (removed) oldAt += count;
    else if (added) nowAt += count;
    else {
      close();
      from = oldAt += count;
      to = nowAt += count;
    }
  }
  close();
  return found;
}

interface Word {
  /** What is compared. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function isSameWord(a: Word, b: Word): boolean {
  return a.key === b.key;
}

/**
 * Numbers keep their sign and their decimals; words; signs that count: per cent, currencies, mathematics, and the
 * stroke of a quotient.
 */
const WORD = /(?<![\p{L}\p{M}\p{N}])[-−]?\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+|[%‰/]|(?!\|)[\p{Sm}\p{Sc}]/gu;

/** Names, and every other character by itself. */
const TOKEN = /[\p{L}\p{M}\p{N}_]+|\S/gu;

function keyOf(word: string): string {
  return word.normalize("NFKC").replace("−", "-").toLowerCase();
}

class Words {
  readonly words: Word[] = [];
  readonly #text: string;

  constructor(text: string, pattern: RegExp, key: (word: string) => string) {
    this.#text = text;
    for (const { 0: word, index } of text.matchAll(pattern)) {
      this.words.push({ key: key(word), start: index, end: index + word.length });
    }
  }

  /** The text from one word up to another, with what stands between them. */
  text(from: number, to: number): string {
    const start = this.words[from]?.start ?? 0;
    const end = to > from ? (this.words[to - 1]?.end ?? start) : start;
    return this.#text.slice(start, end).replace(/\s+/g, " ");
  }
}

const TAGS = /<\/?(?:a|b|br|code|del|div|em|h[1-6]|i|kbd|li|ol|p|s|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/gi;

/** Markdown and simple HTML as the text that a reader sees; addresses are no text. */
function withoutMarkup(text: string): string {
  return text
    .replace(/^[ \t]*\[[^\]\n]+\]:[ \t]*\S.*$/gm, " ")
    .replace(/\[([^[\]]*)\](?:\([^()\n]*\)|\[[^[\]\n]*\])/g, "$1")
    .replace(/<?\b(?:https?:\/\/|mailto:)[^\s<>)\]]+>?/gi, " ")
    .replace(TAGS, "")
    .replace(/^[ \t]*(?:#{1,6}(?=[ \t])|>(?=[ \t]*[^\s\d])|[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t]))/gm, " ")
    .replace(/~~|[*_`]/g, "");
}

/** All words between the first and the last that differ. */
function wholeRewording(old: Words, now: Words): Rewording {
  const isSameAt = (at: number): boolean => old.words.at(at)?.key === now.words.at(at)?.key;
  const shorter = Math.min(old.words.length, now.words.length);
  let first = 0;
  while (first < shorter && isSameAt(first)) first++;
  let same = 0;
  while (same < shorter - first && isSameAt(-1 - same)) same++;
  return {
    removed: old.text(first, old.words.length - same),
    added: now.text(first, now.words.length - same),
  };
}
