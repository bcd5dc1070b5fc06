/** Makes two versions comparable where one cannot be read: what is unknown of it is taken to be as in the other. */

import * as path from "node:path";
import { kindOf } from "../../host/files.ts";
import { repositoryOf, resolveRef, type TreeEntry } from "../../host/git.ts";
import { gitRoot } from "../../host/gitignore.ts";
import type { Host } from "../host.ts";
import type { Side } from "../sides.ts";
import { withoutPointers } from "../version/pointers.ts";

/** Two versions, and what could not be compared in them. */
export interface Comparable {
  readonly base: Side;
  readonly head: Side;
  /** Files that differ though nobody can say in what, in path order. */
  readonly unread: readonly string[];
  /** Sentences that say why, and what to do. */
  readonly notes: readonly string[];
}

/** Looks at pointers of git LFS and at submodules. */
export async function comparable(base: Side, head: Side, env: Host["env"]): Promise<Comparable> {
  const unread = new Set<string>();
  const notes = new Set<string>();
  const before = await withoutPointers(base.version, base.workspace, head.version);
  const after = await withoutPointers(head.version, head.workspace, base.version);
  for (const [side, { unread: pointers }] of [[base, before] as const, [head, after] as const]) {
    for (const file of pointers) {
      unread.add(file);
      notes.add(pointerNote(file, side));
    }
  }
  const commits = new SubmoduleCommits(env);
  for (const [file, submodule] of new Map([...head.inSubmodules, ...base.inSubmodules])) {
    const from = await commits.of(submodule, file, base);
    const to = await commits.of(submodule, file, head);
    if (from !== null && from === to) continue;
    unread.add(file);
    notes.add(submoduleNote(head.prefix + submodule.path, from, to));
  }
  return {
    base: { ...base, workspace: before.workspace },
    head: { ...head, workspace: after.workspace },
    unread: [...unread].sort(),
    notes: [...notes],
  };
}

function pointerNote(file: string, { name, commit, prefix }: Side): string {
  const where = commit?.slice(0, 8) ?? (name === "working tree" ? "the working tree" : name);
  const fetch = commit === null ? "git lfs pull" : `git lfs fetch origin ${where}`;
  return `${prefix}${file} is only a pointer of git LFS in ${where}; fetch the file itself with: ${fetch}`;
}

/** The commits that submodules stand at; git is asked once for each. */
class SubmoduleCommits {
  readonly #env: Host["env"];
  readonly #checkedOut = new Map<string, string | null>();

  constructor(env: Host["env"]) {
    this.#env = env;
  }

  /** The commit of the submodule in a version; null where other files lie in its place. */
  async of(submodule: TreeEntry, file: string, { commit, inSubmodules, version }: Side): Promise<string | null> {
    if (commit !== null) return inSubmodules.get(file)?.oid ?? null;
    const folder = path.join(version.root, submodule.path);
    if (gitRoot(folder) === folder) return this.#headOf(folder);
    // One that is not checked out has not moved.
    return kindOf(path.join(version.root, file)) === "missing" ? submodule.oid : null;
  }

  async #headOf(folder: string): Promise<string | null> {
    const known = this.#checkedOut.get(folder);
    if (known !== undefined) return known;
    const repository = await repositoryOf(folder, this.#env);
    const head = repository.ok ? await resolveRef(repository.value, "HEAD") : repository;
    const commit = head.ok ? head.value : null;
    this.#checkedOut.set(folder, commit);
    return commit;
  }
}

function submoduleNote(folder: string, from: string | null, to: string | null): string {
  if (from === null || to === null) return `${folder} is a submodule in one version only and cannot be compared.`;
  const [old, now] = [from.slice(0, 8), to.slice(0, 8)];
  return `${folder} is a submodule that moves from ${old} to ${now}; compare it with: kpi diff -C ${folder} --direct ${old} ${now}`;
}
