/** What stands around the numbers of a target phrase: a deadline, a repeated period, what it is compared with. */

import type { Day } from "../workspace/day.ts";
import type { FiscalYear, RecurringEvery, Window } from "../workspace/timeframe.ts";
import { type Named, periodNamed } from "./dates.ts";

/** A phrase without the parts that were understood. */
export interface Parts {
  readonly core: string;
  /** The last day: "by March 2027". */
  readonly due: Day | null;
  /** The whole window: "in 2026". */
  readonly window: Named | null;
  /** "per year". */
  readonly every: RecurringEvery | null;
  /** Whether it says "from baseline" or "from 2019 levels". */
  readonly isCompared: boolean;
  /** The period whose value is the baseline, where one is named. */
  readonly comparedWith: Named | null;
}

const UNTIL = "by|until|till|before";
const DURING = "in|during|for|throughout";
const END_OF =
  "(?:the )?(?:(?<edge>end|close) of )?(?:the )?(?<fiscal>fiscal year |financial year )?(?:calendar year |year )?";
const TIME = "[\\p{L}\\d][\\p{L}\\d ,./-]{1,30}?";
const AT_END = new RegExp(`^(?<core>.+)[,;]? ?\\(?\\b(?<word>${UNTIL}|${DURING}) ${END_OF}(?<time>${TIME})\\)?$`, "iu");
const AT_START = new RegExp(`^(?<word>${UNTIL}|${DURING}) ${END_OF}(?<time>${TIME}) ?[,:] ?(?<core>.+)$`, "iu");

const EVERY: Readonly<Record<string, RecurringEvery>> = {
  week: "weekly",
  weekly: "weekly",
  month: "monthly",
  monthly: "monthly",
  quarter: "quarterly",
  quarterly: "quarterly",
  year: "yearly",
  yearly: "yearly",
  annum: "yearly",
  annually: "yearly",
  "p.a.": "yearly",
};
const EACH =
  /^(?<core>.+?),? ?(?:(?:per |a |an |each |every |\/ ?|in (?:each|every) )(?:calendar |fiscal |financial )?(?<noun>week|month|quarter|year|annum)|(?<adverb>weekly|monthly|quarterly|yearly|annually|p\.a\.))$/iu;

const COMPARED = new RegExp(
  "^(?<core>.+?),? \\(?(?:(?<side>below|above)|from|over|on|vs\\.?|versus|against|relative to|(?:as )?compared (?:to|with)|than) " +
    "(?:(?:the|a|its|our|their) )?(?:baseline(?: (?:level|value|year))?|baseline (?:of|in) (?<year>(?:19|20)\\d\\d)|" +
    "(?<before>[\\p{L}\\d][\\p{L}\\d /-]{2,20}?)(?:'s)?(?: (?:baseline|base year|levels?|values?|figures?|results?))?)\\)?$",
  "iu",
);

/** Takes off what stands at the edges of a phrase, each kind once. */
export function partsOf(phrase: string, fiscal: FiscalYear): Parts {
  const core = phrase.replace(/\b(?:on or before|(?:no|not) later than)\b/gi, "by");
  let parts: Parts = { core, due: null, window: null, every: null, isCompared: false, comparedWith: null };
  for (;;) {
    const next = withoutTime(parts, fiscal) ?? withoutEvery(parts) ?? withoutComparison(parts, fiscal);
    if (next === null) return parts;
    parts = next;
  }
}

function withoutTime(parts: Parts, fiscal: FiscalYear): Parts | null {
  if (parts.due !== null || parts.window !== null) return null;
  const groups = AT_END.exec(parts.core)?.groups ?? AT_START.exec(parts.core)?.groups;
  if (groups === undefined) return null;
  const { core = "", word = "", edge, time = "" } = groups;
  const named = periodNamed(groups.fiscal === undefined ? time : `FY${time}`, fiscal);
  if (named === null) return null;
  if (new RegExp(`^(?:${UNTIL})$`, "i").test(word)) {
    const isBefore = /^before$/i.test(word) && edge === undefined;
    return withTime(parts, core, isBefore ? named.start - 1 : named.end, null);
  }
  // A single day is no window, and "during the end of" is no English.
  return edge !== undefined || named.start === named.end ? null : withTime(parts, core, null, named);
}

function withTime(parts: Parts, core: string, due: Day | null, window: Named | null): Parts {
  const { every, isCompared, comparedWith } = parts;
  return { core: core.replace(/[ ,;(]+$/, "").trim(), due, window, every, isCompared, comparedWith };
}

function withoutEvery(parts: Parts): Parts | null {
  if (parts.every !== null) return null;
  const groups = EACH.exec(parts.core)?.groups;
  const every = groups === undefined ? undefined : EVERY[(groups.noun ?? groups.adverb ?? "").toLowerCase()];
  if (groups === undefined || every === undefined) return null;
  const { due, window, isCompared, comparedWith } = parts;
  return { core: (groups.core ?? "").trim(), due, window, every, isCompared, comparedWith };
}

function withoutComparison(parts: Parts, fiscal: FiscalYear): Parts | null {
  if (parts.isCompared) return null;
  const groups = COMPARED.exec(parts.core)?.groups;
  if (groups === undefined) return null;
  const words = groups.year ?? groups.before?.replace(/ ?baseline$/i, "") ?? "";
  const comparedWith = words === "" ? null : periodNamed(words, fiscal);
  // "From current levels" moves with the reader, and "from 40" is a number.
  if (words !== "" && comparedWith === null) return null;
  const core = (groups.core ?? "").trim();
  // "40 % below 1990 levels" has its direction here, "reduce by 40 % below 1990 levels" has it already.
  const side = groups.side === undefined || !/^\d/.test(core) ? "" : /below/i.test(groups.side) ? " lower" : " higher";
  const { due, window, every } = parts;
  return { core: core + side, due, window, every, isCompared: true, comparedWith };
}

/** Whether a window holds exactly one of the periods. */
export function isOnePeriod(window: Window, every: RecurringEvery): boolean {
  const days = window.end - window.start + 1;
  if (every === "weekly") return days === 7;
  if (every === "monthly") return days >= 28 && days <= 31;
  return every === "quarterly" ? days >= 90 && days <= 92 : days === 365 || days === 366;
}
