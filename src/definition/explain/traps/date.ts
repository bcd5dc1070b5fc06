/** Texts where a day is wanted. */

import { DATE, DATE_OR_PERIOD, MONTH_DAY } from "../../patterns.ts";
import { type Trap, write } from "./trap.ts";

const MONTH_NAME =
  "\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Spelling {
  readonly pattern: RegExp;
  /** The groups that hold year, month and day. */
  readonly groups: readonly [year: number, month: number, day: number];
}

const YEAR_FIRST = [1, 2, 3] as const;
const DAY_FIRST = [3, 2, 1] as const;
const MONTH_FIRST = [3, 1, 2] as const;

/** Other ways to write a day; the name of a month stands as M and its number. */
const SPELLINGS: readonly Spelling[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})[T ].*$/, groups: YEAR_FIRST },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, groups: YEAR_FIRST },
  { pattern: /^(\d{4})[-./ ]M?(\d{1,2})[-./ ](\d{1,2})$/, groups: YEAR_FIRST },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]M(\d\d)[ ,-]+(\d{4})$/, groups: DAY_FIRST },
  { pattern: /^M(\d\d)[ -](\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4})$/, groups: MONTH_FIRST },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, groups: DAY_FIRST },
  { pattern: /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, groups: DAY_FIRST },
  { pattern: /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, groups: MONTH_FIRST },
];

/** The text with the name of a month as its number, after `mark`: `July 2026` → `07 2026`. */
export function monthNumbered(text: string, mark = ""): string {
  return text.replace(new RegExp(MONTH_NAME, "i"), (name) => {
    return mark + pad(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  });
}

/** The day that a text means, as `YYYY-MM-DD`; null where it means none, or one of two (`07/08/2026`). */
export function dateMeant(text: string): string | null {
  const marked = monthNumbered(text, "M");
  const days = SPELLINGS.flatMap(({ pattern, groups: [year, month, day] }) => {
    const match = pattern.exec(marked);
    const written = match === null ? "" : `${match[year]}-${pad(match[month])}-${pad(match[day])}`;
    return DATE.test(written) ? [written] : [];
  });
  const different = new Set(days);
  return different.size === 1 ? (days[0] ?? null) : null;
}

function pad(part: string | number | undefined): string {
  return String(part).padStart(2, "0");
}

/** The last day of a month, `2026-02` → `2026-02-28`. */
function lastDay(month: string): string {
  const days = ["31", "30", "29", "28"].map((day) => `${month}-${day}`);
  return days.find((day) => DATE.test(day)) ?? month;
}

/** The first and the last day of a calendar year, half, quarter or month; null for other labels. */
export function periodEdges(label: string): { readonly start: string; readonly end: string } | null {
  const [, year, half, quarter, month] = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(label) ?? [];
  if (year === undefined) return null;
  const months = half !== undefined ? 6 : quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  const last = Number(half ?? quarter ?? month ?? 1) * months;
  return { start: `${year}-${pad(last - months + 1)}-01`, end: lastDay(`${year}-${pad(last)}`) };
}

const IMPOSSIBLE: Trap = {
  id: "impossible-date",
  pattern: /^(\d{4}-\d{2})-\d{2}$/,
  say: ([text, month = ""]) => {
    if (!/-(?:0[1-9]|1[0-2])$/.test(month))
      return { message: `There is no month ${month}: write 01 to 12.`, suggestions: [] };
    const last = lastDay(month);
    return { message: `There is no day ${text}: the month ends on ${last}.`, suggestions: [write(last)] };
  },
};

const OTHER_SPELLING: Trap = {
  id: "date-spelling",
  pattern: /^.*$/,
  say: ([text], { place }) => {
    const day = dateMeant(text);
    return day === null
      ? null
      : { message: `${place} is a day as YYYY-MM-DD: write ${day}.`, suggestions: [write(day)] };
  },
};

export const DATE_TRAPS: readonly Trap[] = [
  IMPOSSIBLE,
  OTHER_SPELLING,
  {
    id: "day-missing",
    pattern: /^\d{4}(?:-(?:\d\d|[QH]\d))?$/,
    say: ([label], { place, key }) => {
      const edges = periodEdges(label);
      if (edges === null) return null;
      const meant = key === "start" ? [write(edges.start)] : key === "end" ? [write(edges.end)] : [];
      return { message: `${place} wants a day, and ${label} is a period: write the day too.`, suggestions: meant };
    },
  },
];

/** Other ways to write a period: pattern → period, where one digit stands for two. */
const PERIOD_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})[-./ _]?([1-9]|0[1-9]|1[0-2])$/, "$1-$2"],
  [/^([1-9]|0[1-9]|1[0-2])[-./ _](\d{4})$/, "$2-$1"],
  [/^(\d{4})[-./ _]?q([1-4])$/i, "$1-Q$2"],
  [/^q([1-4])[-./ _]?(\d{4})$/i, "$2-Q$1"],
  [/^(\d{4})[-./ _]?w(\d{1,2})$/i, "$1-W$2"],
];

function periodMeant(text: string): string | null {
  for (const [pattern, period] of PERIOD_SPELLINGS) {
    if (!pattern.test(text)) continue;
    const written = text.replace(pattern, period).replace(/(-W?)(\d)$/, "$10$2");
    if (DATE_OR_PERIOD.test(written)) return written;
  }
  return null;
}

/** Keys of `values`: a day or a period. */
export const PERIOD_TRAPS: readonly Trap[] = [
  IMPOSSIBLE,
  OTHER_SPELLING,
  {
    id: "period-spelling",
    pattern: /^.*$/,
    say: ([text]) => {
      const period = periodMeant(monthNumbered(text));
      if (period === null) return null;
      return { message: `A period is written ${period}, not "${text}".`, suggestions: [write(period)] };
    },
  },
  {
    id: "half-year",
    pattern: /^(\d{4})[-./ _]?h([12])$/i,
    say: ([text, year, half]) => {
      const day = `${year}-${half === "1" ? "06-30" : "12-31"}`;
      return {
        message: `Values have no half-years: write the last day instead of ${text}.`,
        suggestions: [write(day)],
      };
    },
  },
];

/** The first day of a fiscal year. */
export const MONTH_DAY_TRAPS: readonly Trap[] = [
  {
    id: "month-day",
    pattern: /^(?:\d{4}-)?(\d{1,2})[-./ ](\d{1,2})\.?$/,
    say: ([, month, day], { place }) => monthDay(`${pad(month)}-${pad(day)}`, place),
  },
  {
    id: "month-day",
    pattern: new RegExp(`^(?:(\\d{1,2})\\.? )?(${MONTH_NAME})(?: (\\d{1,2}))?$`, "i"),
    say: ([, before, month = "", after], { place }) =>
      monthDay(`${monthNumbered(month)}-${pad(before ?? after ?? 1)}`, place),
  },
];

function monthDay(written: string, place: string) {
  if (!MONTH_DAY.test(written)) return null;
  return { message: `${place} is a day as MM-DD: write ${written}.`, suggestions: [write(written)] };
}
