/** The newest version of a workspace: the working tree, or a commit. */

import * as path from "node:path";
import type { ConfigSource } from "../../config/load.ts";
import { type Config, resolveConfig } from "../../config/resolve.ts";
import { listTree, type Repository, repositoryOf, resolveRef } from "../../host/git.ts";
import { readBlobs } from "../../host/git-blobs.ts";
import { gitRoot } from "../../host/gitignore.ts";
import { terminal } from "../../report/untrusted.ts";
import { rules } from "../../rules/index.ts";
import { lfsPointer } from "../../text/lfs-pointer.ts";
import { joined } from "../../text/path.ts";
import { partsOf } from "../../workspace/day.ts";
import type { Entity, Workspace } from "../../workspace/model.ts";
import { answerOf } from "../answer.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { asOfFrom, openProject, type Project } from "../open.ts";
import { noVersion, openVersion } from "../version.ts";
import { readTree } from "../working-tree.ts";
import type { WrongConfig } from "../wrong-config.ts";
import type { WorkingTree } from "./life.ts";

/** The longest path that a link may hold, in bytes. */
const LONGEST_PATH = 4096;

/** The newest version in full, and the commit that it is or stands on. */
export interface Newest {
  readonly repository: Repository;
  readonly commit: string;
  readonly root: string;
  readonly config: Config;
  readonly configSource: ConfigSource;
  /** Its definition files, relative to the root. */
  readonly files: ReadonlySet<string>;
  readonly workspace: Workspace;
  /** Null for a commit. */
  readonly tree: WorkingTree | null;
}

/** The working tree; a commit where one is named, and in a repository without a working tree. */
export async function openNewest(
  ref: string | null,
  options: CommonOptions,
  host: Host,
): Promise<Newest | WrongConfig> {
  const project = await openProject([], options, host);
  const { root } = project;
  const repository = answerOf(await repositoryOf(root, host.env, true));
  const commit = answerOf(await resolveRef(repository, ref ?? "HEAD"));
  if (ref === null && !repository.bare) return openTree(project, repository, commit, options, host);
  const defaults = resolveConfig([], rules);
  const { year } = partsOf(asOfFrom(options, host).asOf);
  const nothing = noVersion(root, { ...defaults, settings: { ...defaults.settings, year } });
  const { config, configSource, files, workspace } = await openVersion(repository, commit, nothing, "own");
  return { repository, commit, root, config, configSource, files: new Set(files), workspace, tree: null };
}

async function openTree(
  project: Project,
  repository: Repository,
  commit: string,
  options: CommonOptions,
  host: Host,
): Promise<Newest | WrongConfig> {
  if (project.configProblems.length > 0) return { wrong: project };
  const { opened } = await readTree(project, { ok: true, value: repository }, options, host);
  const { root, config, configSource, workspace, unreadable } = opened;
  const files = [...opened.contributions.keys()];
  const tree: WorkingTree = {
    workspace,
    fileOf: (kpi) => workspace.kpis.get(kpi)?.origin.file ?? null,
    isUnread:
      unreadable.length > 0 ||
      workspace.problems.some(({ ruleId }) => ruleId === "yaml/syntax") ||
      [...opened.texts.values()].some((text) => lfsPointer(text) !== null),
    committed: async () => {
      const { configFile, texts, contributions } = opened;
      const head = { root, config, configFile, configSource, files, texts, contributions, readData: () => null };
      return (await openVersion(repository, commit, head)).workspace.kpis.values();
    },
  };
  return { repository, commit, root, config, configSource, files: new Set(files), workspace, tree };
}

/** Throws where a KPI, or its metric, stands where no history is read: in another repository, or behind a link. */
export async function requireOwnFiles(kpi: string, newest: Newest): Promise<void> {
  const { kpis, metrics } = newest.workspace;
  const found = kpis.get(kpi);
  const metric = metrics.get(found?.definition.metric ?? "");
  if (found !== undefined) await requireOwnFile(found, `KPI "${kpi}"`, newest);
  if (metric !== undefined) await requireOwnFile(metric, `Metric "${metric.id}" of KPI "${kpi}"`, newest);
}

async function requireOwnFile({ kind, id, origin: { file } }: Entity, name: string, newest: Newest): Promise<void> {
  const { root, tree, workspace } = newest;
  if (tree !== null && gitRoot(path.dirname(path.join(root, file))) !== gitRoot(root)) {
    const where = terminal(file);
    throw new UsageError(`${name} stands in ${where}, which belongs to another repository; run the command there.`);
  }
  const target = await linkedFrom(file, newest);
  if (target === null) return;
  for (const other of workspace.duplicates) {
    if (other.kind !== kind || other.id !== id) continue;
    if ((await linkedFrom(other.second.file, newest)) === null) return;
  }
  const advice = `look at the history of the file itself with: git log -p -- ":/${terminal(target)}"`;
  throw new UsageError(`${name} stands behind the link ${terminal(file)}, which kpi blame does not follow; ${advice}`);
}

/** The file that a link in the newest commit leads to, from the top of the repository; null where there is no link. */
async function linkedFrom(file: string, { repository, commit }: Newest): Promise<string | null> {
  const place = repository.prefix + file;
  const [entry] = answerOf(await listTree(repository, commit, place));
  if (entry?.kind !== "link") return null;
  const contents = answerOf(await readBlobs(repository, [entry.oid], LONGEST_PATH));
  return joined(place, contents.get(entry.oid)?.toString("utf8") ?? "") ?? place;
}
