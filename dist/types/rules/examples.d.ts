/** Builds the small workspaces that rule pages show and tests run: a good one, and changes to it. */
import type { Example } from "./define.ts";
/** The good workspace as it is. */
export declare const good: Example;
/**
 * The good workspace with pieces of its text exchanged: `[what stands there, what to write instead]`.
 * Throws where a piece is not found, so that an example cannot silently stay good.
 */
export declare function changed(...changes: readonly (readonly [from: string, to: string])[]): Example;
/** An example with other files beside it. */
export declare function withFiles(example: Example, files: Readonly<Record<string, string>>): Example;
/** The good example with its rows in a data file; `named` is the path that the metric states. */
export declare function rowsInFile(rows: string, named?: string): Example;
/** An example judged on another day. */
export declare function on(asOf: string, example: Example): Example;
