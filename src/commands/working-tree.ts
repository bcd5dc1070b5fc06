/** The working tree as it is compared with commits: what a sparse checkout leaves out of it is as in the index. */

import * as path from "node:path";
import { decodeWithin, kindOf } from "../host/files.ts";
import { type Repository, type SparseIndex, sparseIndex } from "../host/git.ts";
import { GitFolder } from "../host/git-folder.ts";
import type { GitResult } from "../host/git-process.ts";
import { MAX_YAML_BYTES } from "../text/yaml.ts";
import type { ReadData } from "../workspace/data.ts";
import { assemble } from "../workspace/load.ts";
import { answerOf } from "./answer.ts";
import { DataCache } from "./data-cache.ts";
import { UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { type Opened, type Project, readProject } from "./open.ts";
import { accepts } from "./version/config.ts";
import { versionData } from "./version/data.ts";

/** A working tree, whole. */
export interface ReadTree {
  readonly opened: Opened;
  /** What it was opened with; it gives the same object for a file each time. */
  readonly readData: ReadData;
}

/** Reads a project as it lies on disk. */
export async function readFolder(project: Project, options: CommonOptions, host: Host): Promise<ReadTree> {
  const { read: readData } = new DataCache(project.root);
  return { opened: await readProject(project, options, host, undefined, undefined, readData), readData };
}

/** Reads a working tree; `read` is what lies on disk, where somebody has read it already. */
export async function readTree(
  project: Project,
  repository: GitResult<Repository>,
  options: CommonOptions,
  host: Host,
  read: ReadTree | null = null,
): Promise<ReadTree> {
  const index = repository.ok ? answerOf(await sparseIndex(repository.value)) : null;
  if (!repository.ok || index === null) return read ?? readFolder(project, options, host);
  return readSparse(project, repository.value, index, options, host);
}

async function readSparse(
  project: Project,
  repository: Repository,
  { entries, leftOut }: SparseIndex,
  options: CommonOptions,
  host: Host,
): Promise<ReadTree> {
  const { root, config } = project;
  const folder = new GitFolder(
    repository,
    entries.filter((entry) => leftOut.has(entry.path)),
    new Map(),
  );
  const isDefinition = await accepts(config, { paths: entries.map((entry) => entry.path) });
  const files = new Map<string, string>();
  for (const file of leftOut) {
    const found = isDefinition(file) && kindOf(path.join(root, file)) === "missing" ? folder.find(file) : null;
    if (found?.kind === "file") files.set(file, found.oid);
  }
  const failed = await folder.read(files.values(), MAX_YAML_BYTES);
  if (failed !== null) throw new UsageError(failed.message);
  const texts = new Map(
    [...files].map(([file, oid]) => [file, decodeWithin(MAX_YAML_BYTES, folder.content(oid)).text]),
  );
  const { read: onDisk } = new DataCache(root);
  const opened = await readProject(project, options, host, texts, undefined, onDisk);
  const contributions = [...opened.contributions.values()];
  const data = await versionData(contributions, (name) => name, {
    repository,
    folder,
    head: { root, readData: onDisk },
  });
  const readData: ReadData = (from, named, optional) => {
    const found = onDisk(from, named, optional);
    if (found?.ok === true) return found;
    const there = data.read(from, named, optional);
    return there?.ok === true ? there : found;
  };
  const workspace = await assemble(contributions, { settings: config.settings, readData });
  const textIn = (file: string): string | null => opened.textOf(file) ?? data.textOf(file);
  return { opened: { ...opened, workspace, textOf: textIn }, readData };
}
