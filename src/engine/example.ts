/** Checks the small workspaces of rule pages, all in memory. */

import { CONFIG_FILE } from "../config/load.ts";
import type { Example, Rule } from "../rules/define.ts";
import { parseDay } from "../workspace/day.ts";
import { check, configResult, withFindings } from "./check.ts";
import { openFiles } from "./in-memory.ts";
import type { CheckResult } from "./result.ts";

/** The day that examples are judged on where they state none. */
export const EXAMPLE_DAY = "2026-08-15";

/** What a rule's bad example gives, the rule switched on where it is off by default; only its own findings. */
export async function checkBad(rule: Rule, rules: readonly Rule[]): Promise<CheckResult> {
  const config = rule.level === "off" ? `version: 1\nrules:\n  ${rule.id}: info\n` : "";
  const result = await checkExample(rule.bad, rules, config);
  return withFindings(
    result,
    result.findings.filter((finding) => finding.ruleId === rule.id),
  );
}

/** Runs the check on an example; `config` stands in for one that the example does not hold. */
export async function checkExample(example: Example, rules: readonly Rule[], config = ""): Promise<CheckResult> {
  const files = config === "" ? example.files : { [CONFIG_FILE]: config, ...example.files };
  const opened = await openFiles(files, rules);
  const { workspace, textOf, known } = opened;
  const asOf = parseDay(example.asOf ?? example.today ?? EXAMPLE_DAY) ?? 0;
  if (opened.problems.length > 0) return configResult(opened.problems, { rules, config: opened.config, asOf, textOf });
  return check({
    workspace,
    config: opened.config,
    rules,
    asOf,
    asOfGiven: example.today === undefined,
    textOf,
    matches: () => false,
    known,
  });
}
