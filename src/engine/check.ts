/** The check: workspace + config + rules → findings, counts and SMART cards. */

import { presetLevel } from "../config/presets.ts";
import type { Config } from "../config/resolve.ts";
import { pageOf } from "../definition/urls.ts";
import type { Finding, Problem } from "../findings/finding.ts";
import { sortFindings } from "../findings/order.ts";
import type { Rule } from "../rules/define.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import { applyKnown } from "./known.ts";
import { type KnownFile, NOTHING_KNOWN } from "./known-file.ts";
import { type Locator, locate, type TextOf } from "./locate.ts";
import type { CheckResult, CheckSummary, RuleSummary } from "./result.ts";
import { type Graded, grade, Levels, runRules } from "./run.ts";
import { smartCards } from "./smart.ts";
import { applySuppressions } from "./suppress.ts";
import { VERSION } from "./version.ts";

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
export function check(input: CheckInput): CheckResult {
  const { workspace, textOf, rules } = input;
  const levels = new Levels(input);
  const commented = applySuppressions({
    findings: locate(input.graded ?? runRules(input), textOf, rules, input.locator),
    workspace,
    textOf,
    asOf: input.asOf,
    ruleIds: rules.map(({ id }) => id),
    isOn: (id, file) => levels.isOn(id, file),
  });
  const adopted = applyKnown(commented.kept, input.known ?? NOTHING_KNOWN);
  const about = locate(grade([...commented.problems, ...adopted.problems], levels), textOf, rules, input.locator);
  const isShown = ({ file }: Finding): boolean => input.shows?.(file) ?? true;
  const findings = sortFindings([...adopted.kept, ...about]).filter(isShown);
  const suppressed = commented.suppressed.filter(isShown);
  const known = adopted.known.filter(isShown);
  return {
    asOf: formatDay(input.asOf),
    tool: { name: "kpi-as-code", version: VERSION },
    summary: summaryOf(findings, workspace, suppressed.length, known.length),
    findings,
    suppressed,
    known,
    // What a person has answered for with a reason is no mark against the KPI; what is only known still is.
    smart: smartCards(workspace, commented.kept, rules),
    rules: rules.map((rule) => ruleSummary(rule, input.config)),
  };
}

/** A result that holds findings about the config alone, because nothing else can be trusted then. */
export function configResult(
  problems: readonly Problem[],
  input: Pick<CheckInput, "rules" | "config" | "asOf" | "textOf">,
): CheckResult {
  const findings = locate(
    problems.map((problem) => ({ problem, severity: "error" as const })),
    input.textOf,
    input.rules,
  );
  return {
    asOf: formatDay(input.asOf),
    tool: { name: "kpi-as-code", version: VERSION },
    summary: summaryOf(findings, null, 0, 0),
    findings,
    suppressed: [],
    known: [],
    smart: [],
    rules: input.rules.map((rule) => ruleSummary(rule, input.config)),
  };
}

/** The same result with other findings, counted anew. */
export function withFindings(result: CheckResult, findings: readonly Finding[]): CheckResult {
  return { ...result, findings, summary: { ...result.summary, ...countsOf(findings) } };
}

function countsOf(findings: readonly Finding[]): Pick<CheckSummary, "errors" | "warnings" | "infos" | "fixable"> {
  const count = (severity: Finding["severity"]): number => findings.filter((f) => f.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    fixable: findings.filter((finding) => finding.fix !== null).length,
  };
}

function summaryOf(
  findings: readonly Finding[],
  workspace: Workspace | null,
  suppressed: number,
  known: number,
): CheckSummary {
  const { errors, warnings, infos, fixable } = countsOf(findings);
  return {
    files: workspace?.files.length ?? 0,
    goals: workspace?.goals.size ?? 0,
    metrics: workspace?.metrics.size ?? 0,
    kpis: workspace?.kpis.size ?? 0,
    errors,
    warnings,
    infos,
    suppressed,
    known,
    fixable,
    new: null,
    fixed: null,
  };
}

/** A rule as results and `kpi rules` show it: with the level that holds here. */
export function ruleSummary(rule: Rule, config: Config): RuleSummary {
  return {
    id: rule.id,
    summary: rule.summary,
    letter: rule.letter,
    level: config.rules.get(rule.id)?.level ?? presetLevel(rule, config.preset),
    url: pageOf(rule),
    description: rule.docs,
  };
}
