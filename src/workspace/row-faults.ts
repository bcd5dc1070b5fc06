/** What can be wrong with a row of data, each in one sentence; the same for inline rows and data files. */

import { type Day, formatDay } from "./day.ts";
import type { RowColumn, RowProblem } from "./series.ts";
import { periodMeant } from "./timeframe.ts";
import { formatExact, isDecimal, numberMeant, quoteText } from "./units.ts";

/** A fault of one part of a row, before it is known where the row stands. */
export interface RowFault {
  readonly ruleId: RowProblem["ruleId"];
  readonly messageId: string;
  readonly message: string;
  readonly column: RowColumn | null;
  readonly suggestion?: { readonly title: string; readonly replace?: string };
  readonly related?: string | number;
}

/** The cell or key is no date and no period. */
export function badDate(text: string): RowFault {
  if (text === "") return badRow("no-date", "This row has no date; write one as YYYY-MM-DD.", "date");
  const shown = quoteText(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return badRow("impossible-date", `${shown} is no day of the calendar; write a date that exists.`, "date");
  }
  const meant = periodMeant(text);
  if (meant !== null) return badRow("bad-date", `${shown} is no date; write ${meant}.`, "date", meant);
  return badRow(
    "bad-date",
    `${shown} is no date or period; write 2026-07-31, 2026-07, 2026-W31, 2026-Q3 or 2026.`,
    "date",
  );
}

/** The text is no number; `replaceable` where the suggested number may stand in its place. */
export function badNumber(text: string, column: RowColumn, replaceable: boolean): RowFault {
  const shown = quoteText(text);
  const meant = numberMeant(text);
  if (meant !== null) {
    return badRow(
      "not-a-number",
      `${shown} is no plain number; write ${meant}.`,
      column,
      replaceable ? meant : undefined,
    );
  }
  if (isDecimal(text)) return badRow("not-finite", `${shown} is too large for a number; write a smaller one.`, column);
  return badRow(
    "not-a-number",
    `${shown} is no number; write digits only, with a point for decimals, such as 1200.5.`,
    column,
  );
}

/** A value of another type than a number or text. */
export function noNumber(content: unknown, column: RowColumn, replaceable: boolean): RowFault {
  if (typeof content === "boolean") {
    const meant = content ? "1" : "0";
    return badRow("not-a-number", `${content} is no number; write ${meant}.`, column, replaceable ? meant : undefined);
  }
  if (typeof content === "number") return badRow("not-finite", "This is no finite number; write one that is.", column);
  return badRow("not-a-number", "This is no number; write one, such as 1200.5.", column);
}

/** A value is missing and nothing says why; `gap` says how a known gap is written. */
export function valueMissing(column: RowColumn, gap: string): RowFault {
  return badRow("empty-value", `This row has no ${column}; write one, or where it is not known, ${gap}.`, column);
}

/** A plain value among rows with numerator and denominator. */
export function mixedRow(): RowFault {
  const message =
    "Other rows of this metric have a numerator and a denominator; write those here too, instead of a value.";
  return badRow("mixed-rows", message, "value");
}

/** A second row of one date. */
export function duplicateDate(day: Day, first: string | number): RowFault {
  return {
    ruleId: "data/duplicate-date",
    messageId: "duplicate",
    message: `${formatDay(day)} has a row already, which is the one that counts; keep one of the two.`,
    column: "date",
    related: first,
  };
}

/** A ratio that has no value. */
export function zeroDenominator(day: Day): RowFault {
  return {
    ruleId: "data/zero-denominator",
    messageId: "zero",
    message: `The denominator of ${formatDay(day)} is 0, which gives no rate; write the real one, or leave the row out.`,
    column: "denominator",
  };
}

/** Numerator and denominator are numbers, but their ratio is none. */
export function rateTooLarge(day: Day): RowFault {
  const message = `The rate of ${formatDay(day)} is too large for a number; correct the numerator or the denominator.`;
  return badRow("not-finite", message, "numerator");
}

/** A value outside the metric's bounds; its row still counts. */
export function outOfBounds(
  day: Day,
  value: number,
  side: "below" | "above",
  bound: number,
  column: RowColumn,
): RowFault {
  const name = side === "below" ? "lower" : "upper";
  return {
    ruleId: "data/out-of-bounds",
    messageId: side,
    message: `${formatExact(value)} on ${formatDay(day)} is ${side} the metric's ${name} bound of ${formatExact(bound)}; correct the row or the bounds.`,
    column,
  };
}

/** The first row that is older than the one written before it. */
export function unsortedRow(day: Day, previous: Day): RowFault {
  return {
    ruleId: "data/unsorted",
    messageId: "unsorted",
    message: `${formatDay(day)} stands after ${formatDay(previous)}; sort the rows by date, oldest first.`,
    column: "date",
  };
}

/** Any other fault of a row; `replace` is the text that may stand in place of the part. */
export function badRow(messageId: string, message: string, column: RowColumn | null, replace?: string): RowFault {
  return {
    ruleId: "data/bad-row",
    messageId,
    message,
    column,
    suggestion: replace === undefined ? undefined : { title: `Write ${replace}`, replace },
  };
}
