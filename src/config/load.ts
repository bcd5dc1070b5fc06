/** Reads kpi.config.yaml and everything it extends. Problems are findings; nothing is thrown. */

import { validateConfig } from "../definition/validate.ts";
import type { Problem } from "../findings/finding.ts";
import type { RuleMeta } from "../rules/define.ts";
import { nearestTo } from "../text/nearest.ts";
import { isYamlMap, readYaml, type YamlMap } from "../text/yaml.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import type { KeyPath } from "../text/source.ts";
import { prune } from "../workspace/prune.ts";
import { isPreset } from "./presets.ts";
import { type Config, extendsOf, type Layer, resolveConfig } from "./resolve.ts";
import type { ConfigDefinition } from "./schema.ts";

export const CONFIG_FILE = "kpi.config.yaml";

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

/** Reads the config at `path`; without one, `recommended` and the defaults hold. */
export async function loadConfig(
  path: string | null,
  source: ConfigSource,
  rules: readonly RuleMeta[],
): Promise<LoadedConfig> {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const reader = new ConfigReader(source, rules, problems, layers);
  if (path !== null) await reader.add(path, []);
  return { config: resolveConfig(layers, rules), problems };
}

class ConfigReader {
  readonly #source: ConfigSource;
  readonly #ids: readonly string[];
  readonly #problems: Problem[];
  readonly #layers: Layer[];

  constructor(source: ConfigSource, rules: readonly RuleMeta[], problems: Problem[], layers: Layer[]) {
    this.#source = source;
    this.#ids = rules.map((rule) => rule.id);
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
    if (config === null) return;
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

  async #parse(path: string, text: string): Promise<Partial<ConfigDefinition> | null> {
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
    if (value === undefined) return problems.length > 0 ? null : {};
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
    if (!isYamlMap(value)) return null;
    prune(value, shape);
    const config = value as Partial<ConfigDefinition>;
    this.#checkRuleIds(path, value.rules, ["rules"]);
    for (const [index, override] of (config.overrides ?? []).entries()) {
      this.#checkRuleIds(path, override.rules as YamlMap | undefined, ["overrides", index, "rules"]);
    }
    return config;
  }

  /** Rules of plug-ins carry a prefix of their own, so an unknown id without a plug-in is a mistake. */
  #checkRuleIds(path: string, rules: unknown, at: KeyPath): void {
    if (!isYamlMap(rules)) return;
    for (const id of Object.keys(rules)) {
      if (this.#ids.includes(id)) continue;
      delete rules[id];
      const nearest = nearestTo(id, this.#ids);
      const advice = nearest === null ? "`kpi rules` lists all rules" : `did you mean "${nearest}"?`;
      this.#problems.push({
        ruleId: "config/unknown-rule",
        messageId: "unknown",
        message: `There is no rule "${id}"; ${advice}`,
        place: { file: path, document: 0, path: [...at, id], at: "key" },
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
