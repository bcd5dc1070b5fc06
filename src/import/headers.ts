/** What the headers of a table probably mean. */

import { CALENDAR_YEAR, type FiscalYear } from "../workspace/timeframe.ts";
import { isCurrency } from "../workspace/units.ts";
import type { CsvTable } from "./csv.ts";
import { periodNamed, type SpanReading, spanReadingOf, yearSpan } from "./dates.ts";
import type { CsvField, Mapping, SingleField } from "./fields.ts";
import { folded, HEADER_WORDS, headerWords, OWN_NAMES, PERIOD_WORDS, TARGET_WORDS } from "./header-words.ts";
import { canonicalUnit } from "./units.ts";

/** A proposal, and fields for which several columns are equally good. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly open: readonly { readonly field: CsvField; readonly columns: readonly number[] }[];
}

/** Proposes a field for every column that says one. */
export function proposeMapping(table: CsvTable, fiscal: FiscalYear): Proposal {
  const fields: Partial<Record<SingleField, number>> = {};
  const open: { field: CsvField; columns: readonly number[] }[] = [];
  const used = new Set<number>();
  const words = table.columns.map(({ header }) => headerWords(header));
  const columnsWith = (says: (header: string, words: string) => boolean): readonly number[] =>
    table.columns
      .filter(({ header, index }) => !used.has(index) && says(header, words[index] ?? ""))
      .map(({ index }) => index);
  const take = (field: SingleField, [first]: readonly number[]): void => {
    if (first === undefined || fields[field] !== undefined) return;
    fields[field] = first;
    used.add(first);
  };
  const targets = columnsWith((header, plain) => TARGET_WORDS.test(plain) || periodBeside(header, "target") !== "");
  if (targets.length > 1) open.push({ field: "target", columns: targets });
  else take("target", targets);
  for (const index of targets) used.add(index);
  for (const [name, field] of OWN_NAMES)
    take(
      field,
      columnsWith((_, plain) => plain === name).filter((index) => !isElsewhere(field, index, table)),
    );
  for (const [field, pattern] of HEADER_WORDS)
    take(
      field,
      columnsWith((_, plain) => pattern.test(plain)),
    );
  take(
    "baseline",
    columnsWith((header) => periodBeside(header, "baseline") !== ""),
  );
  const reading = readingOfSpans(table);
  const values = columnsWith((header) => valuePeriod(header, fiscal, reading) !== "");
  for (const index of values) used.add(index);
  // Of one column whose period is open the day can be said with --date, of several it cannot.
  const undated = columnsWith((header) => periodBeside(header, "value") !== "");
  if (undated.length === 1) take("value", undated);
  return { mapping: { fields: settled(fields, table), values, fill: [] }, open };
}

const AMOUNTS = /^[<>≤≥=]*\s*[$€£]?\d[\d.,\s]*%?$/;
const NUMBERS = /^-?[\d.,]+\s*%?$/;
const YEARS = /^(?:19|20)\d\d$/;

/** Whether the cells of a column tell that it is something else than its header says. */
function isElsewhere(field: SingleField, column: number, table: CsvTable): boolean {
  if (field === "goal") return isMostly(column, AMOUNTS, table);
  if (field === "start") return isMostly(column, NUMBERS, table) && !isMostly(column, YEARS, table);
  return field === "state" && !isMostly(column, /^(?:draft|active|retired)$/i, table);
}

/** Settles what the cells tell: a goal in numbers is a target, a start in numbers a baseline, a title there must be. */
function settled(fields: Partial<Record<SingleField, number>>, table: CsvTable): Mapping["fields"] {
  const move = (from: SingleField, to: SingleField): void => {
    if (fields[from] === undefined || fields[to] !== undefined) return;
    fields[to] = fields[from];
    delete fields[from];
  };
  if (fields.goal !== undefined && isElsewhere("goal", fields.goal, table)) move("goal", "target");
  if (fields.start !== undefined && isElsewhere("start", fields.start, table)) move("start", "baseline");
  move("goal-title", "goal");
  move("metric-title", "metric");
  // "Results" in prose are no values.
  if (isMostly(fields.value, /^\p{L}[^\d]{9,}$/u, table)) delete fields.value;
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

/** What names its period beside a word: "Target 2030", "2030 target", "Baseline (2015)". */
type PeriodWord = keyof typeof PERIOD_WORDS;

const LEAD_IN = "(?: (?:for|by|in|at|as of|to))?(?: the)?(?: end(?: of)?)?(?: the)?(?: year)?";

function patternFor(word: PeriodWord): RegExp {
  const words = PERIOD_WORDS[word];
  return new RegExp(`^(?:(?:${words})${LEAD_IN} (?<after>\\S.*)|(?<before>.*\\S) (?:${words}))$`, "i");
}

const PATTERNS: Readonly<Record<PeriodWord, RegExp>> = {
  target: patternFor("target"),
  baseline: patternFor("baseline"),
  value: patternFor("value"),
};

/** The text beside a word where it is a period, or may be a fiscal year; empty for other headers. */
function periodBeside(header: string, word: PeriodWord): string {
  const text = beside(header, word);
  return periodNamed(text, CALENDAR_YEAR) !== null || yearSpan(text) !== null ? text : "";
}

/** The text beside a word; empty where the header does not hold the word, or nothing else. */
function beside(header: string, word: PeriodWord): string {
  const groups = PATTERNS[word].exec(plainHeader(header))?.groups;
  return groups?.after ?? groups?.before ?? "";
}

/** A header as words, without accents and a unit in parentheses. */
function plainHeader(header: string): string {
  return folded(header.replace(/[([]([^()[\]]*)[)\]]/g, (whole, inner: string) => (isUnit(inner) ? " " : whole)))
    .replace(/[()[\]:_,]|(?<=\p{L})-(?=\p{L})/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const UNIT =
  /^(?:[^\d]*%[^\d]*|percent|per cent|[€£$¥#]|in \D+|number|(?:day|hour|minute|week|month|year|tonne|point)s?|kg|km|[kmgt]wh)$/i;

const LONGEST_UNIT = 40;

/** Other words may say something else: 2026 (planned). */
function isUnit(text: string): boolean {
  return text.length < LONGEST_UNIT && (UNIT.test(text.trim()) || isCurrency(text.trim()));
}

/** The period that a header names beside a word; empty where it names none. */
export function periodIn(header: string, word: "target" | "baseline", fiscal: FiscalYear): string {
  const text = beside(header, word);
  return text !== "" && periodNamed(text, fiscal) !== null ? text : "";
}

/** The period whose values a column holds; empty where the header names none. */
export function valuePeriod(header: string, fiscal: FiscalYear, reading: SpanReading | null): string {
  const period = valueText(header);
  return periodNamed(period, fiscal, reading) === null ? "" : period;
}

/** What may be the period of a column of values. */
export function valueText(header: string): string {
  return beside(header, "value") || plainHeader(header);
}

/** How spans such as `2010-11` are read in the headers of a table. */
export function readingOfSpans({ columns }: CsvTable): SpanReading | null {
  return spanReadingOf(columns.map(({ header }) => valueText(header)));
}

/** The unit that a header has in parentheses: `Target (%)`; null for none. */
export function unitIn(header: string, fiscal: FiscalYear): string | null {
  const text = /[([]([^()[\]]+)[)\]]\s*$/.exec(header)?.[1]?.trim() ?? "";
  if (text === "" || /\d/.test(text) || periodNamed(text, fiscal) !== null) return null;
  return canonicalUnit(text.replace(/^in /i, ""));
}
