/** Traps: texts that people write where the format wants something else, and what to write instead. */

import type { ShapeChange } from "../../shape-problem.ts";
import { yamlSource } from "../yaml-source.ts";

/** What a trap may look at besides the text. */
export interface TrapContext {
  /** The place as messages name it, such as `target` in backticks. */
  readonly place: string;
  /** The key the value stands under. */
  readonly key: string;
  /** The text as it was written, cut to fit a message. */
  readonly shown: string;
  /** The unit of the KPI's metric; null where it is not known. */
  readonly unit: string | null;
  /** The year to complete a label with; null where it is not known. */
  readonly year: number | null;
  /** Whether the field takes a share from 0 to 1. */
  readonly share: boolean;
}

export interface Said {
  readonly message: string;
  readonly suggestions: readonly ShapeChange[];
  /** Where another rule than the form's own speaks. */
  readonly ruleId?: string;
}

/** One row of a table of traps. `say` returns null where the row does not apply after all. */
export interface Trap {
  /** The message id. */
  readonly id: string;
  /** Tried on the text in plain characters, see `plainCharacters`. */
  readonly pattern: RegExp;
  readonly say: (match: RegExpExecArray, context: TrapContext) => Said | null;
}

/** Longer texts are no slip of the pen, and no pattern is tried on them. */
const LONGEST = 200;

/** The first trap that a text falls into. */
export function sprung(traps: readonly Trap[], text: string, context: TrapContext): (Said & { id: string }) | null {
  if (text.length > LONGEST) return null;
  const plain = plainCharacters(text);
  for (const trap of traps) {
    const match = trap.pattern.exec(plain);
    const said = match === null ? null : trap.say(match, context);
    if (said !== null) {
      return { id: trap.id, message: said.message, suggestions: said.suggestions, ruleId: said.ruleId };
    }
  }
  return null;
}

/** Text with look-alikes (typographic minus and dashes, wide digits, odd spaces) in their plain form. */
export function plainCharacters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Suggests writing a value; `when` says in which case. */
export function write(value: unknown, when?: string): ShapeChange {
  const source = yamlSource(value);
  return { title: when === undefined ? `Write ${source}` : `Write ${source} (${when})`, replace: source };
}

/** Words that say that nobody has decided yet. */
export const PLACEHOLDER =
  /(?:\b(?:TBD|TBA|TBC|TODO|FIXME)\b|\?\?|\bto be (?:determined|confirmed|announced|defined)\b|\bnot applicable\b)/i;

/** Words that stand for no value at all. */
export const NO_VALUE = /^(?:n\/?a|none|null|nil|unknown|-+|\?+|\.+)$/i;
