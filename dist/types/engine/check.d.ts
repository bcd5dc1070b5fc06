/** The check: workspace + config + rules → findings, counts and SMART cards. */
import type { Config } from "../config/resolve.ts";
import type { Finding, Problem } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
import { type Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import { type KnownFile } from "./known-file.ts";
import { type Locator, type TextOf } from "./locate.ts";
import type { CheckResult, RuleSummary } from "./result.ts";
import { type Graded } from "./run.ts";
export interface CheckInput {
    readonly workspace: Workspace;
    readonly config: Config;
    readonly rules: readonly Rule[];
    /** The day that statuses and ages are judged on. */
    readonly asOf: Day;
    /** Whether somebody chose that day; otherwise it is today. */
    readonly asOfGiven: boolean;
    readonly textOf: TextOf;
    readonly matches: (globs: readonly string[], file: string) => boolean;
    /** Which files' findings are shown; all by default. */
    readonly shows?: (file: string) => boolean;
    /** What kpi.known.json records; nothing by default. */
    readonly known?: KnownFile;
    /** What was judged already; otherwise all rules are run. */
    readonly graded?: readonly Graded[];
    /** Finds ranges; one that is handed in again knows the files that it has read before. */
    readonly locator?: Locator;
}
/** Runs every rule and reports what was found, in the order of files and lines. */
export declare function check(input: CheckInput): CheckResult;
/** A result that holds findings about the config alone, because nothing else can be trusted then. */
export declare function configResult(problems: readonly Problem[], input: Pick<CheckInput, "rules" | "config" | "asOf" | "textOf">): CheckResult;
/** The same result with other findings, counted anew. */
export declare function withFindings(result: CheckResult, findings: readonly Finding[]): CheckResult;
/** A rule as results and `kpi rules` show it: with the level that holds here. */
export declare function ruleSummary(rule: Rule, config: Config): RuleSummary;
