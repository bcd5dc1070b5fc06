/** Opens a workspace from texts in memory: examples, tests and users of the library need no folder. */
import type { Config } from "../config/resolve.ts";
import type { Problem } from "../findings/finding.ts";
import type { Configurable } from "../rules/define.ts";
import type { Workspace } from "../workspace/model.ts";
import { type KnownFile } from "./known-file.ts";
/** Texts by path, with `/`: definition files, data files, kpi.config.yaml and kpi.known.json. */
export type Files = Readonly<Record<string, string>>;
/** Files that were read as one workspace. */
export interface InMemory {
    readonly config: Config;
    /** Null where there is none. */
    readonly configFile: string | null;
    /** The config and what it extends. */
    readonly configFiles: readonly string[];
    readonly known: KnownFile;
    /** What is wrong with the config or with kpi.known.json; then nothing else can be trusted. */
    readonly problems: readonly Problem[];
    readonly workspace: Workspace;
    readonly textOf: (file: string) => string | null;
}
export interface OpenFilesOptions {
    /** Whether globs match a file; without it `include` and `exclude` of the config are not looked at. */
    readonly matches?: (globs: readonly string[], file: string) => boolean;
    /** The year that a label without one probably means; see `Settings`. */
    readonly year?: number;
}
/**
 * Reads files in memory. Every YAML file that is no config is a definition file, unless the config chooses others.
 * Never throws on content.
 */
export declare function openFiles(files: Files, rules: readonly Configurable[], { matches, year }?: OpenFilesOptions): Promise<InMemory>;
