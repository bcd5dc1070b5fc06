/** What is wrong with a single text, number or word, each as one slip. */
import type { KeyPath } from "../../text/source.ts";
import type { Form, JsonSchema } from "../json-schema.ts";
import type { ShapeChange } from "../shape-problem.ts";
/** A problem without its place. */
export interface Slip {
    readonly ruleId: string;
    readonly messageId: string;
    readonly message: string;
    readonly suggestions: readonly ShapeChange[];
}
/** Where a value stands, and what is known around it. */
export interface Here {
    readonly path: KeyPath;
    /** The whole schema of the field, of which a branch is looked at. */
    readonly field: JsonSchema;
    readonly form: Form | undefined;
    /** The text that stands there in the file; null where it is not known. */
    readonly source: () => string | null;
    readonly unit: () => string | null;
    readonly year: number | null;
}
export declare function textSlip(schema: JsonSchema, text: string, here: Here): Slip | null;
export declare function numberSlip(schema: JsonSchema, value: number, here: Here): Slip | null;
/** The field takes one value only. */
export declare function constantSlip(schema: JsonSchema, value: unknown, { path, form }: Here): Slip | null;
/** No branch of the field takes this kind of value. */
export declare function kindSlip(field: JsonSchema, value: unknown, here: Here): Slip;
/** Too few or too many items, or the same twice where each may stand once. */
export declare function listSlip({ minItems, maxItems, uniqueItems }: JsonSchema, items: readonly unknown[], path: KeyPath): Slip | null;
