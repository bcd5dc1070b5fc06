/** Config layers → what holds, with the origin of every value. */
import type { Configurable, Level } from "../rules/define.ts";
import { type Settings } from "../workspace/settings.ts";
import { type PresetName } from "./presets.ts";
import type { ConfigDefinition } from "./schema.ts";
/** One config file, or one preset, in the order in which later ones win. */
export type Layer = {
    readonly kind: "preset";
    readonly preset: PresetName;
    readonly from: string;
} | {
    readonly kind: "file";
    readonly file: string;
    readonly config: Partial<ConfigDefinition>;
};
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
export declare const DEFAULT_INCLUDE: readonly ["kpi.yaml", "**/*.kpi.yaml", "**/*.kpi.yml", "kpis/**/*.{yaml,yml}"];
/** The origin of a value that no file states. */
export declare const DEFAULT_ORIGIN = "default";
/** Merges layers: later ones win, lists replace, rules merge by id, overrides follow each other. */
export declare function resolveConfig(layers: readonly Layer[], rules: readonly Configurable[]): Config;
/** Splits what `extends` says into presets and references to other files. */
export declare function extendsOf(config: Partial<ConfigDefinition>): readonly string[];
