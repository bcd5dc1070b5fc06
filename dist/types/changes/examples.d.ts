/** Builds the pairs of small workspaces that verdict pages show and tests run. */
import type { Example } from "../rules/define.ts";
import type { ChangeExample } from "./define.ts";
/** From the good workspace of the rules to a changed one: `[what stands there, what to write instead]`. */
export declare function edited(...changes: readonly (readonly [from: string, to: string])[]): ChangeExample;
/** From one workspace to another. */
export declare function between(before: Example, after: Example, asOf?: string): ChangeExample;
