/** Whether the number that a title promises is the one that the KPI is judged by. */

import type { Target } from "../../workspace/target.ts";
import { directUnit } from "./measures.ts";
import { isYear, numbersIn, type TitleNumber } from "./numbers.ts";
import type { Candidate, TargetNumbers } from "./target-numbers.ts";

/** What the title is about; words of it may follow its numbers. */
export interface Subject {
  readonly unit: string | undefined;
  /** The title of the metric. */
  readonly metric: string;
}

export interface Mismatch {
  readonly number: TitleNumber;
  /** The number that belongs there, written in the same way; null where it is not known. */
  readonly right: string | null;
}

/** How a number in a title is meant. */
type Kind = "percent" | "change" | "level";

/** `unknown` cannot be computed; `aside` is about something else, or a guardrail, and says nothing of the target. */
type Verdict = "same" | "other" | "aside" | "unknown";

/** A number that a title promises. */
interface Pledge {
  readonly number: TitleNumber;
  readonly kind: Kind;
  readonly verdict: Verdict;
  /** Right behind another pledge, and part of it: "by 25% to 60,000", "between 60 and 70". */
  readonly follows: boolean;
  readonly isBetween: boolean;
  readonly bound: "lower" | "upper" | null;
  /** What makes the metric's unit of it. */
  readonly factor: number;
}

const MORE =
  "at\\s+least|at\\s+most|less\\s+than|more\\s+than|fewer\\s+than|(?:no|not)\\s+(?:more|less)\\s+than|up\\s+to|under|over|below|above|about|around|roughly|approximately|only|just|another|a\\s+further|an\\s+additional|an?\\s+(?:average|total|minimum|maximum|median|mean|score|rating|level|rate)\\s+of|an?|between|[<>≤≥]=?";
/** Prepositions of a pledge; "children under 5" and "invoices over 30 days" are none, except after reach or keep. */
const LEAD = new RegExp(`(?:^|\\s)(?<lead>by|to|of|at|below|above)\\s+(?:(?:${MORE})\\s*)*$`, "i");
const LEAD_AFTER_KEEP = new RegExp(
  `(?:^|\\s)(?<lead>by|to|of|at|below|above|under|over|between)\\s+(?:(?:${MORE})\\s*)*$`,
  "i",
);
const AFTER_VERB = new RegExp(`^\\s+(?:(?:${MORE})\\s*)*$`, "i");
const LOWER = /between|at\s+least|above|over|more\s+than|no(?:t)?\s+less\s+than|minimum|[>≥]/i;
const UPPER = /at\s+most|below|under|less\s+than|fewer\s+than|no(?:t)?\s+more\s+than|up\s+to|maximum|[<≤]/i;

/** One number behind "to" or "at", and besides it at most a year, perhaps with its quarter or half. */
const ONE_LEVEL = /^\D*\b(?:to|at)\s+(\d+(?:\.\d+)?)(%?)(?=\s|$)\D*(?:(?:\b[HQ][1-4]\s+|\bFY)?\b(?:19|20)\d\d\D*)?$/;

/** Whether a title plainly names the level of its target: the usual case, told without reading every number. */
export function namesLevel(plain: string, level: number | null, unit: string | undefined): boolean {
  const match = level === null ? null : ONE_LEVEL.exec(plain);
  return match !== null && Number(match[1]) === level && (match[2] === "%") === (unit === "%");
}

/** One number, and at the end at most a year, perhaps with its quarter or half. */
const ONE_NUMBER =
  /^\D*\s(\d+(?:\.\d+)?)(%?)(?!\S)(?:\s+(\S+)(?!\S))?\D*(?:(?:\b[HQ][1-4]\s+|\bFY|\b)(?:19|20)\d\d\W*)?$/;
/** What may stand behind a number without saying anything of its unit. */
const SILENT = /^(?:in|by|as|points)$/;
/** Units that change no number before them; "5 bps" are 0.05. */
const PLAIN_UNIT = /^(?!bps$)[a-z]+$/i;

/**
 * Whether the only number of a title is the one written in `target`, in its unit: most titles, told before anything
 * is computed. Where this says no, nothing is known.
 */
