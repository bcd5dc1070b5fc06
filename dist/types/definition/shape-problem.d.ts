/** What is wrong with the shape of one document: a problem that does not know its file yet. */
import type { EntityRef, Severity } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
/** What could be written instead; `replace` is the new source text of the problem's own range. */
export interface ShapeChange {
    readonly title: string;
    readonly replace?: string;
}
export interface ShapeProblem {
    readonly ruleId: string;
    readonly messageId: string;
    readonly message: string;
    /** From the root of the document. `[]` at "key" is the empty place before the document's first key. */
    readonly path: KeyPath;
    readonly at: "key" | "value";
    readonly suggestions: readonly ShapeChange[];
    /** Only where it differs from the rule's level: a draft's missing parts are informational. */
    readonly severity?: Severity;
    readonly entity: EntityRef | null;
    /** A safe automatic fix. */
    readonly fix?: ShapeChange;
}
/** What the document alone does not tell; everything is optional. */
export interface ShapeContext {
    /** The unit of a metric, for metrics that are defined in another document. */
    readonly unitOf?: (metricId: string) => string | null | undefined;
    /** The source text of a value, where YAML reads another value than the text says, such as 7 for `007`. */
    readonly sourceOf?: (path: KeyPath) => string | null;
    /** The year to complete a label such as `Q3` with. */
    readonly year?: number;
}
