/** Value → problems of shape. Valid documents pass the compiled validator and cost nothing more. */
import type { KeyPath } from "../text/source.ts";
import type { ShapeContext, ShapeProblem } from "./shape-problem.ts";
/**
 * What is wrong with the shape of one document of a definition file, in the order of the file.
 * Takes any value and never throws. A valid document can still have the missing parts of drafts, as information.
 */
export declare function validateDefinition(value: unknown, context?: ShapeContext): readonly ShapeProblem[];
/** What is wrong with the shape of a config; every problem has the rule id `config/invalid`. */
export declare function validateConfig(value: unknown): readonly ShapeProblem[];
/** A target such as `+10`, of which YAML reads the number 10: only the source text tells. */
export declare function plusNumberProblem(path: KeyPath, value: number, sourceText: string): ShapeProblem;
