/** The two versions that a review compares: commits, folders, or the working tree. */

import * as path from "node:path";
import { verdictLevels } from "../changes/levels.ts";
import type { ReviewedVersion } from "../changes/version.ts";
import { resolveConfig } from "../config/resolve.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import { strictnessOf } from "../engine/strictness.ts";
import { FolderCache, kindOf } from "../host/files.ts";
import {
  dayOfCommit,
  defaultBranch,
  firstDayBetween,
  mergeBase,
  type Repository,
  repositoryOf,
  resolveRef,
  type TreeEntry,
} from "../host/git.ts";
import type { GitResult } from "../host/git-process.ts";
import { rules } from "../rules/index.ts";
import { visible } from "../text/display.ts";
import { nearestTo } from "../text/nearest.ts";
import { type Day, parseDay } from "../workspace/day.ts";
import { answerOf } from "./answer.ts";
import { type Comparable, comparable } from "./diff/comparable.ts";
import { UsageError } from "./errors.ts";
import { headVersion } from "./head-version.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject, type Project, prefixOf } from "./open.ts";
import { type HeadVersion, noVersion, openVersion } from "./version.ts";
import { type ReadTree, readFolder, readTree } from "./working-tree.ts";
import type { WrongConfig } from "./wrong-config.ts";

/** One side of a review. */
export interface Side extends ReviewedVersion {
  /** A commit's id, a folder as it was named, or `working tree`. */
  readonly name: string;
  /** What people call it, such as `main (1a2b3c4d)`. */
  readonly title: string;
  readonly version: HeadVersion;
  /** The path from the folder the process was started in to the root, with `/` at its end; empty where they are one. */
  readonly prefix: string;
  /** Files that could not be read, each with a sentence. */
  readonly unreadable: readonly string[];
  /** The commit's id; null for a folder and the working tree. */
  readonly commit: string | null;
  /** Files of which the commit only has the submodule that they lie in. */
  readonly inSubmodules: ReadonlyMap<string, TreeEntry>;
}

export interface Sides extends Comparable {
  /** The day on which the change set begins; null for a folder, and where a shallow clone does not tell. */
  readonly notBefore: Day | null;
}

/** Which versions to compare; null for the usual ones. */
export interface SideChoice {
  readonly base: string | null;
  readonly head: string | null;
  /** Compare with BASE itself, not with the commit where the head left it. */
  readonly direct: boolean;
}

/** A version as it was asked for, found but not read yet. */
type Wanted =
  | { readonly kind: "folder"; readonly folder: string; readonly name: string }
  | { readonly kind: "commit"; readonly commit: string; readonly name: string }
  | { readonly kind: "working-tree" };

/**
 * Finds and reads both versions. Where the newer one's config is wrong, nothing can be compared; the older one's is
 * taken as it was, whatever is wrong with it.
 */
export async function openSides(
  choice: SideChoice,
  given: CommonOptions,
  host: Host,
  workingTree: ReadTree | null = null,
): Promise<Sides | WrongConfig> {
  // A review never runs what the reviewed files name.
  const finder = new SideFinder({ ...given, plugins: false }, host, workingTree);
  const wantedHead = await finder.head(choice.head);
  const wantedBase = await finder.base(choice.base, wantedHead, choice.direct);
  const head = await finder.open(wantedHead, null);
  if ("wrong" in head) return head;
  const base = await finder.open(wantedBase, head);
  if ("wrong" in base) return base;
  const notBefore = await finder.firstDay(wantedBase, wantedHead);
  return { ...(await comparable(base, head, host.env)), notBefore };
}

class SideFinder {
  readonly #options: CommonOptions;
  readonly #host: Host;
  readonly #read: ReadTree | null;
  #project: Promise<Project> | null = null;
  #repository: Promise<GitResult<Repository>> | null = null;

  constructor(options: CommonOptions, host: Host, read: ReadTree | null) {
    this.#options = options;
    this.#host = host;
    this.#read = read;
    if (read !== null) this.#project = Promise.resolve(read.opened);
  }

