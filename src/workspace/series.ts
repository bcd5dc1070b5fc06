/** The rows of one metric: compact, sorted by day, and what is wrong with those that were left out. */

import { type Day, formatDay, parseDay } from "./day.ts";
import { badDate, badNumber, badRow, mixedRow, noNumber, type RowFault, valueMissing } from "./row-faults.ts";
import { type ReadRow, SeriesBuilder } from "./series-builder.ts";
import { parsePeriod, type Window } from "./timeframe.ts";

/** Rows of one metric, oldest first; all arrays run side by side. */
export interface Series {
  /** The day each row counts on: its date, or the last day of its period. */
  readonly days: readonly Day[];
  /** The first day of each row's period; null where every row is a plain date. */
  readonly starts: readonly Day[] | null;
  /** Values as written; for ratio rows scale * numerator / denominator. */
  readonly values: readonly number[];
  /** Null unless the rows are written as ratios. */
  readonly numerators: readonly number[] | null;
  readonly denominators: readonly number[] | null;
  /** Where each row is written: the key of an inline row, or the line number (from 1) in a data file. */
  readonly places: readonly (string | number)[];
  /** Notes of rows and of known gaps, by day. */
  readonly notes: ReadonlyMap<Day, string> | null;
  /** Days whose value is known to be missing, rising. */
  readonly knownGaps: readonly Day[];
  /** The first row that is older than the one written before it; null where dates rise. */
  readonly unsorted: string | number | null;
}

export type RowColumn = "date" | "value" | "numerator" | "denominator" | "note";

export interface RowProblem {
  readonly ruleId:
    | "data/bad-row"
    | "data/duplicate-date"
    | "data/out-of-bounds"
    | "data/zero-denominator"
    | "data/header"
    | "data/unsorted";
  readonly messageId: string;
  readonly message: string;
  readonly place: string | number;
  /** Null where the fault is in the row or the file as a whole. */
  readonly column: RowColumn | null;
  /** For data files: the characters of the cell in its line, columns from 1. */
  readonly cell?: { readonly column: number; readonly length: number };
  /** Date and column: what keeps the fingerprint when lines move. */
  readonly discriminator: string;
  readonly suggestion?: { readonly title: string; readonly replace?: string };
  /** The row that had the date first. */
  readonly related?: string | number;
}

export interface RowOptions {
  /** Multiplier of ratio rows. */
  readonly scale: number;
  readonly bounds: { readonly min?: number; readonly max?: number } | null;
}

export interface SeriesResult {
  readonly series: Series;
  readonly problems: RowProblem[];
}

/** How a known gap is written in a definition file. */
const INLINE_GAP = "write { value: null, note: … } with the reason";
/** Longest part of an unreadable date that goes into a fingerprint. */
const DISCRIMINATOR_LENGTH = 64;

/**
 * Reads the `values` of a metric: date or period to a number, `{numerator, denominator, note?}`,
 * `{value, note?}` or `{value: null, note}`. Never throws, whatever the map holds.
 */
export function seriesFromValues(values: object, options: RowOptions): SeriesResult {
  const map = values as Readonly<Record<string, unknown>>;
  const keys = Object.keys(map);
  const plain = plainSeries(map, keys, options);
  if (plain !== null) return { series: plain, problems: [] };
  const ratio = keys.some((key) => isRatioRow(map[key]));
  // JavaScript moves keys that look like whole numbers to the front: the order on paper is then unknown.
  const orderKnown = !keys.some((key) => /^(?:0|[1-9]\d*)$/.test(key));
  const builder = new SeriesBuilder(options, { ratio, orderKnown });
  const problems: RowProblem[] = [];
  for (const key of keys) {
    const period = parsePeriod(key);
    const row = readRow(key, period, map[key], ratio);
    const faults = "faults" in row ? row.faults : builder.add(row);
    for (const fault of faults) problems.push(problemAt(fault, key, period === null ? key : formatDay(period.end)));
  }
  return { series: builder.finish(), problems };
}

const NO_GAPS: readonly Day[] = [];

/**
 * The usual rows, rising dates or periods with a number inside the bounds each; null for all others, which take a
 * closer look.
 */
