/** How strictly a version is checked, in the form that the change review compares. */

import type {
  HeldLevel,
  KnownFinding,
  StatedLevel,
  StatedNumber,
  StatedText,
  Strictness,
  StrictnessOverride,
} from "../changes/version.ts";
import { presetLevel } from "../config/presets.ts";
import { type Config, DEFAULT_ORIGIN, type Override, type RuleConfig } from "../config/resolve.ts";
import { type Configurable, type Level, RANK } from "../rules/define.ts";
import { wordsOf } from "../rules/words/phrases.ts";
import { isEnglish } from "../rules/words/titles.ts";
import type { KnownFile } from "./known-file.ts";

/** A rule, or a verdict that may ask for a reason. */
export type Judged = Configurable & { readonly asksReason?: boolean };

export interface StrictnessContext {
  /** The rules and verdicts that the config was resolved with. */
  readonly rules: readonly Judged[];
  /** The config file that is nearest; null for none. */
  readonly configFile: string | null;
  /** The config and what it extends. */
  readonly configFiles: readonly string[];
  readonly known: KnownFile;
}

/** What a config and kpi.known.json ask for. */
export function strictnessOf(config: Config, context: StrictnessContext): Strictness {
  return {
    configFile: context.configFile,
    configFiles: context.configFiles,
    settings: numbersOf(config),
    stated: statedIn(config),
    levels: levelsOf(config, context),
    overrides: config.overrides.map(overrideOf),
    plugins: config.plugins,
    readsTitles: isEnglish(config.settings.language),
    known: knownOf(context.known),
  };
}

/** Every setting that is a number, such as `status.on_track`; all others have no stricter and looser side. */
function numbersOf({ entries }: Config): ReadonlyMap<string, StatedNumber> {
  const numbers = new Map<string, StatedNumber>();
  for (const { key, value, origin } of entries) {
    if (typeof value === "number") numbers.set(key, { value, file: origin === DEFAULT_ORIGIN ? null : origin });
  }
  return numbers;
}

/** Every key with its value in one line; the presets under `extends`, each rule that a person set, all overrides as one. */
function statedIn({ entries, preset, rules, overrides }: Config): ReadonlyMap<string, StatedText> {
  const stated = new Map<string, StatedText>();
  for (const { key, value, origin } of entries) {
    stated.set(key, { text: inOneLine(value), file: origin === DEFAULT_ORIGIN ? null : origin });
  }
  stated.set("extends", { text: preset, file: null });
  for (const [id, { stated: isStated, level, options, origin }] of rules) {
    if (isStated) stated.set(`rules.${id}`, { text: settingText(level, options), file: origin });
  }
  const [first] = overrides;
  if (first !== undefined) stated.set("overrides", { text: overrides.map(overrideText).join("; "), file: first.file });
  return stated;
}

function overrideText({ files, rules }: Override): string {
  const levels = [...rules].map(([id, { level, options }]) => `${id} ${settingText(level, options)}`);
  return `${levels.join(", ")} for ${files.join(", ")}`;
}

function settingText(level: Level, options: RuleConfig["options"]): string {
  const name = level === "warning" ? "warn" : level;
  return options === null || Object.keys(options).length === 0 ? name : `${name} ${JSON.stringify(options)}`;
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(inOneLine).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function levelsOf(config: Config, { rules }: StrictnessContext): ReadonlyMap<string, StatedLevel> {
  const levels = new Map<string, StatedLevel>();
  for (const rule of rules) {
    const setting = config.rules.get(rule.id);
    const stated = setting?.stated === true ? setting : null;
    const words = wordsOf(rule, stated?.options ?? null);
    if (stated !== null) levels.set(rule.id, { level: stated.level, file: stated.origin, words });
    else levels.set(rule.id, { level: strongest(rule, config), file: null, words });
  }
  return levels;
}

/** A stated level replaces those of single messages, so it is compared with the strongest of them. */
function strongest(rule: Judged, { preset }: Config): HeldLevel {
  if (rule.asksReason === true) return "asking";
  let level = presetLevel(rule, preset);
  for (const message of Object.keys(rule.messages)) {
    const own = presetLevel(rule, preset, message);
    if (RANK[own] > RANK[level]) level = own;
  }
  return level;
}

function overrideOf({ files, rules, file, index }: Override): StrictnessOverride {
  const levels = new Map<string, Level>();
  for (const [id, { level }] of rules) levels.set(id, level);
  return { files, levels, file, index };
}

function knownOf({ entries }: KnownFile): ReadonlyMap<string, KnownFinding> {
  return new Map(entries.map(({ fingerprint, rule, entity, message }) => [fingerprint, { rule, entity, message }]));
}
