/** Opens a workspace as it was in a commit, all in memory, beside the one in the working tree. */

import * as path from "node:path";
import type { ConfigSource } from "../config/load.ts";
import type { Config } from "../config/resolve.ts";
import { KNOWN_FILE } from "../engine/known-file.ts";
import type { TextOf } from "../engine/locate.ts";
import type { Problem } from "../findings/finding.ts";
import { decodeWithin, kindOf } from "../host/files.ts";
import { ignoredAmong, type Repository, type TreeEntry } from "../host/git.ts";
import { blobId } from "../host/git-blobs.ts";
import { type GitFolder, openGitFolder } from "../host/git-folder.ts";
import { MAX_YAML_BYTES } from "../text/yaml.ts";
import type { ReadData } from "../workspace/data.ts";
import { assemble } from "../workspace/load.ts";
import type { Workspace } from "../workspace/model.ts";
import { type FileContribution, readFile } from "../workspace/read-file.ts";
import type { Settings } from "../workspace/settings.ts";
import { answerOf } from "./answer.ts";
import { UsageError } from "./errors.ts";
import { accepts, configAt, textAt } from "./version/config.ts";
import { versionData } from "./version/data.ts";

/** A version that was opened before, such as the working tree: what is the same there is taken from it. */
export interface HeadVersion {
  readonly root: string;
  readonly config: Config;
  /** The config file relative to the root; null for none. */
  readonly configFile: string | null;
  readonly configSource: ConfigSource;
  /** Definition files, relative to the root. */
  readonly files: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly contributions: ReadonlyMap<string, FileContribution>;
  /** Gives the same object for a file that it has read before. */
  readonly readData: ReadData;
}

/** The workspace of a commit; other versions can be opened beside it. */
export interface Version extends HeadVersion {
  readonly workspace: Workspace;
  readonly textOf: TextOf;
  /** The config and what it extends, as the commit has them. */
  readonly configFiles: readonly string[];
  readonly configProblems: readonly Problem[];
  /** Nothing that a workspace is made of differs from the head. */
  readonly isSame: boolean;
  /** Definition and data files that are no part of the commit, with the submodule that they lie in. */
  readonly inSubmodules: ReadonlyMap<string, TreeEntry>;
}

/** Whose settings a commit is read under: those of the version beside it, or its own. */
export type SettingsOf = "head" | "own";

/** Where no other version is at hand to take anything from. */
export function noVersion(root: string, config: Config): HeadVersion {
  return {
    root,
    config,
    configFile: null,
    configSource: { read: () => null, resolve: () => null },
    files: [],
    texts: new Map(),
    contributions: new Map(),
    readData: () => null,
  };
}

/** A commit's folder with what it is compared with. */
export interface VersionContext {
  readonly repository: Repository;
  readonly commit: string;
  readonly folder: GitFolder;
  readonly head: HeadVersion;
  /** What the commit is read under. */
  readonly settings: Settings;
}

/** A definition file of the commit. */
interface Source {
  /** Its path then. */
  readonly path: string;
  /** Its path now, where it only moved. */
  readonly name: string;
  /** Null for a file of a submodule, which is taken as it is now. */
  readonly oid: string | null;
}

/**
 * Reads the workspace of a commit.
 *
 * Which files belong to it is for its own config to say. A file that moved without a change is read under its new
 * name, so that findings about it are recognised.
 */
export async function openVersion(
  repository: Repository,
  commit: string,
  head: HeadVersion,
  settingsOf: SettingsOf = "head",
): Promise<Version> {
  const folder = answerOf(await openGitFolder(repository, commit));
  const own = await configAt({ repository, commit, folder, head });
  const { year } = head.config.settings;
  const settings = settingsOf === "head" ? head.config.settings : { ...own.config.settings, year };
  const context: VersionContext = { repository, commit, folder, head, settings };
  const paths = await definitionsOf(context, await accepts(own.config, folder));
  const sources = sourcesOf(paths, context);
  const { contributions, texts } = await contributionsOf(sources, context);
  const before = new Map(sources.map(({ name, path }) => [name, path]));
  const data = await versionData(contributions, (name) => before.get(name) ?? name, context);
  // What was known then counts only where the commit is read for itself.
  const known = settingsOf === "head" ? null : await textAt(KNOWN_FILE, context);
  return {
    root: head.root,
    config: { ...own.config, settings },
    configFile: own.file,
    configFiles: [...own.texts.keys()],
    configProblems: own.problems,
    configSource: {
      read: (file) => own.texts.get(file) ?? (isPackaged(file) ? head.configSource.read(file) : null),
      resolve: head.configSource.resolve,
    },
    files: sources.map(({ name }) => name),
    texts,
    contributions: new Map(contributions.map((contribution) => [contribution.path, contribution])),
    readData: data.read,
    workspace: await assemble(contributions, { settings, readData: data.read }),
    textOf: (file) =>
      file === KNOWN_FILE ? known : (texts.get(file) ?? own.texts.get(file) ?? data.textOf(file) ?? null),
    isSame: data.isSame && isUnchanged(sources, contributions, head),
    inSubmodules: inSubmodules([...paths, ...data.files], folder),
  };
}