  async head(ref: string | null): Promise<Wanted> {
    if (ref !== null) return this.#named(ref);
    const found = await repositoryOf(this.#host.cwd, this.#host.env, true);
    return found.ok && found.value.bare ? this.#named("HEAD") : { kind: "working-tree" };
  }

  /** The version that was named, else the default branch; of a commit, the point where the head left it. */
  async base(ref: string | null, head: Wanted, direct: boolean): Promise<Wanted> {
    if (ref === null && head.kind === "folder") {
      throw new UsageError("A folder is compared with another folder or with a commit; name both: kpi diff BASE HEAD");
    }
    const base = ref === null ? await this.#defaultBranch() : await this.#named(ref);
    if (base.kind !== "commit" || head.kind === "folder" || direct) return base;
    const repository = await this.#found();
    const tip = head.kind === "commit" ? head.commit : answerOf(await resolveRef(repository, "HEAD"));
    const commit = answerOf(await mergeBase(repository, base.commit, tip));
    return commit === base.commit ? base : { kind: "commit", commit, name: `where it left ${base.name}` };
  }

  async open(wanted: Wanted, beside: Side | null): Promise<Side | WrongConfig> {
    if (wanted.kind === "commit") return this.#openCommit(wanted, beside);
    const isFolder = wanted.kind === "folder";
    const { folder } = isFolder ? wanted : { folder: null };
    const project = isFolder ? await openProject([], this.#options, this.#host, folder) : await this.#workingTree();
    if (project.configProblems.length > 0 && beside === null) return { wrong: project };
    const { opened, readData } = isFolder
      ? await readFolder(project, this.#options, this.#host)
      : await readTree(project, await this.#repositoryAt(project), this.#options, this.#host, this.#read);
    const version = headVersion(opened, readData);
    const name = isFolder ? wanted.name : "working tree";
    const { workspace, configFiles, textOf, unreadable } = opened;
    const prefix = prefixOf(project, this.#host);
    const side = { name, title: name, commit: null, version, workspace, textOf, prefix, unreadable };
    return sideOf({ ...side, inSubmodules: new Map() }, configFiles);
  }

  /**
   * The day of the base, or of the first commit behind it that the head has: a branch that takes up what was merged
   * meanwhile has a younger base than its own commits, and the reasons among them.
   */
  async firstDay(base: Wanted, head: Wanted): Promise<Day | null> {
    if (base.kind !== "commit") return null;
    const repository = await this.#found();
    const day = parseDay(answerOf(await dayOfCommit(repository, base.commit)));
    const tip = await this.#tipOf(head);
    if (day === null || tip === null) return day;
    const first = answerOf(await firstDayBetween(repository, base.commit, tip));
    if (!first.isKnown) return null;
    return Math.min(day, parseDay(first.day ?? "") ?? day);
  }

  /** The commit that a version is, or that a working tree stands on; null where there is none. */
  async #tipOf(head: Wanted): Promise<string | null> {
    if (head.kind === "commit") return head.commit;
    const tip = head.kind === "folder" ? null : await resolveRef(await this.#found(), "HEAD");
    return tip?.ok === true ? tip.value : null;
  }

  #workingTree(): Promise<Project> {
    this.#project ??= openProject([], this.#options, this.#host);
    return this.#project;
  }

  #repositoryAt({ root }: Project): Promise<GitResult<Repository>> {
    this.#repository ??= repositoryOf(root, this.#host.env, true);
    return this.#repository;
  }

  async #found(): Promise<Repository> {
    return answerOf(await this.#repositoryAt(await this.#workingTree()));
  }

  async #defaultBranch(): Promise<Wanted> {
    const repository = await this.#found();
    const name = answerOf(await defaultBranch(repository));
    const commit = answerOf(await resolveRef(repository, name));
    return { kind: "commit", commit, name: name.replace(/^refs\/(?:heads|remotes)\//, "") };
  }

  /** A text that looks like a path is a folder; any other is a commit where it names one, else a folder. */
  async #named(text: string): Promise<Wanted> {
    const folder = path.resolve(this.#host.cwd, text);
    const isFolder = kindOf(folder) === "directory";
    if (path.isAbsolute(text) || /^\.{1,2}(?:[/\\]|$)/.test(text)) {
      if (!isFolder) throw new UsageError(noFolder(text, folder));
      return { kind: "folder", folder, name: text };
    }
    const project = await this.#workingTree();
    const repository = await this.#repositoryAt(project);
    const found = repository.ok ? await resolveRef(repository.value, text) : repository;
    if (found.ok) return { kind: "commit", commit: found.value, name: text };
    if (isFolder && text !== "") return { kind: "folder", folder, name: text };
    const [, from = "", to = ""] = /^([^.].*?)\.{2,3}([^.].*)$/.exec(text) ?? [];
    if (from !== "") throw new UsageError(`Name the two versions apart: kpi diff ${visible(from)} ${visible(to)}`);
    if (found.reason === "no-repository") {
      const why = `Commits cannot be compared here, because ${visible(project.root)} is in no git repository.`;
      throw new UsageError(`${noFolder(text, folder)} ${why}`);
    }
    const nearest = found.reason === "unknown-ref" && !found.message.endsWith("?") ? nearestFolder(folder) : null;
    throw new UsageError(nearest === null ? found.message : `${found.message} Did you mean the folder ${nearest}?`);
  }

  /** What is the same in the version beside it is taken from there. */
  async #openCommit({ commit, name }: Wanted & { kind: "commit" }, beside: Side | null): Promise<Side | WrongConfig> {
    const repository = await this.#found();
    const project = await this.#workingTree();
    const version = await openVersion(repository, commit, beside?.version ?? this.#nothing(project), "own");
    const { workspace, configFiles, configProblems, config, textOf, inSubmodules } = version;
    if (beside === null && configProblems.length > 0) return { wrong: { config, configProblems, rules, textOf } };
    const title = name.startsWith(commit.slice(0, 7)) ? name : `${name} (${commit.slice(0, 8)})`;
    const prefix = prefixOf(project, this.#host);
    const side = { name: commit, title, commit, version, workspace, textOf, prefix, unreadable: [] };
    return sideOf({ ...side, inSubmodules }, configFiles);
  }

  /**
   * What a commit with no version beside it is compared with: no contents, and the names of the files that are there,
   * so that those of submodules are known. Packages and a config that was named are on disk.
   */
  #nothing({ root, config, configFile, configSource, files }: Project): HeadVersion {
    const isNamed = this.#options.config !== undefined;
    const { year } = config.settings;
    const defaults = resolveConfig([], rules);
    const version = noVersion(root, isNamed ? config : { ...defaults, settings: { ...defaults.settings, year } });
    return { ...version, configFile: isNamed ? configFile : null, configSource, files };
  }
}

function noFolder(text: string, folder: string): string {
  const shown = visible(text);
  if (kindOf(folder) !== "missing") return `"${shown}" is a file; name the folder of a workspace, or a commit.`;
  const nearest = nearestFolder(folder);
  const advice = nearest === null ? "" : ` Did you mean ${visible(path.join(path.dirname(text), nearest))}?`;
  return `There is no folder "${shown}".${advice}`;
}

/** The folder beside a path whose name is most like it; null for none. */
function nearestFolder(folder: string): string | null {
  const parent = path.dirname(folder);
  const names = [...new FolderCache().names(parent)].filter((name) => kindOf(path.join(parent, name)) === "directory");
  const nearest = nearestTo(path.basename(folder), names);
  return nearest === null ? null : visible(nearest);
}

function sideOf(parts: Omit<Side, "strictness">, configFiles: readonly string[]): Side {
  const { config, configFile } = parts.version;
  const strictness = strictnessOf(config, {
    rules: [...rules, ...verdictLevels],
    configFile,
    configFiles,
    known: readKnown(parts.textOf(KNOWN_FILE)),
  });
  return { ...parts, strictness };
}
