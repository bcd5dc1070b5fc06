/** Keys of a map that do not belong there, and keys that are missing. */
import type { KeyPath } from "../../text/source.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { ShapeProblem } from "../shape-problem.ts";
type MapValue = Readonly<Record<string, unknown>>;
/** A key that cannot stand where it stands. */
export interface Misfit {
    readonly messageId: string;
    readonly message: string;
    /** The key that was probably meant. */
    readonly meant: string | null;
}
/** A key that should be there; `empty` where it is, without a value or with a blank one. */
export interface Missing {
    readonly key: string;
    readonly empty: boolean;
    readonly problem: ShapeProblem;
}
/** `document` is the schema of the whole file; `otherForms` are keys of other forms that the same field may have. */
export declare function misfitKeys(schema: JsonSchema, value: MapValue, path: KeyPath, document: JsonSchema, otherForms: readonly string[]): ReadonlyMap<string, Misfit>;
/** What a map lacks: the parts of an entity first, then other keys that the schema requires. */
export declare function missingKeys(schema: JsonSchema, value: MapValue, path: KeyPath): readonly Missing[];
export {};
