/** Reads kpi.config.yaml and everything it extends. Problems are findings; nothing is thrown. */

import { verdictLevels } from "../changes/levels.ts";
import { validateConfig } from "../definition/validate.ts";
import type { Problem } from "../findings/finding.ts";
import type { Configurable } from "../rules/define.ts";
import { nearestTo } from "../text/nearest.ts";
import type { KeyPath } from "../text/source.ts";
import { isYamlMap, readYaml, type YamlMap } from "../text/yaml.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import { prune } from "../workspace/prune.ts";
import { isPreset } from "./presets.ts";
import { type Config, extendsOf, type Layer, resolveConfig } from "./resolve.ts";
import type { ConfigDefinition } from "./schema.ts";

export const CONFIG_FILE = "kpi.config.yaml";

/** Whether a file is a config by its name: of the workspace, or of a folder in it. */
export function isConfigFile(file: string): boolean {
  return file === CONFIG_FILE || file.endsWith(`/${CONFIG_FILE}`);
}

/** A config file's text by its path, as shown in messages, or null where there is no such file. */
export interface ConfigSource {
  read(path: string): string | null;
  /** The path of what `reference` means in `from`: a relative file or a package; null where it does not exist. */
  resolve(from: string, reference: string): string | null;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/** Reads the config at `path`; without one, `recommended` and the defaults hold. Verdicts on changes are always known. */
export async function loadConfig(
  path: string | null,
  source: ConfigSource,
  rules: readonly Configurable[],
): Promise<LoadedConfig> {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const known = [...rules, ...verdictLevels];
  const reader = new ConfigReader(source, known, problems, layers);
  if (path !== null) await reader.add(path, []);
  return { config: resolveConfig(layers, known), problems };
}

class ConfigReader {
  readonly #source: ConfigSource;
  readonly #rules: ReadonlyMap<string, Configurable>;
  readonly #problems: Problem[];
  readonly #layers: Layer[];

  constructor(source: ConfigSource, rules: readonly Configurable[], problems: Problem[], layers: Layer[]) {
    this.#source = source;
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.#problems = problems;
    this.#layers = layers;
  }

  /** Adds what the file extends, then the file; `parents` are the files that led here. */
  async add(path: string, parents: readonly string[]): Promise<void> {
    const text = this.#source.read(path);
    if (text === null) {
      this.#report(path, [], "unreadable", `The config file ${path} cannot be read.`);
      return;
    }
    const config = await this.#parse(path, text);
    for (const [index, reference] of extendsOf(config).entries()) {
      const at = Array.isArray(config.extends) ? ["extends", index] : ["extends"];
      if (isPreset(reference)) {
        this.#layers.push({ kind: "preset", preset: reference, from: path });
        continue;
      }
      const target = this.#source.resolve(path, reference);
      if (target === null) {
        const advice = "write recommended, strict, a path that begins with ./, or the name of an installed package";
        this.#report(path, at, "extends-missing", `"${reference}" is no preset and no file that exists; ${advice}.`);
      } else if (target === path || parents.includes(target)) {
        const cycle = [...parents, path, target].join(" → ");
        this.#report(path, at, "extends-cycle", `Configs extend each other in a circle: ${cycle}; remove one of them.`);
      } else {
        await this.add(target, [...parents, path]);
      }
    }
    this.#layers.push({ kind: "file", file: path, config });
  }

