/** What a title promises, by the verbs it opens with: a direction, two of them, or mere work. */

import { saysHowMuch } from "./numbers.ts";
import { opening } from "./openings.ts";
import { type Hit, type WordOptions, wordAt, wordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";
import { ACTIVITIES, DIRECTIONS, isActivityVerb, isDirectionVerb, isReachingVerb, REACHING } from "./verbs.ts";

/** The verbs of specific/direction-without-number and specific/multiple-outcomes unless a team says otherwise. */
export const DIRECTION_OPTIONS = wordOptions(DIRECTIONS);

/** The verbs of specific/activity-not-result unless a team says otherwise. */
export const ACTIVITY_OPTIONS = wordOptions(ACTIVITIES);

/** The verbs of specific/title-target-mismatch unless a team says otherwise. */
export const PROMISE_OPTIONS = wordOptions([...DIRECTIONS, ...REACHING]);

/** The verb a title opens with where it promises a number. */
export const openingPromise = opening(PROMISE_OPTIONS, (word, after) =>
  isReaching(word) ? isReachingVerb(word, after) : isDirectionVerb(word, after),
);

/** Whether a number may follow a verb without a preposition: "Reach 500 visits". */
export function isReaching(verb: string): boolean {
  return !DIRECTIONS.includes(verb.toLowerCase());
}

/** The direction verb a title opens with. */
const openingDirection = opening(DIRECTION_OPTIONS, isDirectionVerb);

/** The work a title opens with. */
export const openingActivity = opening(ACTIVITY_OPTIONS, isActivityVerb);
const directionAt = wordAt(DIRECTION_OPTIONS);

/** What parts one outcome from the next. */
const NEXT = /(?<![\w-])and(?![\w-])|[&;.,]/gi;

/** The direction verb that a title opens with and gives no number to. */
export function directionWithoutNumber(title: Title, given: Partial<WordOptions>): Hit | null {
  const verb = openingDirection(title, given);
  return verb === null || saysHowMuch(title.plain.slice(verb.end)) ? null : verb;
}

/** The work that a title opens with and gives no number to. */
export function activityWithoutNumber(title: Title, given: Partial<WordOptions>): Hit | null {
  const verb = openingActivity(title, given);
  return verb === null || saysHowMuch(title.plain.slice(verb.end)) ? null : verb;
}

/** The second direction verb of a title that opens with one: "Increase sales and reduce returns". */
export function secondOutcome(title: Title, given: Partial<WordOptions>): Hit | null {
  const first = openingDirection(title, given);
  if (first === null) return null;
  const { plain } = title;
  NEXT.lastIndex = first.end;
  for (let part = NEXT.exec(plain); part !== null; part = NEXT.exec(plain)) {
    const gap =
      /^\s*(?:and\s+)?(?:(?:also|then|thereby|to|we)\s+)*/i.exec(plain.slice(NEXT.lastIndex))?.[0].length ?? 0;
    const at = NEXT.lastIndex + gap;
    const verb = gap === 0 ? null : directionAt(plain, at, given);
    if (verb !== null && isSecondVerb(verb, plain)) return verb;
  }
  return null;
}

/** Words such as "more" and "less" open an outcome of their own only at the start of a title. */
function isSecondVerb(verb: Hit, plain: string): boolean {
  if (/^(?:more|fewer|less)$/i.test(verb.text)) return false;
  return isDirectionVerb(verb.text, plain.slice(verb.end));
}
