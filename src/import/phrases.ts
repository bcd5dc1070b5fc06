/**
 * Targets in words: "at or above 95%", "below 5 days", "between 10 and 20", "100 by 2030", "increase from 40 to 50 %".
 *
 * A phrase is understood as a whole or not at all: what has one meaning becomes a target, everything else a sentence
 * that says why not. Nothing is guessed.
 */

import { plainCharacters } from "../definition/explain/traps/trap.ts";
import type { Day } from "../workspace/day.ts";
import type { Direction } from "../workspace/target.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import type { Named } from "./dates.ts";
import { isOpen, TWO_NUMBERS } from "./numbers.ts";
import { coreOf } from "./phrase-core.ts";
import { inEnglish } from "./phrase-languages.ts";
import { partsOf } from "./phrase-parts.ts";
import { whyNot } from "./phrase-refusals.ts";
import type { Core, PhraseContext, Refusal, TargetValue } from "./phrase-words.ts";
import { canonicalUnit, isCount, sameUnit } from "./units.ts";

/** What a phrase says. */
export interface TargetPhrase {
  readonly ok: true;
  readonly target: TargetValue;
  readonly unit: string | null;
  /** The last day: "by March 2027". */
  readonly due: Day | null;
  /** The whole window: "in 2026". */
  readonly window: Named | null;
  /** "per year": the target holds for each such period. */
  readonly every: RecurringEvery | null;
  readonly baseline: number | null;
  /** The period whose value is the baseline: "from 2019 levels". */
  readonly baselinePeriod: Named | null;
  readonly better: Direction | null;
  /** What was read in a way that its author should know of. */
  readonly notes: readonly string[];
}

/** Why a phrase is not understood, as the second half of a sentence. */
export interface NotUnderstood {
  readonly ok: false;
  readonly reason: string;
}

/** Longer texts are prose. */
const LONGEST = 200;

/** Reads one phrase; German and French words that have one meaning are read in English. */
export function readTargetPhrase(text: string, context: PhraseContext): TargetPhrase | NotUnderstood {
  if (text.length > LONGEST) return refused("it is too long for a target");
  const phrase = plain(text);
  const english = inEnglish(phrase);
  const read = readEnglish(english, context);
  if (
    !read.ok &&
    isOpen(context.decimal, (decimal) => readEnglish(english, Object.assign({}, context, { decimal })).ok)
  )
    return refused(TWO_NUMBERS);
  if (!read.ok || english === phrase) return read;
  return Object.assign({}, read, { notes: [`it is read as "${english}"`, ...read.notes] });
}

function readEnglish(phrase: string, context: PhraseContext): TargetPhrase | NotUnderstood {
  const undecided = whyNot(phrase);
  if (undecided !== null) return refused(undecided);
  const parts = partsOf(phrase, context.fiscal);
  const core = coreOf(parts.core, context);
  if (typeof core === "string") return refused(core);
  const fault =
    comparisonFault(core, parts.isCompared) ??
    periodFault(core, parts.every, parts.due) ??
    directionFault(core, context) ??
    unitFault(core, context);
  if (fault !== null) return refused(fault);
  // "From 40 in 2020 to 50 in 2026" names two days, not a window.
  const isWay = core.baselinePeriod !== null;
  return {
    ok: true,
    target: core.target,
    unit: core.unit ?? context.unit,
    due: parts.due ?? core.due ?? (isWay ? (parts.window?.end ?? null) : null),
    window: isWay ? null : parts.window,
    every: parts.every,
    baseline: core.baseline,
    baselinePeriod: parts.comparedWith ?? core.baselinePeriod,
    better: context.better ?? core.better,
    notes: core.notes,
  };
}

/** Without footnote marks, a full stop and what a spreadsheet writes before text. */
function plain(text: string): string {
  return plainCharacters(text.replace(/⩾|≧/g, "≥").replace(/⩽|≦/g, "≤"))
    .replace(/^'(?=\S)/, "")
    .replace(/[*†‡]+$/, "")
    .replace(/(?<=[\p{L}\d%]{2})\.$/u, "")
    .trim();
}

function refused(reason: string): NotUnderstood {
  return { ok: false, reason };
}

function isRelative({ target }: Core): boolean {
  return typeof target === "string" || (typeof target === "object" && "by" in target);
}

function comparisonFault(core: Core, isCompared: boolean): Refusal | null {
  return isCompared && !isRelative(core) ? "it compares with a value that it does not name" : null;
}

/** "5% per year" grows upon growth, and "10 per year by 2030" is no target for every year. */
function periodFault(core: Core, every: RecurringEvery | null, due: Day | null): Refusal | null {
  if (every === null) return null;
  if (isRelative(core)) return "a change in every period has no form; write the value at the end of the window";
  if (core.unit === "%") return "it does not say whether the percentage is a level or a growth in every period";
  return due === null ? null : "it names both a rate and a deadline";
}

function directionFault({ better }: Core, context: PhraseContext): Refusal | null {
  if (better === null || context.better === null || better === context.better) return null;
  return `it wants the value to be ${better}, and ${context.better} is said to be better`;
}

function unitFault(core: Core, { unit }: PhraseContext): Refusal | null {
  if (typeof core.target === "string") {
    return unit === "%" ? "on the unit % it may mean a share of the baseline or percentage points" : null;
  }
  if (core.unit === null || unit === null || sameUnit(core.unit, unit)) return null;
  if (isCount(unit) && core.unit !== "%" && !isCode(core.unit)) return null;
  if (canonicalUnit(unit) === core.unit) return null;
  return `its unit is "${core.unit}", and the file says "${unit}"`;
}

function isCode(unit: string): boolean {
  return /^[A-Z]{3}$|^\$$/.test(unit);
}
