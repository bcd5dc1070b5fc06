/** The rows of a mapped table as indicators. */

import { type Day, formatDay } from "../workspace/day.ts";
import type { CsvRow, CsvTable } from "./csv.ts";
import { type DayOrder, dayOrderOf, inOrder, type SpanReading, spanReadingOf } from "./dates.ts";
import type { Mapping } from "./fields.ts";
import { periodIn, readingOfSpans, unitIn, valuePeriod } from "./headers.ts";
import {
  emptyIndicator,
  type ImportSettings,
  type Indicator,
  type IndicatorField,
  type OpenIndicator,
  type RawValue,
  type Remark,
  UNDATED,
} from "./model.ts";
import { type Decimal, decimalOf } from "./numbers.ts";

type Fields = Mapping["fields"];

/** What stands in a column of its own, by the name of the column. */
const PLAIN = [
  "title",
  "id",
  "metric",
  "definition",
  "unit",
  "better",
  "category",
  "cadence",
  "aggregation",
  "source",
  "link",
  "target",
  "baseline",
  "owner",
  "goal",
  "timeframe",
  "why",
  "type",
  "tags",
  "state",
] as const satisfies readonly (IndicatorField & keyof Fields)[];

/** Columns whose names have two words. */
const COMPOUND = [
  ["metric-title", "metricTitle"],
  ["goal-title", "goalTitle"],
  ["target-min", "targetMin"],
  ["target-max", "targetMax"],
  ["if-off-track", "ifOffTrack"],
] as const satisfies readonly (readonly [column: keyof Fields, field: IndicatorField])[];

/** What rows of one indicator have in common. */
const SHARED = [...PLAIN, ...COMPOUND.map(([, field]) => field), "start", "due", "baselineDate"] as const;

/** Columns of dates, whose slashed dates are read alike. */
const DATES = ["baseline-date", "date", "start", "due", "timeframe"] as const;

/** Indicators, and remarks on cells that belong to none. */
export interface TableRows {
  readonly indicators: readonly Indicator[];
  readonly remarks: readonly Remark[];
}

/** Every row as an indicator; rows of one indicator with a date each become one. */
export function indicatorsOf(
  table: CsvTable,
  { fields, values }: Mapping,
  settings: Pick<ImportSettings, "fiscal" | "valueDay" | "dates">,
): TableRows {
  const orders = new Map(DATES.map((name) => [name, settings.dates ?? orderOf(table, fields[name])]));
  const reading = readingOfSpans(table);
  const cellReading = spanReadingOf(table.rows.map((row) => cellOf(row, fields.date)));
  const { fiscal, valueDay } = settings;
  const header = (index: number | undefined): string =>
    index === undefined ? "" : (table.columns[index]?.header ?? "");
  const targetPeriod = periodIn(header(fields.target), "target", fiscal);
  const baselinePeriod = periodIn(header(fields.baseline), "baseline", fiscal);
  const unit =
    unitIn(header(fields.target), fiscal) ??
    unitIn(header(fields.value), fiscal) ??
    unitIn(header(fields.baseline), fiscal) ??
    unitIn(header(values[0]), fiscal) ??
    "";
  const periods = values.map((index) => ({ index, period: valuePeriod(header(index), fiscal, reading) }));
  const remarks: Remark[] = [];
  const mapped = PLAIN.filter((name) => fields[name] !== undefined);
  const compound = COMPOUND.filter(([column]) => fields[column] !== undefined);

  const read = (row: CsvRow): Indicator => {
    const cell = (name: keyof Fields): string => cellOf(row, fields[name]);
    const date = (name: (typeof DATES)[number]): string => inOrder(cell(name), orders.get(name) ?? null);
    const indicator = emptyIndicator(`line ${row.line}`);
    for (const name of mapped) indicator[name] = cell(name);
    for (const [column, name] of compound) indicator[name] = cell(column);
    if (indicator.unit === "") indicator.unit = unit;
    if (indicator.goal === "") indicator.goal = indicator.goalTitle;
    if (indicator.metric === "") indicator.metric = indicator.metricTitle;
    indicator.targetPeriod = targetPeriod;
    indicator.baselineDate = date("baseline-date");
    indicator.baselinePeriod = baselinePeriod;
    indicator.start = date("start");
    indicator.due = date("due");
    indicator.timeframe = date("timeframe");
    const given = { value: cell("value"), date: date("date"), reading: cellReading };
    const single = singleValue(row, given, valueDay, indicator.title, remarks);
    if (periods.length === 0) {
      indicator.values = single;
      return indicator;
    }
    const wide = periods.map(({ index, period }) => ({
      date: period,
      value: cellOf(row, index),
      place: `line ${row.line}`,
      reading,
    }));
    indicator.values = [...wide, ...single];
    return indicator;
  };
  const all = table.rows.map((row) => ({ indicator: read(row), date: cellOf(row, fields.date) }));
  const isLong = fields.value !== undefined && fields.date !== undefined;
  return { indicators: isLong ? grouped(all, remarks) : all.map(({ indicator }) => indicator), remarks };
}