  /** What the file says that can be used; nothing of what has a finding. */
  async #parse(path: string, text: string): Promise<Partial<ConfigDefinition>> {
    const { documents, problems } = readYaml(text);
    for (const problem of problems) {
      const explained = problem.messageId === "syntax" ? await explainYamlError(text, problem) : problem;
      this.#problems.push({
        ruleId: "config/invalid",
        messageId: explained.messageId,
        message: explained.message,
        place: { file: path, start: explained.start, end: explained.end },
        entity: null,
        suggestions: explained.suggestion === undefined ? [] : [explained.suggestion],
      });
    }
    if (documents.length > 1) {
      this.#report(path, [], "documents", "A config file holds one YAML document; remove the `---` in the middle.");
    }
    const value = documents[0]?.value;
    if (value === undefined) return {};
    const shape = validateConfig(value);
    for (const problem of shape) {
      this.#problems.push({
        ruleId: problem.ruleId,
        messageId: problem.messageId,
        message: problem.message,
        place: { file: path, document: 0, path: problem.path, at: problem.at },
        entity: null,
        suggestions: problem.suggestions,
        ...(problem.fix === undefined ? {} : { fix: problem.fix }),
      });
    }
    if (!isYamlMap(value)) return {};
    prune(value, shape);
    const config = value as Partial<ConfigDefinition>;
    if (config.plugins !== undefined && path.split("/").includes("node_modules")) {
      const advice = "name the plug-in in the repository's own kpi.config.yaml";
      this.#report(
        path,
        ["plugins"],
        "plugins-in-package",
        `A config from a package is data only, never code; ${advice}.`,
      );
      config.plugins = undefined;
    }
    this.#checkRules(path, value.rules, ["rules"]);
    for (const [index, override] of (config.overrides ?? []).entries()) {
      this.#checkRules(path, override.rules as YamlMap | undefined, ["overrides", index, "rules"]);
    }
    return config;
  }

  #checkRules(path: string, rules: unknown, at: KeyPath): void {
    if (!isYamlMap(rules)) return;
    for (const [id, setting] of Object.entries(rules)) {
      const rule = this.#rules.get(id);
      if (rule === undefined) {
        delete rules[id];
        this.#unknownRule(path, [...at, id], id);
      } else if (Array.isArray(setting) && isYamlMap(setting[1])) {
        this.#checkOptions(path, [...at, id, 1], rule, setting[1]);
      }
    }
  }

  #unknownRule(path: string, at: KeyPath, id: string): void {
    const nearest = nearestTo(id, this.#rules.keys());
    const advice = nearest === null ? "`kpi rules` lists all rules." : `did you mean "${nearest}"?`;
    this.#problems.push({
      ruleId: "config/unknown-rule",
      messageId: "unknown",
      message: `There is no rule "${id}"; ${advice}`,
      place: { file: path, document: 0, path: at, at: "key" },
      entity: null,
      suggestions: nearest === null ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
    });
  }

  /** Options are checked against the rule's defaults: the same names, the same kinds of value. */
  #checkOptions(path: string, at: KeyPath, rule: Configurable, options: YamlMap): void {
    const defaults = (rule.options?.defaults ?? {}) as Readonly<Record<string, unknown>>;
    const names = Object.keys(defaults);
    for (const [name, value] of Object.entries(options)) {
      const wanted = kindOf(defaults[name]);
      if (names.includes(name) && kindOf(value) === wanted) {
        this.#checkEntries(path, [...at, name], rule, value);
        continue;
      }
      delete options[name];
      const nearest = nearestTo(name, names);
      const known = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
      this.#problems.push({
        ruleId: "config/invalid",
        messageId: names.includes(name) ? "option-type" : "unknown-option",
        message: names.includes(name)
          ? `The option "${name}" of ${rule.id} wants ${wanted}.`
          : `The rule ${rule.id} has no option "${name}"; ${nearest === null ? `${known}.` : `did you mean "${nearest}"?`}`,
        place: { file: path, document: 0, path: [...at, name], at: names.includes(name) ? "value" : "key" },
        entity: null,
        suggestions: nearest === null || nearest === name ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
      });
    }
  }

  /** The entries of a list that may hold only some words. */
  #checkEntries(path: string, at: KeyPath, rule: Configurable, value: unknown): void {
    const name = String(at.at(-1));
    const among = rule.options?.among?.[name];
    if (among === undefined || !Array.isArray(value)) return;
    for (const [i, entry] of value.entries()) {
      if (typeof entry !== "string" || among.includes(entry)) continue;
      const nearest = nearestTo(entry, among);
      const advice = nearest === null ? `\`kpi explain ${rule.id}\` lists them.` : `did you mean "${nearest}"?`;
      this.#problems.push({
        ruleId: "config/invalid",
        messageId: "option-entry",
        message: `"${entry}" is none of the words of ${rule.id}; ${advice}`,
        place: { file: path, document: 0, path: [...at, i], at: "value" },
        entity: null,
        suggestions: nearest === null ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
      });
    }
  }

  #report(path: string, at: KeyPath, messageId: string, message: string): void {
    this.#problems.push({
      ruleId: "config/invalid",
      messageId,
      message,
      place: { file: path, document: 0, path: at, at: "value" },
      entity: null,
    });
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? "a list of words" : "a list";
  return typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : `a ${typeof value}`;
}
