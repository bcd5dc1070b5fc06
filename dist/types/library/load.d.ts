/** Reads a workspace for a program: from a folder, or from texts in memory. */
import type { Config } from "../config/resolve.ts";
import type { KnownFile } from "../engine/known-file.ts";
import type { Problem } from "../findings/finding.ts";
import { type CustomRule } from "../rules/custom.ts";
import type { Rule } from "../rules/define.ts";
import type { Workspace } from "../workspace/model.ts";
/** A file in memory: a definition file, a data file, kpi.config.yaml, what it extends, or kpi.known.json. */
export interface SourceText {
    /** From the workspace root on, with `/`: `kpis/sales.kpi.yaml`. */
    readonly path: string;
    readonly text: string;
}
/**
 * What a workspace is read from. A folder is the root of the workspace: the one that holds kpi.config.yaml or kpi.yaml.
 * Of files in memory, every YAML file that is no config is read for definitions, unless the config chooses others.
 */
export type WorkspaceSource = {
    readonly folder: string;
} | {
    readonly files: readonly SourceText[];
};
export interface LoadOptions {
    /** Rules of your own, made with `defineRule`, beside ours. */
    readonly rules?: readonly CustomRule[];
    /** Whether to run the plug-ins that the folder's config names. Their code is the folder's, so they run only if asked for. */
    readonly plugins?: boolean;
}
/** The linked model of a workspace, with what `check`, `progress` and `diff` need besides. */
export interface LoadedWorkspace extends Workspace {
    readonly config: Config;
    /** The config file from the root on; null for none. */
    readonly configFile: string | null;
    /** What is wrong with the config or with kpi.known.json; then a check finds only this, and nothing is compared. */
    readonly configProblems: readonly Problem[];
    /** Ours, then those that were handed in, then those of plug-ins. */
    readonly rules: readonly Rule[];
    /** What kpi.known.json records. */
    readonly known: KnownFile;
    /** Files that could not be read, each with a sentence. */
    readonly unreadable: readonly string[];
    /** The text of any file of the workspace, by its path from the root on; null for none. */
    readonly textOf: (file: string) => string | null;
    /** Whether globs match a file. */
    readonly matches: (globs: readonly string[], file: string) => boolean;
}
/**
 * Reads all files into one workspace, as the command line does. Whatever is wrong with them becomes findings of
 * `check`; a folder that is not there, and arguments that mean nothing, are thrown as a TypeError.
 */
export declare function loadWorkspace(source: WorkspaceSource, options?: LoadOptions): Promise<LoadedWorkspace>;