/** How the numbers of the mapped columns are written. */
export function decimalIn(table: CsvTable, { fields, values }: Mapping): Decimal {
  const targets = [fields.target, fields["target-min"], fields["target-max"]];
  const numeric = [...targets, fields.baseline, fields.value, ...values].filter((index) => index !== undefined);
  const cells = table.rows.flatMap((row) => numeric.map((index) => cellOf(row, index)));
  return decimalOf(cells, table.delimiter === ",");
}

/** A cell without the apostrophe that keeps spreadsheets from reading a formula. */
function cellOf({ cells }: CsvRow, index: number | undefined): string {
  const text = index === undefined ? "" : (cells[index] ?? "").trim();
  return text.startsWith("'") ? text.replace(/^'(?=\s*[=+\-@])/, "") : text;
}

function orderOf(table: CsvTable, column: number | undefined): DayOrder | null {
  return column === undefined ? null : dayOrderOf(table.rows.map((row) => cellOf(row, column)));
}

function singleValue(
  { line }: CsvRow,
  { value, date, reading }: { readonly value: string; readonly date: string; readonly reading: SpanReading | null },
  valueDay: Day | null,
  subject: string,
  remarks: Remark[],
): readonly RawValue[] {
  if (value === "") return [];
  const place = `line ${line}`;
  if (date !== "") return [{ date, value, place, reading }];
  if (valueDay !== null) return [{ date: formatDay(valueDay), value, place, reading: null }];
  remarks.push({
    kind: "left-out",
    place,
    subject,
    field: "value",
    text: value,
    message: UNDATED,
  });
  return [];
}

interface Dated {
  readonly indicator: Indicator;
  readonly date: string;
}

/** Rows with the same id, or the same title, are the history of one indicator. */
function grouped(rows: readonly Dated[], remarks: Remark[]): readonly Indicator[] {
  const groups = new Map<string, Dated[]>();
  for (const row of rows) {
    const key = (row.indicator.id || row.indicator.title).toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => merged(group, remarks));
}

/** One indicator with all values; where targets differ from period to period, one for each of them. */
function merged(rows: readonly Dated[], remarks: Remark[]): readonly Indicator[] {
  const targets = new Set(rows.map(({ indicator }) => indicator.target).filter((target) => target !== ""));
  const [first] = rows;
  if (first === undefined) return [];
  if (targets.size < 2)
    return [
      together(
        rows.map(({ indicator }) => indicator),
        remarks,
      ),
    ];
  return rows.map(({ indicator, date }) => {
    const own: OpenIndicator = Object.assign({}, indicator);
    own.metric = indicator.metric || indicator.title;
    own.id = `${indicator.id || indicator.title} ${date}`;
    if (indicator.timeframe === "" && indicator.due === "") own.timeframe = date;
    return own;
  });
}

/** The first text of each field, and the values of all; a text that differs from the first is told. */
function together(indicators: readonly Indicator[], remarks: Remark[]): Indicator {
  const one: OpenIndicator = Object.assign(emptyIndicator(""), indicators[0]);
  for (const name of SHARED) {
    one[name] = firstText(indicators, name);
    const first = one[name];
    for (const row of first === "" ? [] : indicators) {
      const text = row[name];
      if (text === "" || text === first) continue;
      const message = `an earlier row says "${first}"`;
      remarks.push({ kind: "left-out", place: row.place, subject: row.title, field: name, text, message });
    }
  }
  one.values = indicators.flatMap(({ values }) => values);
  return one;
}

function firstText(indicators: readonly Indicator[], name: IndicatorField): string {
  return indicators.find((row) => row[name] !== "")?.[name] ?? "";
}
