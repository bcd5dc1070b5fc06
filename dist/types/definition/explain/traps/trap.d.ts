/** Traps: texts that people write where the format wants something else, and what to write instead. */
import type { ShapeChange } from "../../shape-problem.ts";
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
/** The first trap that a text falls into. */
export declare function sprung(traps: readonly Trap[], text: string, context: TrapContext): (Said & {
    id: string;
}) | null;
/** Text with look-alikes (typographic minus and dashes, wide digits, odd spaces) in their plain form. */
export declare function plainCharacters(text: string): string;
/** Suggests writing a value; `when` says in which case. */
export declare function write(value: unknown, when?: string): ShapeChange;
/** Words that say that nobody has decided yet. */
export declare const PLACEHOLDER: RegExp;
/** Words that stand for no value at all. */
export declare const NO_VALUE: RegExp;