function inSubmodules(files: readonly string[], folder: GitFolder): ReadonlyMap<string, TreeEntry> {
  const found = new Map<string, TreeEntry>();
  for (const file of files) {
    const submodule = folder.submoduleOf(file);
    if (submodule !== null) found.set(file, submodule);
  }
  return found;
}

/** Packages are no part of a commit: what lies in one is as it is on disk. */
function isPackaged(file: string): boolean {
  return file.split("/").includes("node_modules");
}

function isUnchanged(
  sources: readonly Source[],
  contributions: readonly FileContribution[],
  head: HeadVersion,
): boolean {
  if (sources.length !== head.files.length || sources.some(({ path, name }) => path !== name)) return false;
  return contributions.every((contribution) => head.contributions.get(contribution.path) === contribution);
}

/** The definition files of the commit, in path order. */
async function definitionsOf(
  { repository, folder, head }: VersionContext,
  isDefinition: (file: string) => boolean,
): Promise<readonly string[]> {
  const tracked = folder.paths.filter((file) => isDefinition(file) && folder.find(file).kind === "file");
  const known = new Set(head.files);
  // A tracked file that git ignores is left out of the working tree's workspace, so it is left out here.
  const doubtful = tracked.filter((file) => !known.has(file) && kindOf(path.join(head.root, file)) !== "missing");
  const ignored = repository.bare ? new Set() : answerOf(await ignoredAmong(repository, doubtful));
  const others = head.files.filter((file) => folder.submoduleOf(file) !== null);
  return [...tracked.filter((file) => !ignored.has(file)), ...others].sort();
}

function oidOf(folder: GitFolder, file: string): string | null {
  const found = folder.find(file);
  return found.kind === "file" ? found.oid : null;
}

/** Pairs files that are gone with new ones of the same content. */
function sourcesOf(paths: readonly string[], { folder, head }: VersionContext): readonly Source[] {
  const known = new Set(head.files);
  const gone = paths.filter((file) => !known.has(file));
  const names = gone.length === 0 ? new Map<string, string>() : movedTo(gone, paths, folder, head);
  return paths.map((file) => ({ path: file, name: names.get(file) ?? file, oid: oidOf(folder, file) }));
}

function movedTo(
  gone: readonly string[],
  paths: readonly string[],
  folder: GitFolder,
  head: HeadVersion,
): Map<string, string> {
  const before = new Set(paths);
  const like = oidOf(folder, gone[0] ?? "") ?? "";
  const fresh = new Map<string, string[]>();
  for (const file of head.files) {
    const text = before.has(file) ? undefined : head.texts.get(file);
    if (text === undefined) continue;
    const id = blobId(Buffer.from(text), like);
    fresh.set(id, [...(fresh.get(id) ?? []), file]);
  }
  const names = new Map<string, string>();
  for (const file of gone) {
    const name = fresh.get(oidOf(folder, file) ?? "")?.shift();
    if (name !== undefined) names.set(file, name);
  }
  return names;
}

interface Contributions {
  readonly contributions: readonly FileContribution[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What the files of the commit say; only those that differ are read and parsed. */
async function contributionsOf(
  sources: readonly Source[],
  { folder, head, settings }: VersionContext,
): Promise<Contributions> {
  // Under another fiscal year the same text says something else.
  const isComparable = sameFiscalYear(settings, head.config.settings);
  const changed = sources.filter((source) => !isComparable || !isAsNow(source, head));
  const oids = changed.flatMap(({ oid }) => oid ?? []);
  const failed = await folder.read(oids, MAX_YAML_BYTES);
  if (failed !== null) throw new UsageError(failed.message);
  const texts = new Map<string, string>();
  const contributions: FileContribution[] = [];
  const parsed = new Set(changed);
  for (const source of sources) {
    const { name, oid } = source;
    const now = head.contributions.get(name);
    if (!parsed.has(source)) {
      if (now !== undefined) contributions.push(now);
      texts.set(name, head.texts.get(name) ?? "");
      continue;
    }
    const { text, badByte } = decodeWithin(MAX_YAML_BYTES, oid === null ? null : folder.content(oid));
    texts.set(name, text);
    contributions.push(await readFile({ path: name, text, badByte }, settings));
  }
  return { contributions, texts };
}

function sameFiscalYear({ fiscalYear: a }: Settings, { fiscalYear: b }: Settings): boolean {
  return a.month === b.month && a.day === b.day && a.namedBy === b.namedBy;
}

/** Whether the head holds the very same content. */
function isAsNow({ name, oid }: Source, { texts, contributions }: HeadVersion): boolean {
  if (oid === null) return true;
  const text = texts.get(name);
  return text !== undefined && contributions.has(name) && blobId(Buffer.from(text), oid) === oid;
}
