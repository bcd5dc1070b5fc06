/** Reads kpi.config.yaml and everything it extends. Problems are findings; nothing is thrown. */

import { verdictLevels } from "../changes/levels.ts";
import { validateConfig } from "../definition/validate.ts";
import type { Problem } from "../findings/finding.ts";
import type { Configurable } from "../rules/define.ts";
import { nearestTo } from "../text/nearest.ts";
import type { KeyPath } from "../text/source.ts";
import { isYamlMap, readYaml } from "../text/yaml.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import { prune } from "../workspace/prune.ts";
import { isPreset, PRESETS } from "./presets.ts";
import { type Config, DEFAULT_ORIGIN, extendsOf, type Layer, resolveConfig } from "./resolve.ts";
import { takeWrongRules } from "./rule-settings.ts";
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
  const config = resolveConfig(layers, known);
  return { config, problems: [...problems, ...linesCrossed(config)] };
}

/** What is wrong with a config whose plug-ins are not all loaded: that their rules are unknown is nobody's mistake. */
export function withoutUnknownRules(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ ruleId }) => ruleId !== "config/unknown-rule");
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
        this.#problems.push(extendsMissing(path, at, reference));
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
    const checkRules = (rules: unknown, at: KeyPath): void => {
      if (isYamlMap(rules)) this.#problems.push(...takeWrongRules(rules, { file: path, path: at, rules: this.#rules }));
    };
    checkRules(value.rules, ["rules"]);
    for (const [index, override] of (config.overrides ?? []).entries()) {
      checkRules(override.rules, ["overrides", index, "rules"]);
    }
    return config;
  }

  #report(path: string, at: KeyPath, messageId: string, message: string): void {
    this.#problems.push(invalid(path, at, messageId, message));
  }
}

function extendsMissing(path: string, at: KeyPath, reference: string): Problem {
  const nearest = nearestTo(reference, PRESETS);
  if (nearest === null) {
    const advice = "write recommended, strict, a path that begins with ./, or the name of an installed package";
    return invalid(path, at, "extends-missing", `"${reference}" is no preset and no file that exists; ${advice}.`);
  }
  const message = `"${reference}" is no preset and no file that exists; did you mean "${nearest}"?`;
  const suggestions = [{ title: `Write ${nearest}`, replace: nearest }];
  return { ...invalid(path, at, "extends-missing", message), suggestions };
}

/** Below `at_risk` nothing is on track, so the two lines may meet but not cross, whichever of them is the default. */
function linesCrossed({ settings, entries, files }: Config): readonly Problem[] {
  const { onTrack, atRisk } = settings.status;
  if (onTrack >= atRisk) return [];
  const lines = entries.filter(({ key }) => key === "status.on_track" || key === "status.at_risk");
  const [last] = lines.sort((a, b) => files.lastIndexOf(b.origin) - files.lastIndexOf(a.origin));
  if (last === undefined) return [];
  const [first, second] = ["on_track", "at_risk"].map((name) => {
    const entry = lines.find(({ key }) => key === `status.${name}`);
    return `\`${name}\` (${entry?.value}${entry?.origin === DEFAULT_ORIGIN ? ", the default" : ""})`;
  });
  const message = `${first} lies below ${second}, so no KPI could be at risk; write the larger share at \`on_track\`.`;
  return [invalid(last.origin, last.key.split("."), "status-order", message)];
}

function invalid(file: string, path: KeyPath, messageId: string, message: string): Problem {
  return {
    ruleId: "config/invalid",
    messageId,
    message,
    place: { file, document: 0, path, at: "value" },
    entity: null,
  };
}
