/** Words that stand where a decision is still missing. */

import type { Hit } from "./phrases.ts";

/** In capitals: a "todo list" is a thing, and so are "TODO comments". */
const MARKS =
  /(?<![\w-])(?:TBD|TBA|TBC|FIXME|TODO)(?![\w-])(?!(?:[\s,/&]|and|or|TODO|FIXME)*\s(?:comments?|lists?|items?|markers?|tags?|notes?|entries)(?!\w))|(?<!\?)\?\?+/g;
const UNDECIDED =
  /(?<![\w-])(?:(?:still|yet)\s+)?to\s+be\s+(?:(?:determined|confirmed|announced|defined)(?:\s+(?:and|or|\/)\s+)?)+(?![\w-])/gi;
/** A text that consists of such a word alone, in any case. */
const ALONE = /^\W*(?:tbd|tba|tbc|todo|fixme|n\/a|n\.a\.|not applicable|to follow)\W*$/i;

/** What is itself still open: a sentence of its own, or a part of the definition. */
const OPENS =
  /(?:^|[.:;,(–—-]|(?<![\w-])(?:definition|target|baseline|value|owner|scope|rule|method|source|threshold|limit|date|details|wording|formula|is|are))\s*$/i;

/** Who does it, or until when: then the words are about what is counted ("bookings to be confirmed within a day"). */
const DONE_BY = /^\s+(?:by|within|before|in|at|after|via|through)(?![\w-])/i;
const COUNTED =
  /^\W*(?:(?:average|median|mean|total|annual|monthly|weekly|daily)\s+)?(?:number|share|percentage|percent|proportion|rate|ratio|count|amount|value|orders?|bookings?|appointments?|%)(?!\w)/i;

/** What every placeholder inside a text holds; most texts hold none of it. */
const SUSPECT = /TB[ACD]|TODO|FIXME|\?\?|to\s+be\s/i;
const LONGEST_ALONE = 40;

/** The first placeholder of a text. */
export function placeholderIn(text: string): Hit | null {
  if (text.length <= LONGEST_ALONE && ALONE.test(text)) {
    const trimmed = text.trim();
    return hitOf(text.indexOf(trimmed), trimmed);
  }
  if (!SUSPECT.test(text)) return null;
  const open = firstUndecided(text);
  MARKS.lastIndex = 0;
  const mark = MARKS.exec(text);
  if (mark === null) return open;
  return open !== null && open.start < mark.index ? open : hitOf(mark.index, mark[0]);
}

function firstUndecided(text: string): Hit | null {
  for (const match of text.matchAll(UNDECIDED)) {
    const words = match[0].trimEnd();
    const before = text.slice(0, match.index);
    const opens = OPENS.test(before);
    if (opens || !(COUNTED.test(text) || DONE_BY.test(text.slice(match.index + words.length)))) {
      return hitOf(match.index, words);
    }
  }
  return null;
}

function hitOf(start: number, text: string): Hit {
  return { start, end: start + text.length, text };
}
