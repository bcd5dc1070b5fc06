/** What the headers of a table probably mean. */

import type { FiscalYear } from "../workspace/timeframe.ts";
import type { CsvTable } from "./csv.ts";
import { mayBeFiscalSpan, periodNamed } from "./dates.ts";
import { canonicalUnit } from "./units.ts";

/** What a column may be mapped to, with its meaning; `values` may be several columns. */
export const CSV_FIELDS = {
  title: "what is measured or reached; the only column that is needed",
  id: "an id to make ids from",
  metric: "the metric, where it has a title of its own; rows that name the same one share it",
  definition: "what is counted and what is not",
  unit: "%, EUR, visits …",
  better: "higher or lower",
  category: "financial, customer, operational or employee",
  cadence: "how often there is a value",
  aggregation: "how values become one: last, sum, running, mean, min, max",
  source: "where the values come from",
  link: "the address of a report or dashboard",
  target: "a number, or words such as at least 95 %",
  baseline: "where it starts from",
  "baseline-date": "the day or period of the baseline",
  value: "a measured value",
  date: "the day or period of the value",
  values: "measured values in a column for each period, such as 2025",
  timeframe: "2026, 2026-Q3, from … to …",
  start: "the first day",
  due: "the last day",
  owner: "who answers",
  goal: "the goal or objective it serves",
  why: "how it serves the goal",
  type: "leading or lagging, input or output",
  tags: "words to group by, with commas",
} as const;

export type CsvField = keyof typeof CSV_FIELDS;

/** A header that says a field, best first; a header with a year in it may be a target, a baseline or a value. */
const WORDS: readonly (readonly [field: CsvField, pattern: RegExp])[] = [
  [
    "title",
    /^(?:kpi|kpis|indicator|kpi (?:name|title)|indicator (?:name|title)|(?:key )?performance indicator|key performance indicator|key result|kr|measure name)$/,
  ],
  ["title", /^(?:title|name|measure|what|metric name and title)$/],
  ["id", /^(?:id|key|code|ref|reference|(?:kpi|indicator|metric|kr) (?:id|key|code|ref))$/],
  ["metric", /^(?:metric|metric name|metric title)$/],
  [
    "definition",
    /^(?:definition|description|details|formula|calculation|calculation method|method|methodology|how (?:it is )?(?:calculated|measured))$/,
  ],
  ["unit", /^(?:units?|unit of measure(?:ment)?|uom|measure(?:ment)? unit|measured in)$/],
  ["better", /^(?:better|direction|polarity|(?:desired|target|good) (?:direction|trend)|goal direction)$/],
  ["category", /^(?:category|perspective|bsc perspective|kpi category)$/],
  ["cadence", /^(?:cadence|frequency|(?:reporting|measurement|update) frequency|periodicity|measured)$/],
  ["aggregation", /^(?:aggregation|aggregate|aggregation method)$/],
  ["source", /^(?:source|data source|source of data|system|data provider)$/],
  ["link", /^(?:link|url|dashboard|report)$/],
  ["target", /^(?:target|targets|target value|goal value|kpi target|target level)$/],
  ["baseline", /^(?:baseline|baseline value|base|base value|start(?:ing)? value|initial value|starting point)$/],
  ["baseline-date", /^(?:baseline (?:date|year|period)|base year|baseline as of)$/],
  [
    "value",
    /^(?:value|current|current value|actual|actuals|actual value|latest|latest value|result|results|to date|measured value)$/,
  ],
  [
    "due",
    /^(?:due|due date|deadline|end|end date|target (?:date|year|deadline)|by when|by|until|completion date|date to achieve(?: target)?|finish)$/,
  ],
  ["start", /^(?:start date|start|begin|begins|from|from date)$/],
  ["timeframe", /^(?:timeframe|time frame|time period|fiscal year|fy|cycle|term|time bound|okr period|horizon)$/],
  [
    "date",
    /^(?:date|period|as of|month|quarter|year|week|day|reporting (?:period|date)|measured on|value date|date of value)$/,
  ],
  [
    "owner",
    /^(?:owner|owners|(?:kpi|metric|goal|kr|indicator) owner|responsible|responsible (?:person|party|team)|responsibility|accountable|lead|dri|assignee|assigned to)$/,
  ],
  ["owner", /^(?:team|department|dept)$/],
  [
    "goal",
    /^(?:goal|goals|objective|objectives|(?:strategic|business|company|team) (?:goal|objective)|(?:goal|objective) (?:name|title)|outcome|strategic theme|okr)$/,
  ],
  ["why", /^(?:why|rationale|reason|justification|relevance|importance)$/],
  ["type", /^(?:type|kpi type|indicator type|leading or lagging|lead or lag)$/],
  ["tags", /^(?:tags?|labels?|keywords?)$/],
];

/** Which column is which: by field, by position. */
export interface Mapping {
  readonly fields: Readonly<Partial<Record<Exclude<CsvField, "values">, number>>>;
  /** A column for each period. */
  readonly values: readonly number[];
}

