/** Reads kpi.config.yaml and everything it extends. Problems are findings; nothing is thrown. */
import type { Problem } from "../findings/finding.ts";
import type { Configurable } from "../rules/define.ts";
import { type Config } from "./resolve.ts";
export declare const CONFIG_FILE = "kpi.config.yaml";
/** Whether a file is a config by its name: of the workspace, or of a folder in it. */
export declare function isConfigFile(file: string): boolean;
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
export declare function loadConfig(path: string | null, source: ConfigSource, rules: readonly Configurable[]): Promise<LoadedConfig>;
/** What is wrong with a config whose plug-ins are not all loaded: that their rules are unknown is nobody's mistake. */
export declare function withoutUnknownRules(problems: readonly Problem[]): readonly Problem[];
