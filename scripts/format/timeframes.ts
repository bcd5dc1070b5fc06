/** The days that each form of a timeframe stands for, computed as everywhere else. */

import type { JsonSchema } from "../../src/definition/json-schema.ts";
import { EXAMPLE_DAY } from "../../src/engine/example.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { type Day, formatDay, parseDay } from "../../src/workspace/day.ts";
import {
  CALENDAR_YEAR,
  type FiscalYear,
  parsePeriod,
  parseTimeframe,
  periodsUntil,
  rangeLabel,
  type Timeframe,
  type Window,
  windowAt,
} from "../../src/workspace/timeframe.ts";
import { code, table } from "./markdown.ts";
import { formsIn } from "./objects.ts";

const APRIL: FiscalYear = { month: 4, day: 1, namedBy: "start" };
const APRIL_BY_END: FiscalYear = { month: 4, day: 1, namedBy: "end" };
const AS_OF: Day = parseDay(EXAMPLE_DAY) ?? 0;

/** The forms that the schema lists, fiscal years under three configs, and recurring windows. */
export function timeframeTables(timeframe: JsonSchema): readonly string[] {
  const forms = formsIn(timeframe);
  const fiscal = forms.flatMap(({ written }) => written).filter((form) => form.startsWith("FY"));
  return [
    table(
      ["written", "means", "first day", "last day", "days"],
      forms.flatMap(({ written, means }) =>
        written.map((form) => [code(form), means, ...days(read(form, CALENDAR_YEAR))]),
      ),
    ),
    "A fiscal year follows `fiscal_year_starts` and `fiscal_year_named_by` of the [config](#config):",
    table(
      ["written", "`01-01`, the default", "`04-01`", "`04-01`, named by `end`"],
      fiscal.map((form) => [
        code(form),
        ...[CALENDAR_YEAR, APRIL, APRIL_BY_END].map((year) => rangeLabel(read(form, year))),
      ]),
    ),
    `A recurring timeframe is judged period by period. On ${EXAMPLE_DAY} these are:`,
    table(
      ["written", "period that is scored", "earlier periods on record"],
      ["weekly", "monthly", "quarterly", "yearly"].map((every) => recurring(`{ every: ${every}, start: 2026-01-01 }`)),
    ),
  ];
}

/** What a period in a data file stands for: all its days, counted on its last one. */
export function periodTable(): string {
  const written = ["2026-07-31", "2026-07", "2026-W31", "2026-Q3", "2026"];
  return table(
    ["`date`", "stands for", "counts on"],
    written.map((text) => {
      const window = parsePeriod(text);
      if (window === null) throw new Error(`${text} is no period`);
      return [code(text), window.start === window.end ? "that day" : rangeLabel(window), formatDay(window.end)];
    }),
  );
}

function read(form: string, year: FiscalYear): Timeframe {
  const [document] = readYaml(`timeframe: ${form}`).documents;
  const parsed = parseTimeframe((document?.value as { readonly timeframe: unknown } | undefined)?.timeframe, year);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.timeframe;
}

function days({ start, end, recurring: repeated }: Timeframe): readonly string[] {
  if (repeated !== null && repeated.end === null) return [formatDay(start), "open", ""];
  return [formatDay(start), formatDay(end), String(end - start + 1)];
}

function recurring(form: string): readonly string[] {
  const timeframe = read(form, CALENDAR_YEAR);
  const scored: Window = windowAt(timeframe, AS_OF);
  return [code(form), rangeLabel(scored), String(periodsUntil(timeframe, AS_OF).length - 1)];
}
