/** Makes two versions comparable where one cannot be read: what is unknown of it is taken to be as in the other. */

import * as path from "node:path";
import { kindOf } from "../../host/files.ts";
import { repositoryOf, resolveRef, type TreeEntry } from "../../host/git.ts";
import { gitRoot } from "../../host/gitignore.ts";
import { answerOf } from "../answer.ts";
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
  for (const [file, submodule] of new Map([...head.inSubmodules, ...base.inSubmodules])) {
    const from = await commitOf(submodule, file, base, env);
    const to = await commitOf(submodule, file, head, env);
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

function pointerNote(file: string, { title, commit, prefix }: Side): string {
  const where = commit === null && title === "working tree" ? "the working tree" : title;
  const fetch = commit === null ? "git lfs pull" : `git lfs fetch origin ${commit.slice(0, 8)}`;
  return `${prefix}${file} is only a pointer of git LFS in ${where}; fetch the file itself with: ${fetch}`;
}

/** The commit of a submodule that a file lies in; null where that version has none there. */
async function commitOf(submodule: TreeEntry, file: string, side: Side, env: Host["env"]): Promise<string | null> {
  if (side.commit !== null) return side.inSubmodules.get(file)?.oid ?? null;
  const { root } = side.version;
  const folder = path.join(root, submodule.path);
  if (gitRoot(folder) === folder) return answerOf(await resolveRef(answerOf(await repositoryOf(folder, env)), "HEAD"));
  // A submodule that is not checked out has not moved; other files in its place are another thing.
  return kindOf(path.join(root, file)) === "missing" ? submodule.oid : null;
}

function submoduleNote(folder: string, from: string | null, to: string | null): string {
  if (from === null || to === null) return `${folder} is a submodule in one version only and cannot be compared.`;
  const [old, now] = [from.slice(0, 8), to.slice(0, 8)];
  return `${folder} is a submodule that moves from ${old} to ${now}; compare it with: kpi diff -C ${folder} --direct ${old} ${now}`;
}
