/** Config layers → what holds, with the origin of every value. */

import type { Configurable, Level } from "../rules/define.ts";
import { DEFAULT_SETTINGS, type Settings } from "../workspace/settings.ts";
import { type PresetName, presetLevel } from "./presets.ts";
import type { ConfigDefinition, RuleSetting } from "./schema.ts";

/** One config file, or one preset, in the order in which later ones win. */
export type Layer =
  | { readonly kind: "preset"; readonly preset: PresetName; readonly from: string }
  | { readonly kind: "file"; readonly file: string; readonly config: Partial<ConfigDefinition> };

/** Where a value comes from: a config file, a preset, or the default. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

export interface RuleConfig {
  readonly level: Level;
  /** Set by a person: then it replaces the levels of single messages too. */
  readonly stated: boolean;
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly origin: string;
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleConfig>;
  /** The config file that holds it, and which of that file's overrides it is, from 0. */
  readonly file: string;
  readonly index: number;
}

export interface Config {
  readonly settings: Settings;
  /** The config files that it is made of, whatever is wrong with them; what is extended stands first. */
  readonly files: readonly string[];
  /** Globs; null: the default files. */
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly plugins: readonly string[];
  readonly preset: PresetName;
  readonly rules: ReadonlyMap<string, RuleConfig>;
  readonly overrides: readonly Override[];
  /** Every value with its origin, in the order of the format. */
  readonly entries: readonly Entry[];
}

/** The definition files where no config chooses others. */
export const DEFAULT_INCLUDE = ["kpi.yaml", "**/*.kpi.yaml", "**/*.kpi.yml", "kpis/**/*.{yaml,yml}"] as const;

/** The origin of a value that no file states. */
export const DEFAULT_ORIGIN = "default";

/** Merges layers: later ones win, lists replace, rules merge by id, overrides follow each other. */
export function resolveConfig(layers: readonly Layer[], rules: readonly Configurable[]): Config {
  const values = new Map<string, Entry>();
  const set = (key: string, value: unknown, origin: string): void => {
    if (value !== undefined && value !== null) values.set(key, { key, value, origin });
  };
  for (const [key, value] of Object.entries(defaults())) set(key, value, DEFAULT_ORIGIN);

  let preset: PresetName = "recommended";
  const stated = new Map<string, RuleConfig>();
  const overrides: Override[] = [];
  for (const layer of layers) {
    if (layer.kind === "preset") {
      preset = layer.preset;
      continue;
    }
    for (const [key, value] of Object.entries(flattened(layer.config))) set(key, value, layer.file);
    for (const [id, setting] of Object.entries(layer.config.rules ?? {})) {
      stated.set(id, ruleConfig(setting, layer.file, stated.get(id)));
    }
    for (const [index, override] of (layer.config.overrides ?? []).entries()) {
      const own = new Map<string, RuleConfig>();
      for (const [id, setting] of Object.entries(override.rules ?? {})) own.set(id, ruleConfig(setting, layer.file));
      overrides.push({ files: override.files, rules: own, file: layer.file, index });
    }
  }

  const texts = (key: string): readonly string[] => values.get(key)?.value as readonly string[];
  const resolved = new Map<string, RuleConfig>();
  for (const rule of rules) {
    const level = presetLevel(rule, preset);
    resolved.set(rule.id, stated.get(rule.id) ?? { level, stated: false, options: null, origin: preset });
  }
  return {
    settings: settingsFrom(values),
    files: layers.flatMap((layer) => (layer.kind === "file" ? [layer.file] : [])),
    include: values.get("include")?.origin === DEFAULT_ORIGIN ? null : texts("include"),
    exclude: texts("exclude"),
    plugins: texts("plugins"),
    preset,
    rules: resolved,
    overrides,
    entries: [...values.values()],
  };
}

function defaults(): Record<string, unknown> {
  const { language, fiscalYear, status, limits } = DEFAULT_SETTINGS;
  const two = (n: number): string => String(n).padStart(2, "0");
  return {
    include: DEFAULT_INCLUDE,
    exclude: [],
    language,
    plugins: [],
    fiscal_year_starts: `${two(fiscalYear.month)}-${two(fiscalYear.day)}`,
    fiscal_year_named_by: fiscalYear.namedBy,
    "status.on_track": status.onTrack,
    "status.at_risk": status.atRisk,
    "status.warm_up": status.warmUp,
    "limits.kpis_per_goal": limits.kpisPerGoal,
    "limits.kpis_per_person": limits.kpisPerPerson,
    "limits.kpis_per_team": limits.kpisPerTeam,
  };
}

function flattened(config: Partial<ConfigDefinition>): Record<string, unknown> {
  const { status, limits } = config;
  return {
    include: config.include,
    exclude: config.exclude,
    language: config.language,
    plugins: config.plugins,
    fiscal_year_starts: config.fiscal_year_starts,
    fiscal_year_named_by: config.fiscal_year_named_by,
    "status.on_track": status?.on_track,
    "status.at_risk": status?.at_risk,
    "status.warm_up": status?.warm_up,
    "limits.kpis_per_goal": limits?.kpis_per_goal,
    "limits.kpis_per_person": limits?.kpis_per_person,
    "limits.kpis_per_team": limits?.kpis_per_team,
  };
}

function settingsFrom(values: ReadonlyMap<string, Entry>): Settings {
  const text = (key: string): string => String(values.get(key)?.value ?? "");
  const number = (key: string): number => Number(values.get(key)?.value);
  const [month, day] = text("fiscal_year_starts").split("-").map(Number);
  return {
    language: text("language"),
    fiscalYear: {
      month: month ?? 1,
      day: day ?? 1,
      namedBy: text("fiscal_year_named_by") === "end" ? "end" : "start",
    },
    status: {
      onTrack: number("status.on_track"),
      atRisk: number("status.at_risk"),
      warmUp: number("status.warm_up"),
    },
    limits: {
      kpisPerGoal: number("limits.kpis_per_goal"),
      kpisPerPerson: number("limits.kpis_per_person"),
      kpisPerTeam: number("limits.kpis_per_team"),
    },
  };
}

/** A setting as written; one that states only a level keeps the options of an earlier layer. */
function ruleConfig(setting: RuleSetting, origin: string, earlier?: RuleConfig): RuleConfig {
  const [level, options] = Array.isArray(setting) ? setting : [setting, undefined];
  return {
    level: level === "warn" ? "warning" : level,
    stated: true,
    options: options ?? earlier?.options ?? null,
    origin,
  };
}

/** Splits what `extends` says into presets and references to other files. */
export function extendsOf(config: Partial<ConfigDefinition>): readonly string[] {
  const value = config.extends;
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
