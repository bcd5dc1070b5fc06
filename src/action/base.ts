/** The commit that a run compares with. */

import { defaultBranch, mergeBase, parentsOf, type Repository, resolveRef } from "../host/git.ts";
import { fetchCommit } from "../host/git-fetch.ts";
import type { BasePlan } from "./event.ts";

/** A commit; or a sentence that says why there is none and what to do. */
export type FoundBase =
  | { readonly ok: true; readonly commit: string }
  /** `isExpected`: the event has nothing to compare with. */
  | { readonly ok: false; readonly isExpected: boolean; readonly why: string };

const DEPTH = "give actions/checkout `fetch-depth: 2`";

/** Finds the base of a plan; a commit that the clone lacks is fetched. */
export async function findBase(plan: BasePlan, repository: Repository): Promise<FoundBase> {
  switch (plan.kind) {
    case "merge":
      return mergeCommitBase(plan, repository);
    case "commit":
      return commitBase(plan.sha, repository);
    case "default-branch":
      return branchBase(plan.name, repository);
    case "none":
      return none("this event has no version to compare with", true);
  }
}

/** The base that an input names, in the words of git. */
export async function namedBase(ref: string, repository: Repository): Promise<FoundBase> {
  const found = await resolveRef(repository, ref);
  if (found.ok) return { ok: true, commit: found.value };
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref)) return none(found.message.replace(/\.$/, ""));
  return commitBase(ref, repository);
}

/** GitHub checks a merge commit out: its first parent is the base, its second one the head of the pull request. */
async function mergeCommitBase(
  { headSha, baseSha }: BasePlan & { kind: "merge" },
  repository: Repository,
): Promise<FoundBase> {
  const parents = await parentsOf(repository, "HEAD");
  if (parents.ok && parents.value.length === 2 && parents.value[1] === headSha) {
    const first = await resolveRef(repository, "HEAD^1");
    if (first.ok) return { ok: true, commit: first.value };
  }
  const base = await commitBase(baseSha, repository);
  if (!base.ok) return base;
  // The branch may have left the base earlier; what others did there since is not its change.
  const common = await mergeBase(repository, base.commit, "HEAD");
  return { ok: true, commit: common.ok ? common.value : base.commit };
}

async function commitBase(sha: string, repository: Repository): Promise<FoundBase> {
  const found = await resolveRef(repository, sha);
  if (found.ok) return { ok: true, commit: found.value };
  const fetched = await fetchCommit(repository, sha);
  if (!fetched.ok) return none(`${fetched.message}; ${DEPTH}`);
  const again = await resolveRef(repository, sha);
  return again.ok ? { ok: true, commit: again.value } : none(`${again.message.replace(/\.$/, "")}; ${DEPTH}`);
}

async function branchBase(name: string | null, repository: Repository): Promise<FoundBase> {
  const branch = name === null ? await defaultBranch(repository) : { ok: true as const, value: `origin/${name}` };
  if (!branch.ok) return none(branch.message.replace(/\.$/, ""));
  const tip = await resolveRef(repository, branch.value);
  const advice = "give actions/checkout `fetch-depth: 0`";
  if (!tip.ok) return none(`the default branch is not in this clone; ${advice}`);
  const common = await mergeBase(repository, tip.value, "HEAD");
  if (!common.ok) return none(`the clone does not reach back to the default branch; ${advice}`);
  const head = await resolveRef(repository, "HEAD");
  if (head.ok && head.value === common.value)
    return none("nothing on this branch differs from the default branch", true);
  return { ok: true, commit: common.value };
}

function none(why: string, isExpected = false): FoundBase {
  return { ok: false, isExpected, why };
}
