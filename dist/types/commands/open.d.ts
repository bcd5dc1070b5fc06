/** Opens a workspace on disk: root, config, files, model. The start of nearly every command. */
import { type ConfigSource } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import type { Problem } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
import type { ReadData } from "../workspace/data.ts";
import { type Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import type { FileContribution } from "../workspace/read-file.ts";
import { type Matches } from "./definition-files.ts";
import { UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
/** A folder with its config and the files that belong to it, before they are read. */
export interface Project {
    readonly root: string;
    readonly config: Config;
    readonly configProblems: readonly Problem[];
    /** The config file relative to the root; null for none. */
    readonly configFile: string | null;
    /** The config and what it extends, relative to the root. */
    readonly configFiles: readonly string[];
    readonly configSource: ConfigSource;
    /** Ours, then those of plug-ins. */
    readonly rules: readonly Rule[];
    /** Definition files, relative to the root, in path order. */
    readonly files: readonly string[];
    /** Which files' findings are shown. */
    readonly shows: (file: string) => boolean;
    /** What was named and holds no files here, each with a sentence. */
    readonly lacking: readonly Lacking[];
    readonly matches: Matches;
    /** The text of any file of the project as it was read; null where it cannot be read. */
    readonly textOf: (file: string) => string | null;
    readonly texts: Map<string, string>;
}
/** A path (relative to the root) that was named and leads to no files. */
export interface Lacking {
    readonly path: string;
    readonly sentence: string;
}
/** A project with its files read and linked. */
export interface Opened extends Project {
    readonly workspace: Workspace;
    /** What each file says, by path. */
    readonly contributions: ReadonlyMap<string, FileContribution>;
    /** Files that could not be read, each with a sentence. */
    readonly unreadable: readonly string[];
    /** Definition files of which something, or all, could not be read: what they define is not known. In path order. */
    readonly unread: readonly string[];
}
/** The day a command judges on, and whether somebody chose it. */
export declare function asOfFrom(options: CommonOptions, host: Pick<Host, "today">): {
    asOf: Day;
    asOfGiven: boolean;
};
/**
 * Finds root, config and files. `paths` are as written on the command line; one that leads to no files throws a
 * `UsageError`. A folder that is given as the root is a workspace of its own, whatever lies around it. `known` are the
 * rules that hold without any plug-in.
 */
export declare function openProject(paths: readonly string[], options: CommonOptions, host: Pick<Host, "cwd" | "today">, givenRoot?: string | null, known?: readonly Rule[]): Promise<Project>;
/** The same where paths may lead to no files, such as those that only an older version has. */
export declare function findProject(paths: readonly string[], options: CommonOptions, host: Pick<Host, "cwd" | "today">, givenRoot?: string | null, known?: readonly Rule[]): Promise<Project>;
/** Reads and links all files of a project, or of the folder the command works in. */
export declare function openWorkspace(paths: readonly string[], options: CommonOptions, host: Host, instead?: ReadonlyMap<string, string>): Promise<Opened>;
/**
 * Reads and links the files; texts in `instead` and `data` (by path from the root) replace what is on disk. Without a
 * host no progress is shown.
 */
export declare function readProject(project: Project, options: CommonOptions, host: Pick<Host, "cwd" | "now" | "terminal"> | null, instead?: ReadonlyMap<string, string>, data?: ReadonlyMap<string, string>, readData?: ReadData): Promise<Opened>;
/** Paths by the workspace that they belong to, in the order in which they are named. */
export declare function byWorkspace(paths: readonly string[], { cwd }: Host): readonly (readonly string[])[];
/** Whether a file is the one that is named, or lies in the folder that is; both relative to the root. */
export declare function isUnder(folder: string, file: string): boolean;
/** Says that some place holds nothing to read, and which files would be read. */
export declare function noFilesIn(where: string, { include }: Config): string;
/** Says that a project holds nothing to read, and which files would be read. */
export declare function noFiles(paths: readonly string[], project: Project, host: Host): string;
/** Says that there is nothing to read, and how to start. */
export declare function nothingToRead(paths: readonly string[], project: Project, host: Host): UsageError;
/** The path from the folder the process was started in to the root, with a trailing `/`; empty where they are one. */
export declare function prefixOf(project: Project, host: Host): string;