/** A proposal, and fields for which several columns are equally good. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly open: readonly { readonly field: CsvField; readonly columns: readonly number[] }[];
}

/** The words of a header: lower case, without unit and punctuation. */
function wordsOf(header: string): string {
  return header
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/[_\-/.:*#]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Proposes a field for every column that says one. */
export function proposeMapping(table: CsvTable, fiscal: FiscalYear): Proposal {
  const fields: Partial<Record<Exclude<CsvField, "values">, number>> = {};
  const open: { field: CsvField; columns: readonly number[] }[] = [];
  const used = new Set<number>();
  const take = (field: Exclude<CsvField, "values">, columns: readonly number[]): void => {
    const [first, ...others] = columns.filter((index) => !used.has(index));
    if (first === undefined || fields[field] !== undefined) return;
    if (others.length > 0 && field === "target") open.push({ field, columns });
    else fields[field] = first;
    for (const index of field === "target" ? columns : [first]) used.add(index);
  };
  take("target", periodColumns(table, "target", fiscal));
  for (const [field, pattern] of WORDS) {
    if (field === "values") continue;
    take(
      field,
      table.columns.filter(({ header }) => pattern.test(wordsOf(header))).map(({ index }) => index),
    );
  }
  take("baseline", periodColumns(table, "baseline", fiscal));
  const values = valueColumns(table, fiscal).filter((index) => !used.has(index));
  for (const index of values) used.add(index);
  return { mapping: { fields: settled(fields, table), values }, open };
}

/** Settles what the cells tell: a goal in numbers is a target, a start in numbers a baseline, a title there must be. */
function settled(fields: Partial<Record<Exclude<CsvField, "values">, number>>, table: CsvTable): Mapping["fields"] {
  const move = (from: keyof typeof fields, to: keyof typeof fields): void => {
    if (fields[from] === undefined || fields[to] !== undefined) return;
    fields[to] = fields[from];
    delete fields[from];
  };
  if (isMostly(fields.goal, /^[<>≤≥=]*\s*[$€£]?\d[\d.,\s]*%?$/, table)) move("goal", "target");
  if (isMostly(fields.start, /^-?[\d.,]+\s*%?$/, table) && !isMostly(fields.start, /^(?:19|20)\d\d$/, table))
    move("start", "baseline");
  if (fields.title === undefined) move("metric", "title");
  // A period is that of the values where there are any, else that of the target.
  if (fields.value === undefined) move("date", fields.due === undefined ? "timeframe" : "date");
  return fields;
}

/** Whether at least three in four of the cells of a column that are not empty have a form. */
function isMostly(column: number | undefined, form: RegExp, table: CsvTable): boolean {
  if (column === undefined) return false;
  const cells = table.rows.map(({ cells: row }) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.filter((cell) => form.test(cell)).length * 4 >= cells.length * 3;
}

/** "Target 2030", "2030 target", "Baseline (2015)". */
function periodColumns(table: CsvTable, word: "target" | "baseline", fiscal: FiscalYear): readonly number[] {
  return table.columns.filter(({ header }) => periodIn(header, word, fiscal) !== "").map(({ index }) => index);
}

/** The period that a header names beside a word; empty where it names none. */
export function periodIn(header: string, word: "target" | "baseline", fiscal: FiscalYear): string {
  const plain = header
    .replace(/[()[\]:_,]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const pattern = new RegExp(
    `^(?:${word}(?: value| level)?(?: for| by| in)?(?: the)? (?<after>.+)|(?<before>.+) ${word}(?: value| level)?)$`,
    "i",
  );
  const groups = pattern.exec(plain)?.groups;
  const text = groups?.after ?? groups?.before ?? "";
  return text !== "" && periodNamed(text, fiscal) !== null ? text : "";
}

const VALUE_WORDS =
  /^(?:(?:actual|value|result|measured|observed|reported|achieved|data)s?(?: for| in)? )?(?<period>.+?)(?: (?:actual|value|result|measured|observed|reported|achieved)s?)?$/i;

/** Columns whose header is a day or a period. */
function valueColumns(table: CsvTable, fiscal: FiscalYear): readonly number[] {
  const isMonths = areMonths(table);
  return table.columns.filter(({ header }) => valuePeriod(header, fiscal, isMonths) !== "").map(({ index }) => index);
}

/** The period whose values a column holds; empty where the header names none. */
export function valuePeriod(header: string, fiscal: FiscalYear, isMonths: boolean): string {
  const period = VALUE_WORDS.exec(header.replace(/[()]/g, " ").replace(/\s+/g, " ").trim())?.groups?.period ?? "";
  return period !== "" && periodNamed(period, fiscal, isMonths) !== null ? period : "";
}

/** Whether `2010-11` is a month here: another header such as 2010-10 could be no pair of years. */
export function areMonths({ columns }: CsvTable): boolean {
  return columns.some(({ header }) => /^(?:19|20)\d\d-(?:0\d|1[0-2])$/.test(header) && !mayBeFiscalSpan(header));
}

/** The unit that a header has in parentheses: `Target (%)`; null for none. */
export function unitIn(header: string, fiscal: FiscalYear): string | null {
  const text = /[([]([^()[\]]+)[)\]]\s*$/.exec(header)?.[1]?.trim() ?? "";
  if (text === "" || /\d/.test(text) || periodNamed(text, fiscal) !== null) return null;
  return canonicalUnit(text.replace(/^in /i, ""));
}
