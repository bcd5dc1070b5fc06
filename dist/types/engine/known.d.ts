/** Known findings: those that stood when a repository adopted the tool, so that only new ones are shown. */
import type { Finding, Problem } from "../findings/finding.ts";
import { type KnownFile } from "./known-file.ts";
export interface KnownResult {
    readonly kept: readonly Finding[];
    readonly known: readonly Finding[];
    /** Entries whose finding no longer occurs, as `known/fixed`. */
    readonly problems: readonly Problem[];
}
/** Takes known findings out, at whatever level they are today. `findings` are those of the whole workspace. */
export declare function applyKnown(findings: readonly Finding[], recorded: KnownFile): KnownResult;
export interface KnownUpdate {
    /** What kpi.known.json says from now on. */
    readonly text: string;
    /** What cannot be recorded. */
    readonly kept: readonly Finding[];
    readonly known: readonly Finding[];
    /** Entries that the file did not have before, and those that it has no more. */
    readonly added: number;
    readonly removed: number;
}
/** Records everything that stands, known or not; `findings` are all of the workspace that are not suppressed. */
export declare function updateKnown(findings: readonly Finding[], recorded: KnownFile): KnownUpdate;
