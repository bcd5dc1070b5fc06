/** The newest version of a workspace: the working tree, or a commit. */

import * as path from "node:path";
import type { ConfigSource } from "../../config/load.ts";
import { type Config, resolveConfig } from "../../config/resolve.ts";
import { type Repository, repositoryOf, resolveRef } from "../../host/git.ts";
import { gitRoot } from "../../host/gitignore.ts";
import { rules } from "../../rules/index.ts";
import { partsOf } from "../../workspace/day.ts";
import type { Workspace } from "../../workspace/model.ts";
import { answerOf } from "../answer.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { asOfFrom, openProject, type Project, readProject } from "../open.ts";
import { requireGoodConfig } from "../require-config.ts";
import { noVersion, openVersion } from "../version.ts";
import type { WorkingTree } from "./life.ts";

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
export async function openNewest(ref: string | null, options: CommonOptions, host: Host): Promise<Newest> {
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
): Promise<Newest> {
  requireGoodConfig(project);
  const opened = await readProject(project, options, host);
  const { root, config, configSource, workspace, unreadable } = opened;
  const files = [...opened.contributions.keys()];
  const tree: WorkingTree = {
    workspace,
    fileOf: (kpi) => workspace.kpis.get(kpi)?.origin.file ?? null,
    isUnread: unreadable.length > 0 || workspace.problems.some(({ ruleId }) => ruleId === "yaml/syntax"),
    committed: async () => {
      const { configFile, texts, contributions } = opened;
      const head = { root, config, configFile, configSource, files, texts, contributions, readData: () => null };
      return (await openVersion(repository, commit, head)).workspace.kpis.values();
    },
  };
  return { repository, commit, root, config, configSource, files: new Set(files), workspace, tree };
}

/** Throws where a KPI stands in a file of another repository, such as a submodule: its history is there. */
export function requireOwnFile(kpi: string, { root, tree }: Newest): void {
  const file = tree?.fileOf(kpi) ?? null;
  const folder = file === null ? root : path.dirname(path.join(root, file));
  if (gitRoot(folder) === gitRoot(root)) return;
  throw new UsageError(`KPI "${kpi}" stands in ${file}, which belongs to another repository; run the command there.`);
}
