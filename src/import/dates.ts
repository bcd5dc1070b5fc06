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

/** How `2010-11` is read where the texts beside it tell: as November 2010, or as the year from 2010 to 2011. */
export type SpanReading = "month" | "years";

/**
 * The period, or the one day, that a text means; null where it means none, or one of two. `reading` says what is known
 * of spans such as `2010-11`.
 */
export function periodNamed(text: string, fiscal: FiscalYear, reading: SpanReading | null = null): Named | null {
  if (text.length > LONGEST) return null;
  const plain = plainCharacters(text);
  // Behind a day only a time of it may stand, which is dropped.
  const isMore = /^\d{4}-\d\d-\d\d[T ](?!\d\d:\d\d)/.test(plain);
  const day = DATE.test(plain) ? plain : isMore ? null : dateMeant(plain);
  if (day !== null) {
    const at = parseDay(day);
    return at === null ? null : { start: at, end: at, label: day };
  }
  const span = yearSpan(plain);
  if (span !== null && (span.isSure || reading !== "month")) {
    return span.isSure || reading === "years" ? fiscalYearFrom(span.from, fiscal) : null;
  }
  const label = TIMEFRAME.test(plain) ? plain : (labelMeant(monthNumbered(plain)) ?? labelMeant(plain));
  return label === null || !TIMEFRAME.test(label) ? null : labelled(label, fiscal);
}

function labelled(label: string, fiscal: FiscalYear): Named | null {
  const parsed = parseTimeframe(label, fiscal);
  return parsed.ok ? { start: parsed.timeframe.start, end: parsed.timeframe.end, label } : null;
}

/** Two years in a row, as fiscal years are written. */
export interface YearSpan {
  readonly from: number;
  /** Whether it can be nothing else: `2010-11` may be November, and `2010-2011` two whole years. */
  readonly isSure: boolean;
  /** Whether both years have four digits. */
  readonly isLong: boolean;
}

/** The years that `2016-17`, `FY 2010/11` or `2016-2017` names; null for other texts. */
export function yearSpan(text: string): YearSpan | null {
  const [, mark, from = "", to = ""] =
    /^(FY ?)?((?:19|20)\d\d) ?[-/] ?(\d\d|(?:19|20)\d\d)$/i.exec(plainCharacters(text)) ?? [];
  if (from === "" || Number(to) % 100 !== (Number(from) + 1) % 100) return null;
  const isLong = to.length === 4;
  const isNoMonth = !isLong && (Number(to) > 12 || to === "00");
  return { from: Number(from), isSure: mark !== undefined || isNoMonth, isLong };
}

/** Whether the config states a fiscal year of its own; one that is the calendar year spans no two of them. */
export function isFiscalStated({ month, day }: FiscalYear): boolean {
  return month !== 1 || day !== 1;
}

function fiscalYearFrom(year: number, fiscal: FiscalYear): Named | null {
  if (!isFiscalStated(fiscal)) return null;
  return labelled(`FY${fiscal.namedBy === "end" ? year + 1 : year}`, fiscal);
}

/** How spans are read among these texts: months beside them speak for months, fiscal years for fiscal years. */
export function spanReadingOf(texts: readonly string[]): SpanReading | null {
  const spans = texts.flatMap((text) => yearSpan(text) ?? []);
  const isMonths = texts.some((text) => /^(?:19|20)\d\d-(?:0\d|1[0-2])$/.test(text.trim()) && yearSpan(text) === null);
  // Two-year periods would not overlap.
  const long = new Set(spans.filter(({ isLong }) => isLong).map(({ from }) => from));
  const isYears = spans.some(({ isSure }) => isSure) || [...long].some((from) => long.has(from + 1));
  if (isMonths === isYears) return null;
  return isMonths ? "month" : "years";
}

/** Why a span of two years is no time that is known, as half a sentence; null for other texts. */
export function spanFault(text: string, fiscal: FiscalYear, subject = "it"): string | null {
  if (yearSpan(text) === null) return null;
  return isFiscalStated(fiscal)
    ? `${subject} may be a fiscal year or another period: write FY2026, or its days`
    : `${subject} may be a fiscal year: say in the config when yours starts, with fiscal_year_starts`;
}

/** The day a text means: the first or the last of a period. */
export function dayNamed(text: string, edge: "start" | "end", fiscal: FiscalYear): Day | null {
  return periodNamed(text, fiscal)?.[edge] ?? null;
}

/** Why a text is no date, as half a sentence that follows it. */
export function dateFault(text: string, fiscal: FiscalYear, subject = "it"): string {
  return spanFault(text, fiscal, subject) ?? (mayBeTwoDays(text) ? `${subject} ${TWO_DAYS}` : `${subject} is no date`);
}

/** What is wrong with `03/04/2026`. */
export const TWO_DAYS = "may begin with its day or with its month; say which with --dates dmy or --dates mdy";

function mayBeTwoDays(text: string): boolean {
  const [, first = "", second = ""] = SLASHED.exec(text.trim()) ?? [];
  return [first, second].every((part) => Number(part) > 0 && Number(part) <= 12);
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** How `03/04/2026` is read: told by other dates of the same column, such as 31/03/2026. */
export type DayOrder = "day-first" | "month-first";

/** The order that the slashed dates of a column have in common; null where they do not tell, or do not agree. */
export function dayOrderOf(texts: Iterable<string>): DayOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const [, first, second] = SLASHED.exec(text.trim()) ?? [];
    if (Number(first) > 12) dayFirst = true;
    if (Number(second) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? null : dayFirst ? "day-first" : "month-first";
}

/** A slashed date as the format writes it, by the order of its column; other texts as they are. */
export function inOrder(text: string, order: DayOrder | null): string {
  const match = order === null ? null : SLASHED.exec(text.trim());
  if (match === null) return text;
  const [, first = "", second = "", year] = match;
  const [month, day] = order === "day-first" ? [second, first] : [first, second];
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(written) === null ? text : written;
}

/** A date cell as data files write it: a day, or a period that they know; null for any other text. */
export function dataDate(
  text: string,
  fiscal: FiscalYear,
  reading: SpanReading | null = null,
): { readonly written: string; readonly end: Day } | null {
  const named = periodNamed(text, fiscal, reading);
  if (named === null) return null;
  const isPeriod = parsePeriod(named.label) !== null;
  return { written: isPeriod ? named.label : formatDay(named.end), end: named.end };
}
