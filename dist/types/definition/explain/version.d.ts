/** The version of the format that a file states. */
import type { ShapeProblem } from "../shape-problem.ts";
/** What is wrong with `version`; null where it is 1, or absent and not needed. */
export declare function versionProblem(root: Readonly<Record<string, unknown>>, needed: boolean): ShapeProblem | null;
