/** Lists of words and phrases, which a team can replace or extend, and where they occur in a title. */

import type { RuleOptions } from "../define.ts";
import { keepWord, keptWords, type Title } from "./titles.ts";

export interface WordOptions {
  /** The words and phrases the rule looks for; replaces its own list, and `[]` empties it. */
  readonly words: readonly string[];
  /** More words and phrases besides. */
  readonly extra: readonly string[];
  /** Those of its own list that the rule leaves alone. */
  readonly except: readonly string[];
}

/** What the page of a rule says of its list. */
export const LIST_DOCS =
  "The list is an option: `words` replaces it (`[]` empties it), `extra` adds to it, `except` takes entries out, and `#` in an entry stands for a number.";

/** The lists as they are; one object, because patterns are kept for each set of options. */
export const OWN_WORDS: Partial<WordOptions> = {};

/** A place in a title. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** As it stands in the title. */
  readonly text: string;
}

/** A number in a phrase, with its separators, currency and magnitude. */
const NUMBER = String.raw`[$€£¥]?\d(?:[\d.,]*\d)?(?:\s?[–-]\s?\d(?:[\d.,]*\d)?)?(?:\s?%|\s?(?:k|m|mn|bn|thousand|million|billion)\b)?`;

/** The options of a rule on words. */
export function wordOptions(words: readonly string[]): RuleOptions<WordOptions> {
  return {
    defaults: { words, extra: [], except: [] },
    among: { except: words },
    schema: (z) =>
      z.strictObject({
        words: z
          .array(z.string().min(1))
          .meta({
            title: "Words",
            description: "The words and phrases to look for, instead of the rule's own list; # stands for a number.",
          })
          .default([...words]),
        extra: z
          .array(z.string().min(1))
          .meta({
            title: "Extra",
            description: "Words and phrases to look for besides the list; # stands for a number.",
          })
          .default([]),
        except: z
          .array(z.enum(words as [string, ...string[]]))
          .meta({
            title: "Except",
            description: "Words and phrases of the rule's own list that are left alone.",
          })
          .default([]),
      }),
  };
}

/** The words that a rule looks for with these options; none where it has no list. */
export function wordsOf(
  { options }: { readonly options?: { readonly defaults: unknown } },
  given: Partial<WordOptions> | null,
): readonly string[] {
  const defaults = (options?.defaults ?? {}) as Partial<WordOptions>;
  return defaults.words === undefined ? [] : lookedFor({ words: [], extra: [], except: [], ...defaults, ...given });
}

function lookedFor({ words, extra, except }: WordOptions): readonly string[] {
  const left = new Set(except);
  return [...words.filter((word) => !left.has(word)), ...extra];
}

/** A pattern for one word of a phrase: `#` for a number, a hyphen also as a space; no part of another word. */
function wordPattern(word: string): string {
  const before = /^[\w#]/.test(word) ? "(?<![\\w-])" : "";
  const after = /[\w#]$/.test(word) ? "(?![\\w-])" : "";
  const body = word
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/['’]/g, "['’]")
    .replace(/-/g, "[\\s-]")
    .replace(/#/g, NUMBER);
  return before + body + after;
}

/** One pattern for phrases, grouped by their first words; the longest phrase wins. */
function phrasesPattern(phrases: readonly (readonly string[])[]): string {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const [first, ...rest] of phrases) {
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [rest]);
    else others.push(rest);
  }
  const branches = [...byFirst]
    .sort(([a], [b]) => b.length - a.length)
    .map(([first, rests]) => {
      const longer = rests.filter((rest) => rest.length > 0);
      if (longer.length === 0) return wordPattern(first);
      return `${wordPattern(first)}(?:\\s+${phrasesPattern(longer)})${longer.length < rests.length ? "?" : ""}`;
    });
  return `(?:${branches.join("|")})`;
}

/** The phrases of a rule's options, found by the word each begins with. */
interface Index {
  /** Matches from a place on; by the first word in lower case. */
  readonly byWord: ReadonlyMap<string, RegExp>;
  /** What begins with a sign or a number, such as "…" and "~#"; matches anywhere. */
  readonly others: RegExp | null;
}

function indexOf(entries: readonly string[]): Index {
  const byFirst = new Map<string, string[][]>();
  for (const entry of new Set(entries.map((entry) => entry.trim().toLowerCase()))) {
    if (entry === "") continue;
    const first = /^\w+/.exec(entry)?.[0] ?? "";
    const phrase = entry.split(/\s+/);
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [phrase]);
    else others.push(phrase);
  }
  const signs = byFirst.get("");
  byFirst.delete("");
  const byWord = new Map<string, RegExp>();
  for (const [first, phrases] of byFirst) {
    byWord.set(first, new RegExp(phrasesPattern(phrases), "iy"));
    for (const phrase of phrases) keepWord(first, phrase[1]);
  }
  return { byWord, others: signs === undefined ? null : new RegExp(phrasesPattern(signs), "gi") };
}

/** Makes the index of a rule's words, once for each set of options. */
function indexes(defaults: WordOptions): (options: Partial<WordOptions>) => Index {
  const made = new WeakMap<object, Index>();
  return (options) => {
    let index = made.get(options);
    if (index === undefined) {
      index = indexOf(lookedFor({ ...defaults, ...options }));
      made.set(options, index);
    }
    return index;
  };
}

const NONE: readonly Hit[] = [];

/** Finds the words of a rule's options in a title, from left to right: whole words, and no parts of hyphenated ones. */
export function wordFinder(
  options: RuleOptions<WordOptions>,
): (title: Title, given: Partial<WordOptions>) => readonly Hit[] {
  const indexFor = indexes(options.defaults);
  return (title, given) => {
    const { plain } = title;
    const { byWord, others } = indexFor(given);
    let hits: Hit[] | null = null;
    let from = 0;
    for (const { start, lower } of keptWords(title)) {
      const pattern = start < from ? undefined : byWord.get(lower);
      const hit = pattern === undefined ? null : matchAt(pattern, plain, start);
      if (hit === null) continue;
      hits ??= [];
      hits.push(hit);
      from = hit.end;
    }
    if (others?.test(plain) !== true) return hits ?? NONE;
    others.lastIndex = 0;
    const signs = Array.from(plain.matchAll(others), (match) => hitOf(match.index, match[0]));
    return [...(hits ?? NONE), ...signs].sort((a, b) => a.start - b.start);
  };
}

/** Finds which of the words of a rule's options stands at a place of a text. */
export function wordAt(
  options: RuleOptions<WordOptions>,
): (text: string, at: number, given: Partial<WordOptions>) => Hit | null {
  const indexFor = indexes(options.defaults);
  const first = /\w+/y;
  return (text, at, given) => {
    first.lastIndex = at;
    const word = first.exec(text)?.[0];
    const pattern = word === undefined ? undefined : indexFor(given).byWord.get(word.toLowerCase());
    return pattern === undefined ? null : matchAt(pattern, text, at);
  };
}

/** Finds which of the words of a rule's options a title opens with, numbering and labels aside. */
export function firstWord(
  options: RuleOptions<WordOptions>,
): (title: Title, given: Partial<WordOptions>) => Hit | null {
  const indexFor = indexes(options.defaults);
  return ({ plain, opening, first }, given) => {
    const pattern = first === "" ? undefined : indexFor(given).byWord.get(first);
    return pattern === undefined ? null : matchAt(pattern, plain, opening);
  };
}

function matchAt(pattern: RegExp, text: string, at: number): Hit | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : hitOf(match.index, match[0]);
}

function hitOf(start: number, text: string): Hit {
  return { start, end: start + text.length, text };
}