export function namesTarget(plain: string, target: Target, unit: string | undefined): boolean {
  const match = ONE_NUMBER.exec(plain);
  if (match === null) return false;
  const [, digits, percent, behind = "in"] = match;
  const written = writtenNumber(target);
  if (written === null || Math.abs(written) !== Number(digits)) return false;
  if (percent === "%") return SILENT.test(behind) && behind !== "points" && (target.kind === "percent" || unit === "%");
  if (target.kind === "percent" || unit === undefined) return false;
  return SILENT.test(behind) || (behind === unit && PLAIN_UNIT.test(unit));
}

/** The one number that a target is written with; null for none, and for a range with two bounds. */
function writtenNumber(target: Target): number | null {
  if (target.kind === "number") return target.value;
  if (target.kind === "percent") return target.percent;
  if (target.kind === "by") return target.by;
  if (target.kind === "done" || (target.min !== null && target.max !== null)) return null;
  return target.min ?? target.max;
}

/**
 * The number of a title that contradicts the target; null where one of its numbers agrees, or where one cannot be
 * compared. `verb.end` is the end of the opening verb; `verb.direct` says whether a number may follow it without a
 * preposition.
 */
export function findMismatch(
  plain: string,
  verb: { readonly end: number; readonly direct: boolean },
  numbers: TargetNumbers,
  subject: Subject,
): Mismatch | null {
  const pledges = pledgesIn(plain, verb, numbers, subject);
  const wrong = pledges.filter(({ verdict }) => verdict === "other");
  const isAgreed = pledges.some(({ verdict }) => verdict === "same" || verdict === "unknown");
  const contradicts = isAgreed ? wrong.filter(({ follows }) => follows) : wrong;
  const chosen = contradicts.find(({ kind }) => kind !== "level") ?? contradicts[0];
  return chosen === undefined ? null : { number: chosen.number, right: rightNumber(chosen, numbers, subject) };
}

function pledgesIn(
  plain: string,
  verb: { readonly end: number; readonly direct: boolean },
  numbers: TargetNumbers,
  subject: Subject,
): readonly Pledge[] {
  const pledges: Pledge[] = [];
  const pattern = verb.direct ? LEAD_AFTER_KEEP : LEAD;
  for (const number of numbersIn(plain)) {
    if (number.start < verb.end || isYear(number, plain)) continue;
    const before = plain.slice(verb.end, number.start);
    const previous = pledges.at(-1);
    const gap = previous === undefined ? "" : plain.slice(previous.number.end, number.start);
    const match = pattern.exec(before);
    const isUpperEnd = numbers.min !== null && numbers.max !== null && isRange(gap, previous);
    if (match === null && !isUpperEnd && !(verb.direct && AFTER_VERB.test(before))) continue;
    const words = match?.[0] ?? (isUpperEnd ? "" : before);
    const kind = kindOf(number, match?.groups?.lead?.toLowerCase() ?? "to", subject);
    const factor = number.isPercent || number.isPoints ? 1 : directUnit(number, plain, subject);
    const isAside = factor === null || isOpen(number, plain);
    pledges.push({
      number,
      kind,
      verdict: isAside ? "aside" : verdict(number, kind, factor, numbers, subject.unit),
      follows: isUpperEnd || /^[\s,–-]*(?:from\s+\S+\s+)?to\s+$/i.test(gap),
      isBetween: /between/i.test(words),
      bound: isUpperEnd || UPPER.test(words) ? "upper" : LOWER.test(words) ? "lower" : null,
      factor: factor ?? 1,
    });
  }
  return pledges;
}

/** Whether the words between two numbers make them the ends of a range. */
function isRange(gap: string, lower: Pledge | undefined): boolean {
  return /^\s?[–-]\s?$/.test(gap) || (lower?.isBetween === true && /^\s+and\s+$/i.test(gap));
}

/** A multiple, a ratio, or four digits at the end that may be a year after all ("from 2024 to 2026"). */
function isOpen(number: TitleNumber, plain: string): boolean {
  return number.isMultiple || (number.isYearLike && /^\W*$/.test(plain.slice(number.end)));
}

