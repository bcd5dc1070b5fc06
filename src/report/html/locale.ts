/** Numbers and dates as a language writes them, fixed when the report is written. */

import { type Day, dayOf, formatDay, monthNamed, parseDay } from "../../workspace/day.ts";

const MS_PER_DAY = 86_400_000;
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
/** Dates as the product's own sentences write them: `2026-06-30` and `30 June 2026`. */
const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/_-])(?:(\\d{4}-\\d\\d-\\d\\d)|(\\d{1,2}) (${MONTHS}) (\\d{4}))(?![\\p{L}\\p{N}-])`,
  "gu",
);
/** What every such date has. */
const YEAR = /\d{4}/;
/** A number with grouped thousands or decimals, as those sentences write it. */
const NUMBER = /(?<![\p{L}\p{N}_.,/-]|\p{N}-)(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\p{L}\p{N}_]|[.,]\d)/gu;

/** How one report writes figures; words stay English. */
export interface Locale {
  /** A BCP 47 tag. */
  readonly tag: string;
  /** The language of the words, for `lang`: the tag where it is English, else `en`. */
  readonly language: string;
  /** The product's own sentence or figure, its numbers and dates rewritten; texts of authors are never given to it. */
  readonly figures: (sentence: string) => string;
  /** `30 Jun 2026`, in the order of the language. */
  readonly day: (day: Day) => string;
  /** The name of a day on an axis whose names are so many days apart: a year, a month or a day. */
  readonly tick: (day: Day, step: number) => string;
  /** A day as it is written in files (`2026-06-30`); any other text is left as it is. */
  readonly dateText: (text: string) => string;
  /** A count. */
  readonly count: (value: number) => string;
  /** A count of things: `1 KPI`, `1,200 KPIs`. */
  readonly many: (value: number, noun: string) => string;
}

/** The locale of a tag that `Intl` knows; throws a RangeError for a tag of the wrong form. */
export function localeOf(tag: string): Locale {
  const [canonical = "en"] = Intl.getCanonicalLocales(tag);
  const whole = new Intl.NumberFormat(canonical, { numberingSystem: "latn" });
  const date = new Intl.DateTimeFormat(canonical, {
    dateStyle: "medium",
    timeZone: "UTC",
    numberingSystem: "latn",
    calendar: "gregory",
  });
  const point = whole.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
  const days = new Map<Day, string>();
  const day = (value: Day): string => {
    let text = days.get(value);
    if (text === undefined) {
      // Beyond what a date can hold there is no language left either.
      text = Math.abs(value) > 100_000_000 ? formatDay(value) : date.format(value * MS_PER_DAY);
      days.set(value, text);
    }
    return text;
  };
  const axis = { timeZone: "UTC", numberingSystem: "latn", calendar: "gregory" } as const;
  const years = new Intl.DateTimeFormat(canonical, { ...axis, year: "numeric" });
  const months = new Intl.DateTimeFormat(canonical, { ...axis, month: "short", year: "2-digit" });
  const monthDays = new Intl.DateTimeFormat(canonical, { ...axis, month: "short", day: "numeric" });
  const isEnglish = canonical === "en" || canonical.startsWith("en-");
  const isAsWritten = point === "." && whole.format(1_234_567) === "1,234,567";
  const numbers = (sentence: string): string => {
    if (isAsWritten) return sentence;
    return sentence.replace(NUMBER, (found, sign: string, digits: string, decimals: string | undefined) => {
      if (!digits.includes(",") && decimals === undefined) return found;
      const grouped = whole.format(BigInt(digits.replaceAll(",", "")));
      return `${sign}${grouped}${decimals === undefined ? "" : point + decimals}`;
    });
  };
  const dates = (found: string, iso: string | undefined, number: string, month: string, year: string): string => {
    const at = iso === undefined ? dayOf(Number(year), monthNamed(month) ?? 1, Number(number)) : parseDay(iso);
    return at === null ? found : day(at);
  };
  return {
    tag: canonical,
    language: isEnglish ? canonical : "en",
    figures: (sentence) => {
      const rewritten = numbers(sentence);
      return YEAR.test(sentence) ? rewritten.replace(DATE, dates) : rewritten;
    },
    day,
    tick: (value, step) => {
      if (Math.abs(value) > 100_000_000) return formatDay(value);
      return (step >= 360 ? years : step >= 28 ? months : monthDays).format(value * MS_PER_DAY);
    },
    dateText: (text) => {
      const at = parseDay(text);
      return at === null ? text : day(at);
    },
    count: (value) => whole.format(value),
    many: (value, noun) => `${whole.format(value)} ${noun}${value === 1 ? "" : "s"}`,
  };
}
