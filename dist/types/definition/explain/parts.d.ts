/** What a goal, a metric and a KPI cannot do without, and the rule that speaks when it is missing. */
import type { EntityKind, EntityRef } from "../../findings/finding.ts";
import type { ShapeProblem } from "../shape-problem.ts";
export interface Part {
    readonly ruleId: string;
    readonly messageId: string;
    /** Ends the sentence "KPI `x` has no target: …". */
    readonly advice: string;
}
export declare const PARTS: Readonly<Record<EntityKind, Readonly<Record<string, Part>>>>;
/** One problem for each part that is absent, or has no value or a blank one; in a draft only the title is an error. */
export declare function missingParts(entity: EntityRef, value: Readonly<Record<string, unknown>>): readonly {
    readonly key: string;
    readonly empty: boolean;
    readonly problem: ShapeProblem;
}[];
/** Whether a KPI is being written; also where the word itself is in another case. */
export declare function isDraft(value: Readonly<Record<string, unknown>>): boolean;
