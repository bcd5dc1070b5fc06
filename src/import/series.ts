/** The values of one metric, from cells to the rows of a data file. */

import { NO_VALUE } from "../definition/explain/traps/trap.ts";
import type { Day } from "../workspace/day.ts";
import { parsePeriod } from "../workspace/timeframe.ts";
import { readAmount } from "./amount.ts";
import { dataDate, dateFault, TWO_DAYS } from "./dates.ts";
import type { ImportSettings, RawValue, Remark } from "./model.ts";
import { type Decimal, isOpen, TWO_NUMBERS } from "./numbers.ts";
import { sameUnit } from "./units.ts";
import type { CadenceWord } from "./words.ts";

/** One row; a value of null is a gap that the file knows of. */
export interface Row {
  readonly written: string;
  readonly end: Day;
  readonly value: number | null;
}

export interface ReadSeries {
  /** Oldest first, one for each day. */
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
  /** The unit that the values are written with; null where they have none. */
  readonly unit: string | null;
}

const GAP_NOTE = "no value in the imported file";
const DONE = /^(?:yes|y|true|done|complete|completed)$/i;
const OPEN = /^(?:no|n|false|open|not done|not started)$/i;

/** Reads the cells; `unit` is that of the metric, as far as it is known. */
export function readSeries(
  raw: readonly RawValue[],
  subject: string,
  unit: string | null,
  { fiscal, decimal }: Pick<ImportSettings, "fiscal"> & { readonly decimal: Decimal },
): ReadSeries {
  const byDay = new Map<Day, Row>();
  const remarks: Remark[] = [];
  let own = unit;
  const dates = new Map<string, ReturnType<typeof dataDate>>();
  const refuse = ({ place, value }: RawValue, message: string): void => {
    const isOpenText = message === TWO_NUMBERS || message.endsWith(TWO_DAYS);
    const kind = isOpenText ? "not-understood" : "left-out";
    remarks.push({ kind, place, subject, field: "value", text: value, message });
  };
  for (const cell of raw) {
    const text = cell.value.trim();
    if (text === "") continue;
    let at = dates.get(cell.date);
    if (at === undefined) {
      at = dataDate(cell.date, fiscal, cell.reading);
      dates.set(cell.date, at);
    }
    if (at === null) {
      refuse(cell, dateFault(cell.date, fiscal, `"${cell.date}"`));
      continue;
    }
    const read = readValue(text, own, decimal);
    if (typeof read === "string") {
      refuse(cell, read);
      continue;
    }
    own ??= read.unit;
    const known = byDay.get(at.end);
    if (known === undefined) byDay.set(at.end, { written: at.written, end: at.end, value: read.value });
    else if (known.value !== read.value) refuse(cell, `there is another value for ${at.written}, which is kept`);
  }
  return { rows: [...byDay.values()].sort((a, b) => a.end - b.end), remarks, unit: own };
}

/** A sentence where the text is no value. */
function readValue(
  text: string,
  unit: string | null,
  decimal: Decimal,
): { readonly value: number | null; readonly unit: string | null } | string {
  if (NO_VALUE.test(text)) return { value: null, unit: null };
  if (unit === "boolean" && (DONE.test(text) || OPEN.test(text))) return { value: DONE.test(text) ? 1 : 0, unit: null };
  const plain = text.replace(/^'(?=[-+\d])/, "");
  const amount = readAmount(plain, decimal);
  if (amount === null)
    return isOpen(decimal, (other) => readAmount(plain, other) !== null) ? TWO_NUMBERS : "it is no number";
  if (amount.unit !== null && unit !== null && !sameUnit(amount.unit, unit)) {
    return `its unit is "${amount.unit}", and that of the metric "${unit}"`;
  }
  return { value: amount.value, unit: amount.unit };
}

/** The rows as a data file holds them, its header first; none where there is no row. */
export function recordsOf(rows: readonly Row[]): readonly (readonly string[])[] {
  if (rows.length === 0) return [];
  const hasGaps = rows.some(({ value }) => value === null);
  if (!hasGaps) return [["date", "value"], ...rows.map(({ written, value }) => [written, String(value)])];
  const records = rows.map(({ written, value }) =>
    value === null ? [written, "", GAP_NOTE] : [written, String(value), ""],
  );
  return [["date", "value", "note"], ...records];
}

const LABELS: readonly (readonly [pattern: RegExp, cadence: CadenceWord])[] = [
  [/^\d{4}$/, "yearly"],
  [/^\d{4}-Q\d$/, "quarterly"],
  [/^\d{4}-\d\d$/, "monthly"],
  [/^\d{4}-W\d\d$/, "weekly"],
];
const GAPS: readonly (readonly [from: number, to: number, cadence: CadenceWord])[] = [
  [1, 1, "daily"],
  [7, 7, "weekly"],
  [14, 14, "biweekly"],
  [28, 31, "monthly"],
  [90, 92, "quarterly"],
  [365, 366, "yearly"],
];

/** How often there is a value, where all rows agree; null where they do not tell. */
export function cadenceOf(rows: readonly Row[]): CadenceWord | null {
  const [first, second] = rows;
  if (first === undefined) return null;
  const label = LABELS.find(([pattern]) => rows.every(({ written }) => pattern.test(written)));
  if (label !== undefined) return label[1];
  if (second === undefined || rows.some(({ written }) => parsePeriod(written) === null)) return null;
  const days = rows.slice(1).map(({ end }, index) => end - (rows[index]?.end ?? end));
  return GAPS.find(([from, to]) => days.every((gap) => gap >= from && gap <= to))?.[2] ?? null;
}
