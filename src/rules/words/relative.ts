/** Words for a time that moves with the reader: "next quarter", "by end of year", "soon". */

import { saysHowMuch } from "./numbers.ts";
import { openingActivity, openingPromise } from "./outcomes.ts";
import { type Hit, OWN_WORDS, type WordOptions, wordFinder, wordOptions } from "./phrases.ts";
import type { Title } from "./titles.ts";

const YEARS = ["year", "fiscal year", "financial year", "calendar year", "school year", "academic year"];
const PERIODS = [...YEARS, "half-year", "semester", "season", "quarter", "month", "week", "decade", "sprint"];
const ENDING = [...YEARS, "half-year", "semester", "quarter", "month"];
const SEVERAL = ["years", "quarters", "months", "weeks"];

/** The words that timely/relative-words looks for unless a team says otherwise. */
export const RELATIVE_OPTIONS = wordOptions([
  ...PERIODS.flatMap((period) => [`next ${period}`, `this ${period}`]),
  ...SEVERAL.flatMap((periods) => [
    ...["#", "few", "two", "three", "five"].map((count) => `next ${count} ${periods}`),
    `coming ${periods}`,
  ]),
  ...ENDING.flatMap((period) => [`end of ${period}`, `end of the ${period}`]),
  "year-end",
  "year's end",
  "quarter-end",
  "month-end",
  "eoy",
  "eoq",
  "eom",
  "coming year",
  "upcoming year",
  "soon",
  "shortly",
  "in the near future",
  "in the foreseeable future",
  "in the future",
  "in due course",
  "someday",
  "going forward",
]);

const findWords = wordFinder(RELATIVE_OPTIONS);

/** Belongs to the words that follow: "by the end of" next quarter, "before the" end of year. */
const UNTIL =
  /(?<![\w-])(?:(?:by|before|until|till|towards)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?|end\s+of\s+(?:the\s+)?)$/i;
/** An end alone is no deadline: "loans in default at the end of the year", "year-end accounts". */
const END = /^(?:end\s|year|quarter-|quarter\s|month|eo[yqm]$)/i;

/** What is planned, due or expected for a time is what the title measures, not when it is to be reached. */
const HORIZON =
  /(?<![\w-])(?:plan|plans|planned|planning|expect|expects|expecting|expected|intend|intends|intending|optimistic|likely|due|scheduled|expir(?:e|es|ing|y)|renew(?:s|ing|al|als)?|forecast|forecasts|forecasted|booked|bookings|budgeted|committed|coverage|falling|maturing|ending|want|wanting|hope|hoping|who|that)(?![\w-])/i;
const MEASURED =
  /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:average|median|mean|total|annual|monthly|quarterly|cumulative)\s+)?(?:share|percentage|percent|proportion|rate|ratio|%|number|count|amount|value)(?!\w)/i;
/** A year, quarter or day right behind the words: "by the end of the year 2026", "by year-end (31 December 2026)". */
const NAMED = /^[\s,(]*(?:of\s+)?(?:(?:FY|Q[1-4]|H[12])\s?)*(?:in\s+)?(?:\d{1,2}\s+\w+\s+)?(?:19|20)\d\d/i;

/**
 * The words of a title for a time that only the day of reading gives. A KPI's title without a verb and a number may
 * count what was done by such a time ("books closed by the end of the month"); a goal's title promises.
 */
export function relativeWords(title: Title, given: Partial<WordOptions>, isGoal = false): readonly Hit[] {
  const hits = findWords(title, given);
  if (hits.length === 0) return hits;
  const promises = isGoal || openingPromise(title, OWN_WORDS) !== null || openingActivity(title, OWN_WORDS) !== null;
  return hits.map((hit) => withUntil(hit, title.plain)).filter((hit) => isDeadline(hit, title, promises));
}

function withUntil(hit: Hit, plain: string): Hit {
  const start = UNTIL.exec(plain.slice(0, hit.start))?.index ?? hit.start;
  return start === hit.start ? hit : { start, end: hit.end, text: plain.slice(start, hit.end) };
}

function isDeadline(hit: Hit, { text, plain }: Title, promises: boolean): boolean {
  const before = plain.slice(0, hit.start);
  const after = text.slice(hit.end);
  if (END.test(hit.text) || NAMED.test(after) || /^['’]s/.test(after) || HORIZON.test(before)) return false;
  if (/^(?:soon|shortly)$/i.test(hit.text)) {
    return !/(?:as|too|so)\s+$/i.test(before) && !/^\s+(?:as|after|before)(?!\w)/i.test(after);
  }
  // "Next quarter forecast error" and "this week in data" are names of what is measured.
  if (before.trim() === "") return /^\s*(?:[:,;–—-]|(?:we|our|the|at|\d))/i.test(after);
  if (promises) return true;
  if (/(?<![\w-])for\s+(?:the\s+)?$/i.test(before)) return false;
  return !/^(?:by|before|until|till|towards)\s/i.test(hit.text) || (saysHowMuch(before) && !MEASURED.test(plain));
}
