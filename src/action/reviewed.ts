/** What a run is about: the workspace, the repository that it lies in, and the commit that it is compared with. */

import * as path from "node:path";
import { UsageError } from "../commands/errors.ts";
import { findProject, type Project } from "../commands/open.ts";
import { CONFIG_FILE } from "../config/load.ts";
import { isInside, relativeTo } from "../host/files.ts";
import { listTree } from "../host/git.ts";
import { type FoundBase, findBase, namedCommit } from "./base.ts";
import { type Place, placeOf, type RunContext } from "./context.ts";

export interface Reviewed {
  readonly project: Project;
  readonly place: Place;
  readonly base: FoundBase;
}

/**
 * Opens the workspace that the inputs lead to. Where the change takes the config of a folder away, the folder is still
 * the workspace that it was in the base: in another one nobody would miss what it held.
 */
export async function openReviewed(context: RunContext): Promise<Reviewed> {
  const { inputs, options, host } = context;
  const project = await findProject(inputs.paths, options, host);
  const place = await placeOf(project, context);
  const base = await baseOf(place, context);
  const root = await formerRoot(project, place, base, context);
  if (root === project.root) return { project, place, base };
  const former = await findProject(inputs.paths, options, host, root);
  return { project: former, place: await placeOf(former, context), base };
}

async function baseOf({ repository }: Place, { inputs, plan }: RunContext): Promise<FoundBase> {
  const { base } = inputs;
  if (!repository.ok) {
    const why = repository.message.replace(/\.$/, "");
    if (base !== null) throw new UsageError(`base: ${why}.`);
    return { ok: false, isExpected: plan.base.kind === "none", why };
  }
  if (base === null) return findBase(plan.base, repository.value);
  return { ok: true, commit: await namedCommit("base", base, repository.value), doubt: null };
}

/** The folder that all inputs had for their workspace in the base, where it lies below the root; else the root. */
async function formerRoot({ root }: Project, place: Place, base: FoundBase, context: RunContext): Promise<string> {
  const { inputs, host } = context;
  if (!base.ok) return root;
  const targets = inputs.paths.length === 0 ? ["."] : inputs.paths;
  const roots = new Set<string>();
  for (const target of targets) roots.add(await rootOf(path.resolve(host.cwd, target), root, place, base.commit));
  const [first = root, second] = roots;
  return second === undefined ? first : root;
}

async function rootOf(target: string, root: string, { repository, prefix }: Place, commit: string): Promise<string> {
  for (let folder = target; folder !== root && isInside(root, folder); folder = path.dirname(folder)) {
    const config = `${prefix}${relativeTo(root, folder)}/${CONFIG_FILE}`;
    const listed = repository.ok ? await listTree(repository.value, commit, config) : repository;
    if (listed.ok && listed.value.length > 0) return folder;
  }
  return root;
}
