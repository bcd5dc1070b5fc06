/** Opens a workspace on disk: root, config, files, model. The start of nearly every command. */

import * as path from "node:path";
import { CONFIG_FILE, type ConfigSource, loadConfig, withoutUnknownRules } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import { KNOWN_FILE } from "../engine/known-file.ts";
import type { Problem } from "../findings/finding.ts";
import { FolderCache, findUpward, isInside, kindOf, readText, relativeTo, walk } from "../host/files.ts";
import { gitRoot } from "../host/gitignore.ts";
import { ProgressBar } from "../host/terminal.ts";
import type { Rule } from "../rules/define.ts";
import { rules as ownRules } from "../rules/index.ts";
import type { ReadData } from "../workspace/data.ts";
import { type Day, parseDay, partsOf } from "../workspace/day.ts";
import { loadWorkspace, type SourceFile } from "../workspace/load.ts";
import type { Workspace } from "../workspace/model.ts";
import type { FileContribution } from "../workspace/read-file.ts";
import { unreadFiles } from "../workspace/unread.ts";
import { dataReader, withTexts } from "./data-files.ts";
import { holdsConfig, isDefinitionFile, type Matches, matcherFor } from "./definition-files.ts";
import { UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { filesIn, refuseOwnFiles } from "./write-named.ts";

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
export function asOfFrom(options: CommonOptions, host: Pick<Host, "today">): { asOf: Day; asOfGiven: boolean } {
  if (options.asOf === undefined) return { asOf: host.today, asOfGiven: false };
  const asOf = parseDay(options.asOf);
  if (asOf === null) throw new UsageError(`--as-of wants a day such as 2026-08-15, not "${options.asOf}".`);
  return { asOf, asOfGiven: true };
}

/**
 * Finds root, config and files. `paths` are as written on the command line; one that leads to no files throws a
 * `UsageError`. A folder that is given as the root is a workspace of its own, whatever lies around it. `known` are the
 * rules that hold without any plug-in.
 */
export async function openProject(
  paths: readonly string[],
  options: CommonOptions,
  host: Pick<Host, "cwd" | "today">,
  givenRoot: string | null = null,
  known: readonly Rule[] = ownRules,
): Promise<Project> {
  const missing = paths.find((target) => isMissing(path.resolve(host.cwd, target)));
  if (missing !== undefined) throw new UsageError(missingPath(missing));
  const project = await findProject(paths, options, host, givenRoot, known);
  const [lacking] = project.lacking;
  if (lacking !== undefined) throw new UsageError(lacking.sentence);
  return project;
}

/** The same where paths may lead to no files, such as those that only an older version has. */
export async function findProject(
  paths: readonly string[],
  options: CommonOptions,
  host: Pick<Host, "cwd" | "today">,
  givenRoot: string | null = null,
  known: readonly Rule[] = ownRules,
): Promise<Project> {
  const targets = paths.map((target) => path.resolve(host.cwd, target));
  const root = givenRoot ?? rootFor(targets, host.cwd);
  const texts = new Map<string, string>();
  const read = (file: string): string | null => {
    const result = readText(path.resolve(root, file));
    if (!result.ok) return null;
    texts.set(file, result.text);
    return result.text;
  };
  const configFile = configPath(root, options, host);
  const source = configSource(root, read);
  const stated = await configWithPlugins({ root, file: configFile, source, known }, options);
  const { year } = partsOf(asOfFrom(options, host).asOf);
  const config: Config = { ...stated.config, settings: { ...stated.config.settings, year } };
  const configFiles = [...texts.keys()];
  const { include, exclude, overrides } = config;
  const matches = await matcherFor(include !== null || exclude.length > 0 || overrides.length > 0);
  const files = listFiles(root, config, matches, targets);
  refuseOwnFiles(filesIn(options.format, host.cwd), { root, files, configFiles }, null);
  const named = targets.map((target) => relativeTo(root, target));
  const lacking = targets.flatMap((target, i) => {
    const sentence = whyLacking(String(paths[i]), target, { root, files, config });
    return sentence === null ? [] : [{ path: relativeTo(root, target), sentence }];
  });
  return {
    root,
    config,
    configProblems: stated.problems,
    configFile,
    configFiles,
    configSource: source,
    rules: stated.rules,
    files,
    lacking,
    shows: named.length === 0 ? () => true : (file) => named.some((name) => isUnder(name, file)),
    matches,
    textOf: (file) => texts.get(file) ?? read(file),
    texts,
  };
}

interface ConfigInput {
  readonly root: string;
  readonly file: string | null;
  readonly source: ConfigSource;
  readonly known: readonly Rule[];
}

/** The config, read again with the rules of the plug-ins that it names. */
async function configWithPlugins({ root, file, source, known }: ConfigInput, options: CommonOptions) {
  const first = await loadConfig(file, source, known);
  const { plugins } = first.config;
  if (plugins.length === 0) return { config: first.config, problems: first.problems, rules: known };
  if (options.plugins === false) {
    return { config: first.config, problems: withoutUnknownRules(first.problems), rules: known };
  }
  const { loadPlugins } = await import("./plugins.ts");
  const loaded = await loadPlugins(first.config, root, known);
  const { config, problems } = await loadConfig(file, source, loaded.rules);
  const others = loaded.problems.length > 0 ? withoutUnknownRules(problems) : problems;
  return { config, problems: [...others, ...loaded.problems], rules: loaded.rules };
}

/** Reads and links all files of a project, or of the folder the command works in. */
export async function openWorkspace(
  paths: readonly string[],
  options: CommonOptions,
  host: Host,
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<Opened> {
  return readProject(await openProject(paths, options, host), options, host, instead);
}

/**
 * Reads and links the files; texts in `instead` and `data` (by path from the root) replace what is on disk. Without a
 * host no progress is shown.
 */
export async function readProject(
  project: Project,
  options: CommonOptions,
  host: Pick<Host, "cwd" | "now" | "terminal"> | null,
  instead: ReadonlyMap<string, string> = new Map(),
  data: ReadonlyMap<string, string> = new Map(),
  readData: ReadData = dataReader(project.root, new FolderCache()),
): Promise<Opened> {
  const unreadable: { readonly file: string; readonly sentence: string }[] = [];
  const contributions = new Map<string, FileContribution>();
  const files = [...project.files];
  for (const file of instead.keys()) if (!files.includes(file)) files.push(file);
  files.sort();
  const isSilent = options.quiet === true || host === null;
  const bar = isSilent ? null : new ProgressBar(host.terminal, "Reading", files.length, host.now);
  const workspace = await loadWorkspace({
    files: sources(project, files, instead, unreadable),
    settings: project.config.settings,
    readData: withTexts(readData, data),
    onFile: (file, contribution) => {
      contributions.set(file, contribution);
      bar?.step();
    },
  });
  bar?.end();
  if (host !== null) refuseOwnFiles(filesIn(options.format, host.cwd), project, workspace);
  return {
    root: project.root,
    config: project.config,
    configProblems: project.configProblems,
    configFile: project.configFile,
    configFiles: project.configFiles,
    configSource: project.configSource,
    contributions,
    rules: project.rules,
    files: project.files,
    shows: project.shows,
    lacking: project.lacking,
    matches: project.matches,
    textOf: project.textOf,
    texts: project.texts,
    workspace,
    unreadable: unreadable.map(({ sentence }) => sentence),
    unread: [...unreadable.map(({ file }) => file), ...unreadFiles(workspace)].sort(),
  };
}

function* sources(
  project: Project,
  files: readonly string[],
  instead: ReadonlyMap<string, string>,
  unreadable: { readonly file: string; readonly sentence: string }[],
): Generator<SourceFile> {
  for (const file of files) {
    const replaced = instead.get(file);
    if (replaced !== undefined) {
      project.texts.set(file, replaced);
      yield { path: file, text: replaced };
      continue;
    }
    const result = readText(path.join(project.root, file));
    if (!result.ok) {
      const sentence = `${file} cannot be read: ${sentenceFor(result.reason, result.detail)}.`;
      unreadable.push({ file, sentence });
      continue;
    }
    project.texts.set(file, result.text);
    yield { path: file, text: result.text, badByte: result.badByte };
  }
}

function sentenceFor(reason: string, detail: string): string {
  if (reason === "denied") return "you may not read it";
  if (reason === "missing") return "it is gone";
  if (reason === "directory") return "it is a folder";
  if (reason === "too-large") return "it is far over 10 MB";
  return detail;
}

/**
 * The nearest folder from `cwd` upward to the git root that holds a config; else `cwd`.
 * Where the named paths lie outside it, or in a folder below it with a config of its own, that folder is meant.
 */
function rootFor(targets: readonly string[], cwd: string): string {
  const own = rootFrom(cwd);
  const roots = new Set(targets.map((target) => rootOfTarget(target, own)));
  const [first, second] = roots;
  if (first === undefined) return own;
  if (second !== undefined) {
    throw new UsageError(
      `The paths belong to different workspaces (${[...roots].map((root) => relativeTo(cwd, root) || ".").join(", ")}); check them one at a time.`,
    );
  }
  return first;
}

/** Paths by the workspace that they belong to, in the order in which they are named. */
export function byWorkspace(paths: readonly string[], { cwd }: Host): readonly (readonly string[])[] {
  const own = rootFrom(cwd);
  const groups = new Map<string, string[]>();
  for (const named of paths) {
    const root = rootOfTarget(path.resolve(cwd, named), own);
    groups.set(root, [...(groups.get(root) ?? []), named]);
  }
  return [...groups.values()];
}

function rootOfTarget(target: string, own: string): string {
  const folder = kindOf(target) === "directory" ? target : path.dirname(target);
  if (!isInside(own, folder)) return rootFrom(folder);
  return findUpward(folder, CONFIG_FILE, own) ?? own;
}

function rootFrom(folder: string): string {
  const stop = gitRoot(folder) ?? folder;
  return findUpward(folder, CONFIG_FILE, stop) ?? folder;
}

function configPath(root: string, options: CommonOptions, host: Pick<Host, "cwd">): string | null {
  if (options.config === undefined) {
    return kindOf(path.join(root, CONFIG_FILE)) === "file" ? CONFIG_FILE : null;
  }
  const file = path.resolve(host.cwd, options.config);
  if (kindOf(file) !== "file") throw new UsageError(`There is no config file "${options.config}".`);
  return relativeTo(root, file);
}

function configSource(root: string, read: (file: string) => string | null): ConfigSource {
  return {
    read,
    resolve: (from, reference) => {
      const folder = path.dirname(path.resolve(root, from));
      if (reference.startsWith("./") || reference.startsWith("../")) {
        const file = path.resolve(folder, reference);
        return kindOf(file) === "file" ? relativeTo(root, file) : null;
      }
      const home = findUpward(folder, path.join("node_modules", reference), null);
      if (home === null || reference.split("/").includes("..")) return null;
      const found = path.join(home, "node_modules", reference);
      const file = kindOf(found) === "directory" ? path.join(found, CONFIG_FILE) : found;
      return kindOf(file) === "file" ? relativeTo(root, file) : null;
    },
  };
}

function listFiles(root: string, config: Config, matches: Matches, targets: readonly string[]): readonly string[] {
  const accept = (file: string): boolean => isDefinitionFile(file, config, matches);
  const found = walk(root, { accept, boundary: CONFIG_FILE, respectGitIgnore: true });
  const extra = new Set<string>();
  for (const target of targets) {
    const relative = relativeTo(root, target);
    if (kindOf(target) === "file") {
      // Data files and configs are chosen by name too: what is found in them is shown.
      if (!found.includes(relative) && !isBesideDefinitions(relative, config)) extra.add(relative);
    } else if (!found.some((file) => isUnder(relative, file))) {
      // A folder that git ignores is left out of the workspace, but not when it is asked for by name.
      const inside = walk(target, {
        accept: (file) => accept(relative === "" ? file : `${relative}/${file}`),
        boundary: CONFIG_FILE,
        respectGitIgnore: false,
      });
      for (const file of inside) extra.add(relative === "" ? file : `${relative}/${file}`);
    }
  }
  return extra.size === 0 ? found : [...found, ...extra].sort();
}

/** Whether a file belongs to a workspace and holds no definitions: data, a config, known findings. */
function isBesideDefinitions(file: string, config: Config): boolean {
  return file.endsWith(".csv") || path.posix.basename(file) === KNOWN_FILE || holdsConfig(file, config);
}

/** Whether a file is the one that is named, or lies in the folder that is; both relative to the root. */
export function isUnder(folder: string, file: string): boolean {
  return folder === "" || file === folder || file.startsWith(`${folder}/`);
}

function isMissing(target: string): boolean {
  return kindOf(target) === "missing";
}

function missingPath(named: string): string {
  return `There is no file or folder "${named}".`;
}

/** Why a path that was named gives nothing to look at; null where it does. */
function whyLacking(
  named: string,
  target: string,
  { root, files, config }: Pick<Project, "root" | "files" | "config">,
): string | null {
  if (isMissing(target)) return missingPath(named);
  return isWithoutFiles(target, root, files) ? noFilesIn(named, config) : null;
}

/** Whether a folder that is named, inside the root, holds neither definitions nor data. */
function isWithoutFiles(target: string, root: string, files: readonly string[]): boolean {
  if (target === root || kindOf(target) !== "directory") return false;
  const relative = relativeTo(root, target);
  if (files.some((file) => isUnder(relative, file))) return false;
  return (
    walk(target, { accept: (file) => file.endsWith(".csv"), boundary: CONFIG_FILE, respectGitIgnore: false }).length ===
    0
  );
}

/** Says that some place holds nothing to read, and which files would be read. */
export function noFilesIn(where: string, { include }: Config): string {
  const which =
    include === null
      ? "kpi.yaml at the root, *.kpi.yaml anywhere and everything under kpis/; `include` in kpi.config.yaml chooses others"
      : `${include.join(", ")}, as \`include\` in kpi.config.yaml says`;
  return `There are no KPI files in ${where}. Files are ${which}.`;
}

/** Says that a project holds nothing to read, and which files would be read. */
export function noFiles(paths: readonly string[], project: Project, host: Host): string {
  const where = paths.length > 0 ? paths.join(", ") : relativeTo(host.startedIn, project.root) || "this folder";
  return noFilesIn(where, project.config);
}

/** Says that there is nothing to read, and how to start. */
export function nothingToRead(paths: readonly string[], project: Project, host: Host): UsageError {
  return new UsageError(
    `${noFiles(paths, project, host)}\nTo start: kpi init writes a first one, kpi import FILE.csv reads a table of indicators.`,
  );
}

/** The path from the folder the process was started in to the root, with a trailing `/`; empty where they are one. */
export function prefixOf(project: Project, host: Host): string {
  const prefix = relativeTo(host.startedIn, project.root);
  return prefix === "" || !isInside(host.startedIn, project.root) ? prefix && `${prefix}/` : `${prefix}/`;
}
