/** Checks what a config says of single rules: their ids, levels and options. */

import type { Problem } from "../findings/finding.ts";
import { type Configurable, type Level, RANK } from "../rules/define.ts";
import { keepsItsLevel } from "../rules/untouchable.ts";
import { nearestTo } from "../text/nearest.ts";
import type { KeyPath } from "../text/source.ts";
import { isYamlMap, type YamlMap } from "../text/yaml.ts";

/** Where settings of rules stand, and the rules that there are. */
interface Context {
  readonly file: string;
  readonly path: KeyPath;
  readonly rules: ReadonlyMap<string, Configurable>;
}

/** Takes out of a map of settings what cannot be used, and gives a problem for each. */
export function takeWrongRules(settings: YamlMap, { file, path, rules }: Context): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, setting] of Object.entries(settings)) {
    const rule = rules.get(id);
    const at = { file, path: [...path, id] };
    if (rule === undefined) {
      delete settings[id];
      problems.push(unknownRule(at, id, rules));
      continue;
    }
    const isList = Array.isArray(setting);
    const level = levelOf(isList ? setting[0] : setting);
    if (level !== null && keepsItsLevel(id) && RANK[level] < RANK[rule.level]) {
      delete settings[id];
      problems.push(tooLow(isList ? { file, path: [...at.path, 0] } : at, rule));
    }
    if (isList && isYamlMap(setting[1])) {
      problems.push(...takeWrongOptions(setting[1], { file, path: [...at.path, 1] }, rule));
    }
  }
  return problems;
}

type At = Omit<Context, "rules">;

/** A level as it is written in a config; null for anything else, which has a finding of its own. */
function levelOf(value: unknown): Level | null {
  if (value === "warn") return "warning";
  return value === "off" || value === "info" || value === "warning" || value === "error" ? value : null;
}

function unknownRule(at: At, id: string, rules: Context["rules"]): Problem {
  const nearest = nearestTo(id, rules.keys());
  const advice = nearest === null ? "`kpi rules` lists all rules." : `did you mean "${nearest}"?`;
  return {
    ...problem(at, "unknown", "key"),
    ruleId: "config/unknown-rule",
    message: `There is no rule "${id}"; ${advice}`,
    suggestions: writing(nearest),
  };
}

/** Otherwise a file that nobody can read would pass a check as clean. */
function tooLow(at: At, { id, level }: Configurable): Problem {
  const advice = `write ${level}, or leave the rule out`;
  return {
    ...problem(at, "level-too-low", "value"),
    message: `The level of ${id} is never below ${level}, because what it finds cannot be suppressed; ${advice}.`,
    suggestions: writing(level),
  };
}

/** Options are checked against the rule's defaults: the same names, the same kinds of value. */
function takeWrongOptions(options: YamlMap, { file, path }: At, rule: Configurable): readonly Problem[] {
  const defaults = (rule.options?.defaults ?? {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(defaults);
  return Object.entries(options).flatMap(([name, value]): readonly Problem[] => {
    const at = { file, path: [...path, name] };
    const wanted = kindOf(defaults[name]);
    if (names.includes(name) && kindOf(value) === wanted) return wrongEntries(value, at, rule);
    delete options[name];
    if (names.includes(name)) {
      const message = `The option "${name}" of ${rule.id} wants ${wanted}.`;
      return [{ ...problem(at, "option-type", "value"), message }];
    }
    const nearest = nearestTo(name, names);
    const known = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
    const advice = nearest === null ? `${known}.` : `did you mean "${nearest}"?`;
    return [
      {
        ...problem(at, "unknown-option", "key"),
        message: `The rule ${rule.id} has no option "${name}"; ${advice}`,
        suggestions: writing(nearest),
      },
    ];
  });
}

/** The entries of a list that may hold only some words. */
function wrongEntries(value: unknown, { file, path }: At, rule: Configurable): readonly Problem[] {
  const among = rule.options?.among?.[String(path.at(-1))];
  if (among === undefined || !Array.isArray(value)) return [];
  return value.flatMap((entry, i): readonly Problem[] => {
    if (typeof entry !== "string" || among.includes(entry)) return [];
    const nearest = nearestTo(entry, among);
    const advice = nearest === null ? `\`kpi explain ${rule.id}\` lists them.` : `did you mean "${nearest}"?`;
    return [
      {
        ...problem({ file, path: [...path, i] }, "option-entry", "value"),
        message: `"${entry}" is none of the words of ${rule.id}; ${advice}`,
        suggestions: writing(nearest),
      },
    ];
  });
}

function problem({ file, path }: At, messageId: string, at: "key" | "value"): Omit<Problem, "message"> {
  return { ruleId: "config/invalid", messageId, place: { file, document: 0, path, at }, entity: null };
}

function writing(word: string | null): NonNullable<Problem["suggestions"]> {
  return word === null ? [] : [{ title: `Write ${word}`, replace: word }];
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? "a list of words" : "a list";
  return typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : `a ${typeof value}`;
}