function plainSeries(
  map: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  { bounds }: RowOptions,
): Series | null {
  const min = bounds?.min ?? Number.NEGATIVE_INFINITY;
  const max = bounds?.max ?? Number.POSITIVE_INFINITY;
  const days: Day[] = [];
  const values: number[] = [];
  let starts: Day[] | null = null;
  let previous = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    const value = map[key];
    if (typeof value !== "number") return null;
    const period = key.length === 10 ? null : parsePeriod(key);
    const day = period === null ? parseDay(key) : period.end;
    if (day === null || day <= previous) return null;
    if (!(Number.isFinite(value) && value >= min && value <= max)) return null;
    if (period !== null) starts ??= days.slice();
    starts?.push(period === null ? day : period.start);
    days.push(day);
    values.push(value + 0); // -0 becomes 0
    previous = day;
  }
  return {
    days,
    starts,
    values,
    numerators: null,
    denominators: null,
    places: keys,
    notes: null,
    knownGaps: NO_GAPS,
    unsorted: null,
  };
}

/** A fault at its place; `date` and the column keep its identity when other rows come or go. */
export function problemAt(
  fault: RowFault,
  place: string | number,
  date: string,
  cell?: { readonly column: number; readonly length: number },
): RowProblem {
  return {
    ruleId: fault.ruleId,
    messageId: fault.messageId,
    message: fault.message,
    place,
    column: fault.column,
    cell,
    discriminator: `${date.slice(0, DISCRIMINATOR_LENGTH)} ${fault.column ?? "row"}`,
    suggestion: fault.suggestion,
    related: fault.related,
  };
}

interface Faulty {
  readonly faults: readonly RowFault[];
}

function readRow(key: string, period: Window | null, content: unknown, ratio: boolean): ReadRow | Faulty {
  const faults: RowFault[] = [];
  if (period === null) faults.push(badDate(key));
  const parts = isObject(content) ? objectParts(content, ratio, faults) : scalarParts(content, ratio, faults);
  if (period === null || faults.length > 0) return { faults };
  return {
    place: key,
    firstDay: period.start,
    day: period.end,
    value: parts.value,
    numerator: parts.numerator,
    denominator: parts.denominator,
    note: parts.note,
  };
}

interface Parts {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly note: string | null;
}

function scalarParts(content: unknown, ratio: boolean, faults: RowFault[]): Parts {
  if (content === null || content === undefined) faults.push(valueMissing("value", INLINE_GAP));
  else if (ratio) faults.push(mixedRow());
  return { value: finite(content, "value", true, faults), numerator: 0, denominator: 1, note: null };
}

function objectParts(row: Readonly<Record<string, unknown>>, ratio: boolean, faults: RowFault[]): Parts {
  const note = noteOf(row, faults);
  if (!isRatioRow(row)) {
    const stated = own(row, "value");
    const gap = stated === null && note !== null;
    if (!gap && ratio && stated !== null && stated !== undefined) faults.push(mixedRow());
    if (!gap && (stated === null || stated === undefined)) faults.push(valueMissing("value", INLINE_GAP));
    // The row's own range is the whole map, so a number cannot simply replace it.
    return { value: finite(stated, "value", false, faults), numerator: 0, denominator: 1, note };
  }
  if (own(row, "value") !== undefined) faults.push(mixedRow());
  const numerator = partOf(row, "numerator", faults);
  const denominator = partOf(row, "denominator", faults);
  return { value: 0, numerator, denominator, note };
}

function partOf(row: Readonly<Record<string, unknown>>, key: "numerator" | "denominator", faults: RowFault[]): number {
  const stated = own(row, key);
  if (stated === undefined || stated === null) faults.push(valueMissing(key, INLINE_GAP));
  return finite(stated, key, true, faults) ?? 0;
}

/** The number, or null with a fault where it is none; a missing one is left to the caller. */
function finite(content: unknown, column: RowColumn, replaceable: boolean, faults: RowFault[]): number | null {
  if (content === null || content === undefined) return null;
  if (typeof content === "number" && Number.isFinite(content)) return content;
  faults.push(
    typeof content === "string" ? badNumber(content, column, replaceable) : noNumber(content, column, replaceable),
  );
  return null;
}

function noteOf(row: Readonly<Record<string, unknown>>, faults: RowFault[]): string | null {
  const note = own(row, "note");
  if (note === undefined || note === null) return null;
  if (typeof note === "string") return note.trim() === "" ? null : note;
  faults.push(badRow("bad-note", "A note is text; put it in quotation marks.", "note"));
  return null;
}

function isRatioRow(row: unknown): boolean {
  return isObject(row) && (Object.hasOwn(row, "numerator") || Object.hasOwn(row, "denominator"));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(row: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}
