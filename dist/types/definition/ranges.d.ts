/** Ranges that hold no value: a schema cannot compare two numbers, and a guardrail without a bound guards nothing. */
import type { ShapeProblem } from "./shape-problem.ts";
/** The bounds of metrics and the guardrails of KPIs that no value can meet, or none can break; of any document. */
export declare function rangeProblems(root: unknown): readonly ShapeProblem[];
