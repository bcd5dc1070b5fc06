/** The row that `kpi record` adds: what the ways to write it have in common. */

import { shorten, terminal } from "../../report/untrusted.ts";
import { parsePeriod } from "../../workspace/timeframe.ts";
import { UsageError } from "../errors.ts";
import type { RowDate } from "./date.ts";
import type { RecordedValue } from "./value.ts";

export interface NewRow {
  readonly date: RowDate;
  readonly value: RecordedValue;
  readonly note: string | null;
}

/** A file with the row in it; `line` counts from 1. */
export interface Composed {
  readonly text: string;
  readonly line: number;
}

/** The place of a date in the order of rows; null for a text that is none. */
export function rankOf(date: string): number | null {
  return parsePeriod(date)?.end ?? null;
}

/** Whether what stands as a date means the day of the row. */
export function isSameDate(written: string, { date }: NewRow): boolean {
  return written === date.text || rankOf(written) === date.period.end;
}

const LONGEST_SHOWN = 60;

/** The refusal of a second row of one day; `there` is the row as it is written. */
export function duplicate(there: string, file: string, line: number, metric: string): UsageError {
  const row = shorten(terminal(there), LONGEST_SHOWN);
  return new UsageError(
    `${terminal(metric)} has a row for this day already: ${row}. To correct it, edit line ${line} of ${terminal(file)}; for another day, add --date.`,
  );
}
