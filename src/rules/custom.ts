/** Rules of a team's own: what a plug-in exports, and what is asked of it before it runs. */

import type { Level, Rule, RuleMeta } from "./define.ts";

/** A rule of a plug-in: like ours, but its page and its examples may be missing. */
export type CustomRule<Options = unknown> = Omit<Rule<Options>, "docs" | "bad" | "good"> &
  Partial<Pick<RuleMeta, "docs" | "bad" | "good">>;

/** Declares a rule of a plug-in. */
export function defineRule<Options = unknown>(rule: CustomRule<Options>): CustomRule {
  return rule as CustomRule;
}

const NO_EXAMPLE = { files: {} } as const;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
const LEVELS: ReadonlySet<unknown> = new Set<Level>(["off", "info", "warning", "error"]);
const CHECKS = ["goal", "metric", "kpi", "workspace"] as const;

/**
 * The rules among what a module exports (single ones and lists), in order.
 * A string says in words what is wrong with one of them; `taken` are ids that exist already.
 */
export function customRules(exported: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): Rule[] | string {
  const candidates = Object.values(exported).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const found = candidates.filter(isObject).filter((value) => "id" in value && "messages" in value);
  if (found.length === 0) return "it exports no rule; export what defineRule gives";
  const ids = new Set(taken);
  const rules: Rule[] = [];
  for (const candidate of new Set(found)) {
    const fault = faultOf(candidate, ids);
    if (fault !== null) return fault;
    const rule = candidate as unknown as CustomRule;
    ids.add(rule.id);
    rules.push({
      ...rule,
      docs: rule.docs ?? "",
      bad: rule.bad ?? NO_EXAMPLE,
      good: rule.good ?? NO_EXAMPLE,
      url: rule.url ?? "",
    });
  }
  return rules;
}

function faultOf(rule: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): string | null {
  const { id, summary, level, messages } = rule;
  if (typeof id !== "string" || !ID.test(id))
    return `the id ${JSON.stringify(id)} is not of the form our-group/our-rule`;
  if (taken.has(id)) return `the id "${id}" is taken; choose a group of your own`;
  if (typeof summary !== "string" || summary === "") return `"${id}" has no summary`;
  if (!LEVELS.has(level)) return `the level of "${id}" is none of off, info, warning, error`;
  if (!isObject(messages)) return `"${id}" has no messages`;
  if (!CHECKS.some((check) => typeof rule[check] === "function"))
    return `"${id}" has no check: goal, metric, kpi or workspace`;
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
