/** Runs the rules over a workspace: problems with the level that holds for them. */

import { presetLevel } from "../config/presets.ts";
import type { Config, RuleConfig } from "../config/resolve.ts";
import type { Problem, Severity } from "../findings/finding.ts";
import { fill, type Level, optionsOf, RANK, type Report, type Rule, type RuleContext } from "../rules/define.ts";
import { isEnglish } from "../rules/words/titles.ts";
import type { Day } from "../workspace/day.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
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
export function runRules(input: RunInput): readonly Graded[] {
  const { workspace, config, rules, asOf, asOfGiven, part = null } = input;
  const levels = new Levels(input);
  const graded: Graded[] = [];
  const add = (problem: Problem): void => {
    const level = levels.of(problem);
    if (level !== "off") graded.push({ problem, severity: level });
  };
  for (const problem of part === null ? workspace.problems : part.problems) add(problem);
  const active = rules.filter(
    (rule) =>
      levels.mayReport(rule) &&
      speaks(rule, workspace.settings.language) &&
      (part === null || rule.workspace === undefined),
  );
  const bound = active.map((rule) => {
    const context: RuleContext = {
      workspace,
      asOf,
      asOfGiven,
      options: optionsOf(rule, config.rules.get(rule.id)?.options ?? null),
      report: (report) => add(problemOf(rule, report)),
    };
    return { rule, context };
  });
  const forGoals = checksOf(bound, ({ goal }) => goal);
  const forMetrics = checksOf(bound, ({ metric }) => metric);
  const forKpis = checksOf(bound, ({ kpi }) => kpi);
  // All rules of one entity before the next one: what they share is remembered for the last entity only.
  const look = (entity: Entity): void => {
    if (entity.kind === "goal") runAll(forGoals, entity);
    else if (entity.kind === "metric") runAll(forMetrics, entity);
    else runAll(forKpis, entity);
  };
  const { goals, metrics, kpis } = workspace;
  for (const some of part === null ? [goals, metrics, kpis] : [part.entities]) some.forEach(look);
  for (const { rule, context } of bound) rule.workspace?.(context);
  return graded;
}

interface Bound {
  readonly rule: Rule;
  readonly context: RuleContext;
}

/** A rule's check of one kind of entity, taken out of the rule once, because rules have as many shapes as fields. */
interface Check<E> extends Bound {
  readonly run: (entity: E, context: RuleContext) => void;
}

function checksOf<E>(bound: readonly Bound[], checkOf: (rule: Rule) => Check<E>["run"] | undefined): Check<E>[] {
  const checks: Check<E>[] = [];
  for (const { rule, context } of bound) {
    const run = checkOf(rule);
    if (run !== undefined) checks.push({ rule, context, run });
  }
  return checks;
}

function runAll<E>(checks: readonly Check<E>[], entity: E): void {
  for (const check of checks) check.run.call(check.rule, entity, check.context);
}

/** Whether a rule knows the language of the titles. */
export function speaks(rule: Pick<Rule, "text">, language: string): boolean {
  return rule.text !== true || isEnglish(language);
}

function problemOf(rule: Rule, report: Report): Problem {
  const message = rule.messages[report.message];
  if (message === undefined) throw new Error(`Rule ${rule.id} has no message "${report.message}".`);
  return {
    ruleId: rule.id,
    messageId: report.message,
    message: fill(typeof message === "string" ? message : message.text, report.data ?? {}),
    place: report.place,
    entity: report.entity,
    severity: report.severity,
    suggestions: report.suggestions,
    fix: report.fix,
    related: report.related,
    discriminator: report.discriminator,
  };
}

/** Problems that were found beside the rules, at the levels of the config. */
export function grade(problems: readonly Problem[], levels: Levels): readonly Graded[] {
  return problems.flatMap((problem) => {
    const severity = levels.of(problem);
    return severity === "off" ? [] : [{ problem, severity }];
  });
}

/** Which level holds for a rule's message in a file. */
export class Levels {
  readonly #input: RunInput;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #overrides = new Map<string, ReadonlyMap<string, RuleConfig>>();

  constructor(input: RunInput) {
    this.#input = input;
    this.#rules = new Map(input.rules.map((rule) => [rule.id, rule]));
  }

  /** The level of a problem; a problem's own severity is a ceiling, never a floor. */
  of(problem: Problem): Level {
    const level = this.#level(problem);
    const ceiling = problem.severity;
    return ceiling !== undefined && RANK[level] > RANK[ceiling] ? ceiling : level;
  }

  /** Whether any file or message can make the rule speak. */
  mayReport(rule: Rule): boolean {
    const { config } = this.#input;
    if (config.overrides.some((override) => (override.rules.get(rule.id)?.level ?? "off") !== "off")) return true;
    const setting = config.rules.get(rule.id);
    if (setting?.stated === true) return setting.level !== "off";
    return [undefined, ...Object.keys(rule.messages)].some((id) => presetLevel(rule, config.preset, id) !== "off");
  }

  /** Whether any file or message can make the rule report an error. */
  mayFail(rule: Rule): boolean {
    const { config } = this.#input;
    if (config.overrides.some((override) => override.rules.get(rule.id)?.level === "error")) return true;
    const setting = config.rules.get(rule.id);
    if (setting?.stated === true) return setting.level === "error";
    return [undefined, ...Object.keys(rule.messages)].some((id) => presetLevel(rule, config.preset, id) === "error");
  }

  /** Whether any message of a rule can be reported in a file. */
  isOn(ruleId: string, file: string): boolean {
    const rule = this.#rules.get(ruleId);
    if (rule === undefined) return false;
    const setting = this.#override(file)?.get(ruleId) ?? this.#input.config.rules.get(ruleId);
    if (setting?.stated === true) return setting.level !== "off";
    const { preset } = this.#input.config;
    return [undefined, ...Object.keys(rule.messages)].some((id) => presetLevel(rule, preset, id) !== "off");
  }

  #level(problem: Problem): Level {
    const rule = this.#rules.get(problem.ruleId);
    if (rule === undefined) return "error";
    const setting = this.#override(problem.place.file)?.get(rule.id) ?? this.#input.config.rules.get(rule.id);
    if (setting?.stated === true) return setting.level;
    return presetLevel(rule, this.#input.config.preset, problem.messageId);
  }

  #override(file: string): ReadonlyMap<string, RuleConfig> | undefined {
    if (this.#input.config.overrides.length === 0) return undefined;
    const known = this.#overrides.get(file);
    if (known !== undefined) return known;
    const rules = new Map<string, RuleConfig>();
    for (const override of this.#input.config.overrides) {
      if (!this.#input.matches(override.files, file)) continue;
      for (const [id, setting] of override.rules) rules.set(id, setting);
    }
    this.#overrides.set(file, rules);
    return rules;
  }
}
