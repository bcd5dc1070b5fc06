/** The VALUE and the note of `kpi record`: what a person typed, as a row of the metric has it. */

import { saysYesOrNo } from "../../progress/terms.ts";
import { scaleOf } from "../../workspace/data.ts";
import type { Metric } from "../../workspace/model.ts";
import { badNumber } from "../../workspace/row-faults.ts";
import { SeriesBuilder } from "../../workspace/series-builder.ts";
import { formatExact, parseNumber, quoteText } from "../../workspace/units.ts";
import { UsageError } from "../errors.ts";

/** A number, and how it is written into the file. */
export interface WrittenNumber {
  readonly value: number;
  readonly text: string;
}

/** What is recorded. A gap is a value that is known to be missing; its reason stands in the note. */
export type RecordedValue =
  | { readonly kind: "number"; readonly number: WrittenNumber }
  | { readonly kind: "ratio"; readonly numerator: WrittenNumber; readonly denominator: WrittenNumber }
  | { readonly kind: "gap" };

const GAP_WORDS = ["gap", "none"];

/** Whether the rows of a metric have a numerator and a denominator. */
export function isRatio({ series, definition }: Metric): boolean {
  if (series !== null && series.numerators !== null) return true;
  return definition.aggregation === "ratio";
}

/** Reads VALUE for a metric. Throws a UsageError that says what to write instead. */
export function valueTyped(typed: string, metric: Metric, note: string | null): RecordedValue {
  const text = typed.trim();
  if (GAP_WORDS.includes(text.toLowerCase())) {
    if (note !== null) return { kind: "gap" };
    throw new UsageError(`A gap is recorded with its reason; write --note "why there is no value" beside ${text}.`);
  }
  const [first = "", second, ...more] = text.split("/");
  if (isRatio(metric)) {
    if (second === undefined || more.length > 0) {
      throw new UsageError(
        `${metric.id} is a ratio, which is added up from numerators and denominators; write both, such as 12/40, instead of ${quoteText(text)}.`,
      );
    }
    return { kind: "ratio", numerator: numberOf(first, "numerator"), denominator: numberOf(second, "denominator") };
  }
  if (second !== undefined) {
    throw new UsageError(
      `${metric.id} takes one number, not ${quoteText(text)}; only metrics with the aggregation ratio take a numerator and a denominator.`,
    );
  }
  return { kind: "number", number: booleanOf(text, metric) ?? numberOf(text, "value") };
}

/** The note in one line; null where there is none. */
export function noteOf(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const note = typed.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, " ").trim();
  if (note === "") throw new UsageError("--note wants a text; write one, or leave the flag out.");
  return note;
}

/** The number that a value counts as, for ratios with the scale of the metric; null for a gap. */
export function figureOf(value: RecordedValue, metric: Metric): number | null {
  if (value.kind === "gap") return null;
  if (value.kind === "number") return value.number.value;
  const scale = scaleOf(metric.definition);
  const direct = (scale * value.numerator.value) / value.denominator.value;
  return Number.isFinite(direct) ? direct : scale * (value.numerator.value / value.denominator.value);
}

/** Throws a UsageError where a value lies outside the bounds of its metric, or is no rate. */
export function requireInBounds(value: RecordedValue, metric: Metric): void {
  if (value.kind === "gap") return;
  const { definition } = metric;
  const bounds = definition.bounds ?? null;
  const builder = new SeriesBuilder(
    { scale: scaleOf(definition), bounds },
    { ratio: value.kind === "ratio", orderKnown: false },
  );
  const [fault] = builder.add({
    place: 0,
    firstDay: 0,
    day: 0,
    value: value.kind === "number" ? value.number.value : 0,
    numerator: value.kind === "ratio" ? value.numerator.value : 0,
    denominator: value.kind === "ratio" ? value.denominator.value : 1,
    note: null,
  });
  if (fault === undefined) return;
  if (fault.ruleId === "data/zero-denominator") {
    throw new UsageError(
      'The denominator is 0, which gives no rate; write the real one, or record a gap: gap --note "why".',
    );
  }
  if (fault.ruleId !== "data/out-of-bounds") {
    throw new UsageError("This rate is too large for a number; correct the numerator or the denominator.");
  }
  const shown = formatExact(figureOf(value, metric) ?? 0);
  const side = fault.messageId === "below" ? "below" : "above";
  throw new UsageError(
    `${shown} is ${side} what ${metric.id} can be: its bounds are ${boundsWords(bounds ?? {})}. Correct the value, or the bounds in its definition.`,
  );
}

function boundsWords({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return `at most ${formatExact(max ?? 0)}`;
  if (max === undefined) return `at least ${formatExact(min)}`;
  return `${formatExact(min)} to ${formatExact(max)}`;
}

const YES = ["true", "yes", "done", "1"];
const NO = ["false", "no", "0"];

/** Null where the values of the metric are not yes or no. */
function booleanOf(text: string, { id, definition }: Metric): WrittenNumber | null {
  if (!saysYesOrNo(definition)) return null;
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: 1, text: "1" };
  if (NO.includes(word)) return { value: 0, text: "0" };
  throw new UsageError(
    `${id} is done or not done, because its unit is boolean; write true or false (yes, no, done, 1 or 0 will do) instead of ${quoteText(text)}.`,
  );
}

function numberOf(typed: string, column: "value" | "numerator" | "denominator"): WrittenNumber {
  const text = typed.trim();
  const value = parseNumber(text);
  if (value === null) throw new UsageError(notANumber(text, column));
  // Digits stay as they are typed; other spellings are written so that CSV and YAML read the same.
  return { value, text: /^-?\d+(?:\.\d+)?$/.test(text) ? text : String(value) };
}

function notANumber(text: string, column: "value" | "numerator" | "denominator"): string {
  if (text === "") return `There is no ${column}; write a number, such as 1200.5.`;
  return badNumber(text, column, false).message;
}
