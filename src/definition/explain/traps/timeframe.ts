/** Texts in `timeframe` that are no form of a timeframe. */

import { DATE, TIMEFRAME } from "../../patterns.ts";
import { dateMeant, monthNumbered, periodEdges } from "./date.ts";
import { NO_VALUE, PLACEHOLDER, type Said, type Trap, type TrapContext, write } from "./trap.ts";

const YEAR = "((?:19|2\\d)\\d\\d)";
const GAP = "[ ./_-]*";

/** Other ways to write a label: pattern → label. Months are numbers already. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = (
  [
    [`${YEAR}${GAP}q0?([1-4])`, "$1-Q$2"],
    [`q0?([1-4])${GAP}${YEAR}`, "$2-Q$1"],
    [`([1-4])q${GAP}${YEAR}`, "$2-Q$1"],
    [`q([1-4])${GAP}'?(\\d\\d)`, "20$2-Q$1"],
    [`${YEAR}${GAP}h0?([12])`, "$1-H$2"],
    [`h0?([12])${GAP}${YEAR}`, "$2-H$1"],
    [`([12])h${GAP}${YEAR}`, "$2-H$1"],
    [`${YEAR}${GAP}(?:cw|kw|w|wk|week) ?([1-9])`, "$1-W0$2"],
    [`${YEAR}${GAP}(?:cw|kw|w|wk|week) ?(\\d\\d)`, "$1-W$2"],
    [`(?:cw|kw|w|wk|week) ?([1-9])${GAP}${YEAR}`, "$2-W0$1"],
    [`(?:cw|kw|w|wk|week) ?(\\d\\d)${GAP}${YEAR}`, "$2-W$1"],
    [`${YEAR}[ ./_-]([1-9])`, "$1-0$2"],
    [`${YEAR}[ ./_-]?(0[1-9]|1[0-2])`, "$1-$2"],
    [`([1-9])[ ./_-]${YEAR}`, "$2-0$1"],
    [`(0[1-9]|1[0-2])[ ./_-]${YEAR}`, "$2-$1"],
    [`(?:fy|fiscal(?: year)?|financial year) ?${YEAR}`, "FY$1"],
    ["fy ?'?(\\d\\d)", "FY20$1"],
    [`fy ?${YEAR}${GAP}q([1-4])`, "FY$1-Q$2"],
    [`fy ?'?(\\d\\d)${GAP}q([1-4])`, "FY20$1-Q$2"],
    [`q([1-4])${GAP}fy ?${YEAR}`, "FY$2-Q$1"],
    [`q([1-4])${GAP}fy ?'?(\\d\\d)`, "FY20$2-Q$1"],
    [`(?:cy|calendar year|year)? ?${YEAR}`, "$1"],
    ["'?(1[3-9]|[2-9]\\d)", "20$1"],
  ] as const
).map(([pattern, label]) => [new RegExp(`^${pattern}$`, "i"), label]);

/** Words before a label that add nothing to it. */
const LEAD_IN = /^(?:(?:in|during|for|by|until|till|before|due|the|end|of|eoy) )+/i;

const EVERY: Readonly<Record<string, string>> = {
  w: "weekly",
  b: "weekly",
  m: "monthly",
  d: "monthly",
  q: "quarterly",
  y: "yearly",
  a: "yearly",
};

