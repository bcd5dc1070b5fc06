/** Suppression comments at work: which findings they take out, and what is wrong with the comments themselves. */
import type { Finding, Problem } from "../findings/finding.ts";
import { type Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import type { TextOf } from "./locate.ts";
export interface SuppressInput {
    /** All findings of the workspace, so that no suppression seems unused because its finding is not shown. */
    readonly findings: readonly Finding[];
    readonly workspace: Pick<Workspace, "files" | "metrics">;
    readonly textOf: TextOf;
    /** The day that `until:` is judged on; that day itself still belongs to the suppression. */
    readonly asOf: Day;
    /** Every rule that a comment may name. */
    readonly ruleIds: readonly string[];
    /** Whether a rule can report anything in a definition file; a suppression of one that cannot is never unused. */
    readonly isOn: (ruleId: string, file: string) => boolean;
}
export interface SuppressResult {
    readonly kept: readonly Finding[];
    readonly suppressed: readonly Finding[];
    /** Findings about the comments, without level and range; they cannot be suppressed themselves. */
    readonly problems: readonly Problem[];
}
/** Whether other rules may be silent only because this one reports: what it reports is left out of the workspace. */
export declare function hidesOthers(ruleId: string): boolean;
/** Takes suppressed findings out. Findings keep their order; nothing about them is changed. */
export declare function applySuppressions(input: SuppressInput): SuppressResult;
