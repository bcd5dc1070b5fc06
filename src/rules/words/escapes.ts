/** Words that take a promise back, and words that leave open what counts. */

import { type Hit, type WordOptions, wordFinder, wordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";

const LIMITS = ["possible", "appropriate", "applicable", "feasible", "practical", "practicable"];
const NEEDS = ["necessary", "needed", "required"];

/** The words that specific/escape-clause looks for unless a team says otherwise. */
export const ESCAPE_OPTIONS = wordOptions([
  ...LIMITS.flatMap((word) => [`where ${word}`, `wherever ${word}`, `when ${word}`, `whenever ${word}`, `if ${word}`]),
  ...NEEDS.flatMap((word) => [`where ${word}`, `wherever ${word}`, `if ${word}`]),
  "if at all possible",
  "where relevant",
  "where available",
  "if available",
  "as appropriate",
  "as needed",
  "as necessary",
  "as required",
  "as applicable",
  "as far as possible",
  "so far as possible",
  "as far as practicable",
  "to the extent possible",
  "to the extent practicable",
  "to the extent feasible",
  "to the extent necessary",
  "if time permits",
  "if budget permits",
  "if resources permit",
  "subject to availability",
  "best effort",
  "best efforts",
  "try to",
  "aim to",
  "aim for",
  "strive to",
  "strive for",
  "endeavour to",
  "endeavor to",
  "attempt to",
  "seek to",
  "hope to",
  "should",
  "might",
]);

/** The words that specific/open-ended looks for unless a team says otherwise. */
export const OPEN_OPTIONS = wordOptions([
  "etc.",
  "etc",
  "et cetera",
  "and so on",
  "and so forth",
  "and the like",
  "and others",
  "and more",
  "among others",
  "and similar",
  "including but not limited to",
  "including, but not limited to",
  "but not limited to",
  "…",
  "...",
]);

const findEscapes = wordFinder(ESCAPE_OPTIONS);
const findOpenEnds = wordFinder(OPEN_OPTIONS);

/** Efforts: promises of whoever writes the title, unless the title counts people or things that make them. */
const EFFORTS = /^(?:try|aim|strive|endeavou?r|attempt|seek|hope)(?!\w)/i;
const PROMISES = /(?:^|[.;:,–-]|(?<![\w-])(?:we|will|shall|must|to|and|also|always|team|should))\s*$/i;
/** Clauses about those who are counted ("staff who should attend"), and what somebody else requires. */
const COUNTED = /(?<![\w-])(?:that|who|which|whom|whose|what|how|agree|agreeing|believe|think|say|saying|feel)(?!\w)/i;

/** The words of a title that take its promise back. */
export function escapeClauses(title: Title, given: Partial<WordOptions>): readonly Hit[] {
  const hits = findEscapes(title, given);
  return hits.length === 0 ? hits : hits.filter((hit) => isEscape(hit, title.plain));
}

function isEscape(hit: Hit, plain: string): boolean {
  const before = plain.slice(0, hit.start);
  if (EFFORTS.test(hit.text)) return PROMISES.test(before);
  if (/^(?:should|might)$/i.test(hit.text)) return before.trim() !== "" && !COUNTED.test(before);
  return !/^\s+(?:by|under|to|for)(?![\w-])/i.test(plain.slice(hit.end));
}

/** The words of a title that leave open what else counts. */
export function openEnds(title: Title, given: Partial<WordOptions>): readonly Hit[] {
  const hits = findOpenEnds(title, given);
  return hits.length === 0 ? hits : hits.filter((hit) => isOpen(hit, title.plain));
}

/** "and more" and "and others" leave a list open at the end of a clause only: "3 and more visits" does not. */
function isOpen(hit: Hit, plain: string): boolean {
  if (!/^and\s+(?:more|others|similar)$/i.test(hit.text)) return true;
  return /^\s*(?:$|[.,;:])/.test(plain.slice(hit.end)) && !/\d[%\w]*\s*$/.test(plain.slice(0, hit.start));
}
