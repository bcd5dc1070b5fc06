/** Checks the small workspaces of rule pages, all in memory. */
import type { Example, Rule } from "../rules/define.ts";
import type { CheckResult } from "./result.ts";
/** The day that examples are judged on where they state none. */
export declare const EXAMPLE_DAY = "2026-08-15";
/** What a rule's bad example gives, the rule switched on where it is off by default; only its own findings. */
export declare function checkBad(rule: Rule, rules: readonly Rule[]): Promise<CheckResult>;
/** Runs the check on an example; `config` stands in for one that the example does not hold. */
export declare function checkExample(example: Example, rules: readonly Rule[], config?: string): Promise<CheckResult>;
