/** What the readers of target phrases share: their result, their context, their words. */

import type { Direction } from "../workspace/target.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import type { Named } from "./dates.ts";
import type { Decimal } from "./numbers.ts";

/** A target as definition files write it. */
export type TargetValue =
  | number
  | string
  | true
  | { readonly by: number }
  | { readonly min?: number; readonly max?: number };

/** What the heart of a phrase says. */
export interface Core {
  readonly target: TargetValue;
  readonly unit: string | null;
  readonly better: Direction | null;
  readonly baseline: number | null;
  readonly baselinePeriod: Named | null;
  readonly due: number | null;
  readonly notes: readonly string[];
}

/** Why there is none, as the second half of a sentence. */
export type Refusal = string;

/** What is known beside the phrase. */
export interface PhraseContext {
  readonly decimal: Decimal;
  readonly fiscal: FiscalYear;
  /** The unit that the file states elsewhere; null where it states none. */
  readonly unit: string | null;
  /** The direction that the file states elsewhere. */
  readonly better: Direction | null;
}

/** A reading of the whole text; a sentence where it is of this kind and open; null where it is of another kind. */
export type Reader = (text: string, context: PhraseContext) => Core | Refusal | null;

/** Verbs and nouns for a number that rises. */
export const UP = "increase|raise|grow|boost|expand|lift|rise|gain|growth|increases|increasing|raising|growing|rising";
/** Verbs and nouns for a number that falls. */
export const DOWN =
  "reduce|decrease|lower|cut|shrink|drop|lessen|fall|decline|reduction|decreases|reduces|reducing|decreasing|lowering|cutting|shorten|minimi[sz]e";
/** Words that say a direction only together with the one that is better. */
export const BETTER = "improve|improvement|improving|enhance";
/** What is increased or reduced; words that begin another part of the phrase end it. */
export const OBJECT = String.raw`(?: (?!(?:and|or|from|to|by|between|at|above|below|over|under|within|not|no|until|per)\b)\p{L}[\p{L}'’-]*){0,6}?`;

/** Made of a target, with nothing else said. */
export function core(
  target: TargetValue,
  unit: string | null,
  better: Direction | null,
  notes: readonly string[] = [],
): Core {
  return { target, unit, better, baseline: null, baselinePeriod: null, due: null, notes };
}

/** A strict bound has no form of its own. */
export function strictNote(word: string): string {
  return `"${word.trim()}" is read with its bound: the bound itself counts as met here`;
}
