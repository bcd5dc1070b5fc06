/** Runs the rules over a workspace: problems with the level that holds for them. */
import type { Config } from "../config/resolve.ts";
import type { Problem, Severity } from "../findings/finding.ts";
import { type Level, type Rule } from "../rules/define.ts";
import type { Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import type { Part } from "./part.ts";
/** A problem that will be reported, with its level. */
export interface Graded {
    readonly problem: Problem;
    readonly severity: Severity;
}
export interface RunInput {
    readonly workspace: Workspace;
    readonly config: Config;
    readonly rules: readonly Rule[];
    readonly asOf: Day;
    readonly asOfGiven: boolean;
    /** Whether a glob of an override matches a file. */
    readonly matches: (globs: readonly string[], file: string) => boolean;
    /** Judges only this part, and only by rules that look at single entities; null or absent: everything. */
    readonly part?: Part | null;
}
/** Everything that reading and rules found, at the levels of the config; rules that are off are not run. */
export declare function runRules(input: RunInput): readonly Graded[];
/** Whether a rule knows the language of the titles. */
export declare function speaks(rule: Pick<Rule, "text">, language: string): boolean;
/** Problems that were found beside the rules, at the levels of the config. */
export declare function grade(problems: readonly Problem[], levels: Levels): readonly Graded[];
/** Which level holds for a rule's message in a file. */
export declare class Levels {
    #private;
    constructor(input: RunInput);
    /** The level of a problem; a problem's own severity is a ceiling, never a floor. */
    of(problem: Problem): Level;
    /** Whether any file or message can make the rule speak. */
    mayReport(rule: Rule): boolean;
    /** Whether any file or message can make the rule report an error. */
    mayFail(rule: Rule): boolean;
    /** Whether any message of a rule can be reported in a file. */
    isOn(ruleId: string, file: string): boolean;
}
