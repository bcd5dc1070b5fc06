/** Values of the wrong kind that still tell what was meant: a list for one word, a number for a title. */
import type { Form, JsonSchema } from "../json-schema.ts";
import type { ShapeChange } from "../shape-problem.ts";
interface Meant {
    readonly messageId: string;
    /** Completes "`title` must be text, not a number: …". */
    readonly advice: string;
    readonly suggestions: readonly ShapeChange[];
}
/** What a value of the wrong kind probably means, `source` being its text in the file; null where nothing better than the expected kinds can be said. */
export declare function meantByKind(schema: JsonSchema, form: Form | undefined, value: unknown, source: () => string | null): Meant | null;
/** Whether a text has the length and the pattern of a schema. */
export declare function fitsText(schema: JsonSchema, text: string): boolean;
/** Characters of a text, as JSON Schema counts them. */
export declare function lengthOf(text: string): number;
export {};
