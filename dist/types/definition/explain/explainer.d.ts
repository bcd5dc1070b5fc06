/**
 * Says what is wrong with a document that the compiled validator refused.
 *
 * A validator reports every branch of a union and every consequence of a slip. This walks the same
 * schema along the value, chooses the branch first, and says one thing for one cause.
 */
import type { KeyPath } from "../../text/source.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { ShapeProblem } from "../shape-problem.ts";
/** Past this many problems a document is not walked further. */
export declare const MOST_PROBLEMS = 5000;
/** What is known besides the value that is looked at. */
export interface Facts {
    /** The year to complete a label such as `Q3` with. */
    readonly year: number | null;
    /** The unit of the metric that a KPI measures. */
    readonly unitOfKpi: (id: string) => string | null;
    /** The source text of a value; null where it is not known. */
    readonly sourceOf: (path: KeyPath) => string | null;
    /** Whether nothing can be said of an entry of a top-level map, so that the walk passes it by. */
    readonly isSilent: (collection: string | number | undefined, entry: unknown) => boolean;
}
export declare class Explainer {
    #private;
    readonly problems: ShapeProblem[];
    /** `document` is the schema of the whole file. */
    constructor(document: JsonSchema, facts: Facts);
    get full(): boolean;
    /** Adds the problems of a value that should have the shape `field`; a form holds for all its branches. */
    explain(field: JsonSchema, value: unknown, path: KeyPath): void;
}
