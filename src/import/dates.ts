/** Days and periods in imported texts: `2026-Q3`, `March 2027`, `31 December 2026`, `FY 26`, `31.12.2026`. */

import { dateMeant, monthNumbered } from "../definition/explain/traps/date.ts";
import { plainCharacters } from "../definition/explain/traps/trap.ts";
import { DATE, TIMEFRAME } from "../definition/patterns.ts";
import { labelMeant } from "../workspace/date-meant.ts";
import { type Day, formatDay, parseDay } from "../workspace/day.ts";
import { type FiscalYear, parsePeriod, parseTimeframe, type Window } from "../workspace/timeframe.ts";

/** A period with its name: the label as the format writes it, or a single day. */
export interface Named extends Window {
  readonly label: string;
}

/** Longer texts are no date. */
const LONGEST = 40;

/**
 * The period, or the one day, that a text means; null where it means none, or one of two. `isMonth` says that
 * `2010-11` is known to be a month.
 */
export function periodNamed(text: string, fiscal: FiscalYear, isMonth = false): Named | null {
  if (text.length > LONGEST) return null;
  const plain = plainCharacters(text);
  // Behind a day only a time of it may stand, which is dropped.
  const isMore = /^\d{4}-\d\d-\d\d[T ](?!\d\d:\d\d)/.test(plain);
  const day = DATE.test(plain) ? plain : isMore ? null : dateMeant(plain);
  if (day !== null) {
    const at = parseDay(day);
    return at === null ? null : { start: at, end: at, label: day };
  }
  if (!isMonth && mayBeFiscalSpan(plain)) return null;
  const label = TIMEFRAME.test(plain) ? plain : (labelMeant(monthNumbered(plain)) ?? labelMeant(plain));
  if (label === null || !TIMEFRAME.test(label)) return null;
  const parsed = parseTimeframe(label, fiscal);
  return parsed.ok ? { start: parsed.timeframe.start, end: parsed.timeframe.end, label } : null;
}

/** `2010-11` is November to one reader and the year from 2010 to 2011 to another. */
export function mayBeFiscalSpan(text: string): boolean {
  const [, from = "", to = ""] = /^(?:FY ?)?((?:19|20)\d\d) ?[-/] ?(\d\d|(?:19|20)\d\d)$/i.exec(text.trim()) ?? [];
  return from !== "" && Number(to) % 100 === (Number(from) + 1) % 100;
}

/** The day a text means: the first or the last of a period. */
export function dayNamed(text: string, edge: "start" | "end", fiscal: FiscalYear): Day | null {
  return periodNamed(text, fiscal)?.[edge] ?? null;
}

/** How `03/04/2026` is read: told by other dates of the same column, such as 31/03/2026. */
export type DayOrder = "day-first" | "month-first";

/** The order that the slashed dates of a column have in common; null where they do not tell, or do not agree. */
export function dayOrderOf(texts: Iterable<string>): DayOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}$/.exec(text.trim()) ?? [];
    if (Number(first) > 12) dayFirst = true;
    if (Number(second) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? null : dayFirst ? "day-first" : "month-first";
}

/** A slashed date as the format writes it, by the order of its column; other texts as they are. */
export function inOrder(text: string, order: DayOrder | null): string {
  const match = order === null ? null : /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text.trim());
  if (match === null) return text;
  const [, first = "", second = "", year] = match;
  const [month, day] = order === "day-first" ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A date cell as data files write it: a day, or a period that they know; null for any other text. */
export function dataDate(
  text: string,
  fiscal: FiscalYear,
  isMonth = false,
): { readonly written: string; readonly end: Day } | null {
  const named = periodNamed(text, fiscal, isMonth);
  if (named === null) return null;
  const isPeriod = parsePeriod(named.label) !== null;
  return { written: isPeriod ? named.label : formatDay(named.end), end: named.end };
}