export const TIMEFRAME_TRAPS: readonly Trap[] = [
  {
    id: "placeholder",
    pattern: new RegExp(`${PLACEHOLDER.source}|${NO_VALUE.source}`, "i"),
    say: (_, { place, shown }) => ({
      message: `${place} is "${shown}": write a period such as 2026-Q3, or set \`state: draft\` until it is decided.`,
      suggestions: [],
    }),
  },
  {
    id: "ongoing",
    pattern:
      /^(?:on-?going|continuous(?:ly)?|always|permanent(?:ly)?|standing|rolling|recurring|indefinite(?:ly)?|forever|evergreen|perpetual|open|open-ended)$/i,
    say: (_, context) => recurring("monthly", context),
  },
  {
    id: "every-period",
    pattern:
      /^(?:every |each |per |once a )?(?:calendar )?(week|month|day|quarter|year|daily|biweekly|annual)(?:ly)?$/i,
    say: ([, word = ""], context) => recurring(EVERY[word.charAt(0).toLowerCase()] ?? "monthly", context),
  },
  {
    id: "timeframe-spelling",
    pattern: /^.*$/,
    say: ([text], { place }) => {
      const label = labelMeant(text);
      if (label === null) return null;
      const fault = text === label ? "has characters around its period that do not belong there" : `says "${text}"`;
      return { message: `${place} ${fault}: this is written ${label}.`, suggestions: [write(yearOrLabel(label))] };
    },
  },
  {
    id: "fiscal-span",
    pattern: /^(?:fy ?((?:19|2\d)?\d\d) ?[/-] ?((?:19|2\d)?\d\d)|((?:19|2\d)\d\d) ?[/-] ?(\d\d))$/i,
    say: ([, fyFrom, fyTo, from, to], { place, shown }) => {
      const [first, second] = [fullYear(fyFrom ?? from), fullYear(fyTo ?? to)];
      if (second !== first + 1) return null;
      return {
        message: `${place} says "${shown}": a fiscal year has one number, that of the year in which it starts unless the config says \`fiscal_year_named_by: end\`.`,
        suggestions: [write(`FY${first}`, "named by its start"), write(`FY${second}`, "named by its end")],
      };
    },
  },
  {
    id: "fiscal-half",
    pattern: /^(?:fy ?(?:\d\d)?\d\d[ ./_-]*h([12])|h([12])[ ./_-]*fy ?(?:\d\d)?\d\d)$/i,
    say: (_, { place }) => ({
      message: `${place}: there is no label for half a fiscal year; write its two days, such as { start: 2026-04-01, end: 2026-09-30 }.`,
      suggestions: [],
    }),
  },
  {
    id: "year-missing",
    pattern: /^(?:q0?([1-4])|([1-4])q|h([12])|(?:w|wk|week|cw|kw) ?(\d{1,2})|(0[1-9]|1[0-2]))$/i,
    say: (match, context) => yearMissing(match, context),
  },
  {
    id: "year-missing",
    pattern: /^[a-z.]+$/i,
    say: ([text], context) => {
      const month = monthNumbered(text);
      return /^\d\d$/.test(month) ? completed(month, context) : null;
    },
  },
  {
    id: "days-in-text",
    pattern:
      /^(?:from |between )?(.+?)(?: (?:to|until|till|through|and|-) |\.\.+|[,;/] ?|(?<=^\d{4})-(?=\d{4}$)|(?<=^\d{4}-\d\d-\d\d)-(?=\d{4}))(.+)$/i,
    say: ([, from = "", to = ""], { place }) => {
      const [start, end] = [dayMeant(from, "start"), dayMeant(to, "end")];
      if (start === null || end === null || start > end) return null;
      return {
        message: `${place} is text: two days are written { start: ${start}, end: ${end} }.`,
        suggestions: [write({ start, end })],
      };
    },
  },
  {
    id: "single-date",
    pattern: /^(?:(?:due|by|until|before|end|ends|on|to)(?: on| by)?:? )?(.+)$/i,
    say: ([, text = ""], { place }) => {
      const day = dayMeant(text, null);
      if (day === null) return null;
      return {
        message: `${place} is the single day ${day}: write the period, or its first and last day.`,
        suggestions: [write({ start: `${day.slice(0, 4)}-01-01`, end: day })],
      };
    },
  },
  {
    id: "no-such-period",
    pattern: /^(?:FY)?\d{4}-(?:[QHW]?\d{1,2}|\d{2}-\d{2})$/,
    say: ([text], { place }) => ({
      message: `${place}: there is no period ${text}; quarters are Q1 to Q4, halves H1 and H2, months 01 to 12, weeks W01 to W53, and days must exist.`,
      suggestions: [],
    }),
  },
  {
    id: "relative-time",
    pattern:
      /\b(?:next|this|current|last|coming|end of|soon|eoy|eoq|eom|ytd|later|asap|today|now|(?:long|mid|short|medium)[ -]term|within|in \d+)\b/i,
    say: (_, { place, shown }) => ({
      message: `${place} says "${shown}", which means something else every day: write the period itself, such as 2026-Q3.`,
      suggestions: [],
    }),
  },
];

/** The label that a text means; null where it means none. */
function labelMeant(text: string): string | null {
  const numbered = monthNumbered(text).replace(LEAD_IN, "");
  for (const [pattern, label] of SPELLINGS) {
    if (!pattern.test(numbered)) continue;
    const written = numbered.replace(pattern, label);
    if (TIMEFRAME.test(written)) return written;
  }
  return null;
}

/** A plain year is a number. */
function yearOrLabel(label: string): string | number {
  return /^\d{4}$/.test(label) ? Number(label) : label;
}

function recurring(every: string, { place, shown, year }: TrapContext): Said {
  return {
    message: `${place} says "${shown}": a KPI that stands has a recurring timeframe such as { every: ${every}, start: ${year ?? 2026}-01-01 }, whose target must hold in every period.`,
    suggestions:
      year === null
        ? [{ title: `Write { every: ${every}, start: … } with the day it began` }]
        : [write({ every, start: `${year}-01-01` })],
  };
}

function yearMissing([, quarter, quarterFirst, half, week, month]: RegExpExecArray, context: TrapContext): Said {
  if (half !== undefined) return completed(`H${half}`, context);
  if (week !== undefined) return completed(`W${week.padStart(2, "0")}`, context);
  return completed(month ?? `Q${quarter ?? quarterFirst}`, context);
}

function completed(part: string, { place, shown, year }: TrapContext): Said {
  return {
    message: `${place} says "${shown}" without a year: write it in full, such as ${year ?? 2026}-${part}.`,
    suggestions: year === null ? [] : [write(`${year}-${part}`)],
  };
}

/** A day as it is, in another spelling, or the edge of a period. */
function dayMeant(text: string, edge: "start" | "end" | null): string | null {
  if (DATE.test(text)) return text;
  const period = edge === null ? null : periodEdges(TIMEFRAME.test(text) ? text : (labelMeant(text) ?? ""));
  return edge === null || period === null ? dateMeant(text) : period[edge];
}

function fullYear(year = ""): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
