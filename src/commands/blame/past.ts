/** Every commit of a history, and which files belonged to the workspace in each. */

import { join } from "node:path";
import { CONFIG_FILE, type ConfigSource, isConfigFile } from "../../config/load.ts";
import type { Config } from "../../config/resolve.ts";
import { kindOf } from "../../host/files.ts";
import { ignoredAmong, type Repository } from "../../host/git.ts";
import { edgesOf, type HistoryCommit, historyOf } from "../../host/git-history.ts";
import { answerOf } from "../answer.ts";
import { Accepts, type ConfigFiles } from "./accepts.ts";

/** Up to which commit, and by whose config. */
export interface PastInput {
  readonly repository: Repository;
  readonly commit: string;
  readonly config: Config;
  /** Whether the config was named on the command line. */
  readonly isNamed: boolean;
  readonly configSource: ConfigSource;
  /** The folder of the workspace, and its definition files in the newest version. */
  readonly root: string;
  readonly files: ReadonlySet<string>;
}

/** Every commit, parents first, before any file is read. */
export interface Past {
  readonly repository: Repository;
  readonly commits: readonly HistoryCommit[];
  /** The newest of them: the commit that was asked for, or the last before it that touched the folder. */
  readonly tip: string;
  /** Where a commit stands among them. */
  readonly places: ReadonlyMap<string, number>;
  /** Commits at which a shallow clone ends. */
  readonly edges: ReadonlySet<string>;
  readonly accepts: Accepts;
  /** The configs of each commit. */
  readonly configs: readonly ConfigFiles[];
  /** Files that git tracks though it is told to ignore them: they are no part of the workspace. */
  readonly ignored: ReadonlySet<string>;
}

export const NO_FILES: ReadonlyMap<string, never> = new Map<string, never>();

/** Reads all commits, and which files belonged to the workspace in each. */
export async function openPast(input: PastInput): Promise<Past> {
  const { repository, commit, config, isNamed, configSource } = input;
  const { globTest } = await import("../../host/glob.ts");
  const isIncluded = globTest(config.include ?? []);
  const mayDefine = (file: string): boolean => file.endsWith(".yaml") || file.endsWith(".yml") || isIncluded(file);
  const commits = answerOf(await historyOf(repository, commit, mayDefine));
  const edges = answerOf(await edgesOf(repository));
  const places = new Map(commits.map(({ id }, i) => [id, i]));
  const configs = chained(commits, places, (path, oid) => (isConfigFile(path) ? oid : null));
  const oids = new Set(configs.flatMap((files) => files.get(CONFIG_FILE) ?? []));
  const accepts = await Accepts.read({ repository, oids, config, isNamed, source: configSource });
  const ignored = await ignoredIn(commits, accepts, input);
  const tip = commits.at(-1)?.id ?? commit;
  return { repository, commits, tip, places, edges, accepts, configs, ignored };
}

async function ignoredIn(
  commits: readonly HistoryCommit[],
  accepts: Accepts,
  { repository, root, files }: PastInput,
): Promise<ReadonlySet<string>> {
  if (repository.bare) return new Set();
  const doubtful = new Set<string>();
  for (const { changes } of commits) {
    for (const { path } of changes) if (!files.has(path) && accepts.ever(path)) doubtful.add(path);
  }
  const there = [...doubtful].filter((file) => kindOf(join(root, file)) !== "missing");
  return answerOf(await ignoredAmong(repository, there));
}

/**
 * The files of each commit, by path: those of its first parent with its own changes. Commits that change none of them
 * share one map. `of` says what is kept of a content; null for nothing.
 */
export function chained<Kept>(
  commits: readonly HistoryCommit[],
  places: ReadonlyMap<string, number>,
  of: (path: string, oid: string) => Kept | null,
): readonly ReadonlyMap<string, Kept>[] {
  const all: ReadonlyMap<string, Kept>[] = [];
  for (const { parents, changes } of commits) {
    const before = all[places.get(parents[0] ?? "") ?? -1] ?? NO_FILES;
    let files: Map<string, Kept> | null = null;
    for (const { path, oid } of changes) {
      const kept = oid === null ? null : of(path, oid);
      if (kept === (before.get(path) ?? null)) continue;
      files ??= new Map(before);
      if (kept === null) files.delete(path);
      else files.set(path, kept);
    }
    all.push(files ?? before);
  }
  return all;
}

/** The commits that one comes from, without itself, by their places. */
export function ancestorsOf({ commits, places }: Past, commit: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [places.get(commit) ?? -1];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const parent of commits[at]?.parents ?? []) {
      const place = places.get(parent);
      if (place === undefined || found.has(place)) continue;
      found.add(place);
      open.push(place);
    }
  }
  return found;
}