function kindOf(number: TitleNumber, lead: string, { unit }: Subject): Kind {
  if (number.isPoints) return "change";
  if (lead === "by") return number.isPercent ? "percent" : "change";
  return number.isPercent && unit !== undefined && unit !== "%" && (lead === "of" || lead === "at")
    ? "percent"
    : "level";
}

function verdict(
  number: TitleNumber,
  kind: Kind,
  factor: number,
  numbers: TargetNumbers,
  unit: string | undefined,
): Verdict {
  const values = valuesOf(number, factor, unit);
  const isOneOf = (candidates: readonly Candidate[]): boolean =>
    candidates.some((candidate) => values.some((value) => equals(value, candidate, number)));
  if (isOneOf(numbers.levels) || isOneOf(numbers.percents) || isOneOf(numbers.changes)) return "same";
  if (isOneOf(numbers.others)) return "aside";
  if (kind === "percent") return numbers.percent === null ? "unknown" : "other";
  if (kind === "change") return numbers.change === null ? "unknown" : "other";
  if (number.isPercent && unit !== undefined && unit !== "%") return "aside";
  return numbers.hasLevels ? "other" : "unknown";
}

/** What a number may be in the metric's unit: 80 % may be 0.8 of a share, and 500,000 may be 500 k EUR. */
function valuesOf(number: TitleNumber, factor: number, unit: string | undefined): readonly number[] {
  const values = number.values.map((value) => value * factor);
  if (number.isPercent && unit !== "%") return [...values, ...values.map((value) => value / 100)];
  const power = powerOf(unit);
  return power === 1 ? values : [...values, ...values.map((value) => value / power)];
}

function equals(value: number, candidate: Candidate, number: TitleNumber): boolean {
  const a = Math.abs(value);
  const b = Math.abs(candidate.value);
  const first = Math.abs(number.values[0] ?? 0);
  const rounding = first > 0 && (number.isShortened || candidate.isComputed) ? (number.rounding / first) * a : 0;
  return Math.abs(a - b) <= Math.max(rounding, 1e-9 * Math.max(1, b));
}

function rightNumber(pledge: Pledge, numbers: TargetNumbers, { unit }: Subject): string | null {
  const { number, kind, bound, factor } = pledge;
  if (kind === "percent") return numbers.percent === null ? null : written(Math.abs(numbers.percent), number);
  if (kind === "change") return numbers.change === null ? null : written(Math.abs(numbers.change) / factor, number);
  const level = (bound === "lower" ? numbers.min : bound === "upper" ? numbers.max : null) ?? numbers.level;
  if (level === null) return null;
  const isShare = number.isPercent && unit !== "%" && Math.abs(level) <= 1;
  if (isShare) return written(level * 100, number);
  // A title may write out what the unit shortens: 500,000 EUR for 500 k EUR.
  const power = Math.abs(number.values[0] ?? 0) >= powerOf(unit) ? powerOf(unit) : 1;
  return written((level / factor) * power, number);
}

/** How many of the plain unit a unit counts: 1000 for `k EUR`. */
function powerOf(unit: string | undefined): number {
  if (unit === undefined) return 1;
  if (/^(?:[kK](?![a-z])|thousand)/.test(unit)) return 1e3;
  return /^(?:M(?![a-z])|mn|mio|million)/.test(unit) ? 1e6 : 1;
}

/** A number in the style of the one it replaces; null where that style cannot hold it. */
function written(value: number, { style, isMultiple, isPercent }: TitleNumber): string | null {
  const scaled = Number((value / style.magnitude).toFixed(isPercent ? 1 : 3));
  if (isMultiple || (value !== 0 && scaled === 0) || Math.abs(scaled) >= 1e15 || (value < 0 && style.before !== ""))
    return null;
  const [whole = "", fraction] = String(scaled).split(".");
  const grouped = style.separator === "" ? whole : whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${style.separator}`);
  return `${style.before}${grouped}${fraction === undefined ? "" : `${style.separator === "." ? "," : "."}${fraction}`}${style.after}`;
}
