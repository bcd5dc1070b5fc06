/** The check: workspace + config + rules → findings, counts and SMART cards. */

import { presetLevel } from "../config/presets.ts";
import type { Config } from "../config/resolve.ts";
import { ruleUrl } from "../definition/urls.ts";
import type { Finding, Problem } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import { locate, type TextOf } from "./locate.ts";
import type { CheckResult, CheckSummary, RuleSummary } from "./result.ts";
import { runRules } from "./run.ts";
import { smartCards } from "./smart.ts";
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
}

/** Runs every rule and reports what was found, in the order of files and lines. */
export function check(input: CheckInput): CheckResult {
  const { workspace } = input;
  const graded = runRules(input);
  const shown = input.shows === undefined ? graded : graded.filter(({ problem }) => input.shows?.(problem.place.file));
  const findings = locate(shown, input.textOf);
  return {
    asOf: formatDay(input.asOf),
    tool: { name: "kpi-as-code", version: VERSION },
    summary: summaryOf(findings, workspace),
    findings,
    smart: smartCards(workspace, graded, input.rules),
    rules: input.rules.map((rule) => ruleSummary(rule, input.config)),
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
  );
  return {
    asOf: formatDay(input.asOf),
    tool: { name: "kpi-as-code", version: VERSION },
    summary: summaryOf(findings, null),
    findings,
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

function summaryOf(findings: readonly Finding[], workspace: Workspace | null): CheckSummary {
  const { errors, warnings, infos, fixable } = countsOf(findings);
  return {
    files: workspace?.files.length ?? 0,
    goals: workspace?.goals.size ?? 0,
    metrics: workspace?.metrics.size ?? 0,
    kpis: workspace?.kpis.size ?? 0,
    errors,
    warnings,
    infos,
    suppressed: 0,
    known: 0,
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
    url: ruleUrl(rule.id),
    description: rule.docs,
  };
}
