/** The commit that a run compares with. */

import { UsageError } from "../commands/errors.ts";
import { defaultBranch, mergeBase, type Repository, resolveRef } from "../host/git.ts";
import { fetchCommit, fetchHistory, fetchRef, statedParents } from "../host/git-fetch.ts";
import type { GitResult } from "../host/git-process.ts";
import type { BasePlan } from "./event.ts";

/** A commit; or words without a full stop that say why there is none and what to do. */
export type FoundBase =
  /** `doubt`: what may be wrong with the comparison; null for nothing. */
  | { readonly ok: true; readonly commit: string; readonly doubt: string | null }
  /** `isExpected`: the event has nothing to compare with. */
  | { readonly ok: false; readonly isExpected: boolean; readonly why: string };

const BOTH_PARENTS = "give actions/checkout `fetch-depth: 2`";
const WHOLE_HISTORY = "give actions/checkout `fetch-depth: 0`";

/** Finds the base of a plan; a commit that the clone lacks is fetched. */
export async function findBase(plan: BasePlan, repository: Repository): Promise<FoundBase> {
  switch (plan.kind) {
    case "merge":
      return pullRequestBase(plan, repository);
    case "commit":
      return commitBase(plan.sha, repository, WHOLE_HISTORY);
    case "default-branch":
      return branchBase(plan.name, repository);
    case "none":
      return none("this event has no version to compare with", true);
  }
}

/** The commit that an input names, be it in this clone or at its origin. Throws a `UsageError` where there is none. */
export async function namedCommit(input: "base" | "head", ref: string, repository: Repository): Promise<string> {
  const found = await resolveRef(repository, ref);
  if (found.ok) return found.value;
  if (isCommitId(ref)) {
    const commit = await commitBase(ref, repository, WHOLE_HISTORY);
    if (commit.ok) return commit.commit;
    throw new UsageError(`${input}: ${commit.why}.`);
  }
  const tip = found.reason === "bad-ref" ? found : await tipAtOrigin(ref.replace(/^origin\//, ""), repository);
  if (tip.ok) return tip.value;
  throw new UsageError(`${input}: ${found.message}`);
}

/** `actions/checkout` makes no local branches, and brings no other one and no tags unless it is told to. */
async function tipAtOrigin(name: string, repository: Repository): Promise<GitResult<string>> {
  const branch = `refs/remotes/origin/${name}`;
  const known = await resolveRef(repository, branch);
  if (known.ok) return known;
  for (const [from, to] of [
    [`refs/heads/${name}`, branch],
    [`refs/tags/${name}`, `refs/tags/${name}`],
  ] as const) {
    if (await fetchRef(repository, from, to)) return resolveRef(repository, to);
  }
  return known;
}

function isCommitId(ref: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref);
}

/** GitHub checks a merge commit out: its first parent is the base, its second one the head of the pull request. */
async function pullRequestBase(plan: BasePlan & { kind: "merge" }, repository: Repository): Promise<FoundBase> {
  const { pull, headSha, baseSha } = plan;
  const head = await resolveRef(repository, "HEAD");
  if (!head.ok) return none(phrase(head.message));
  if (head.value === baseSha && baseSha !== headSha) {
    const advice = `give actions/checkout \`ref: refs/pull/${pull}/merge\` and \`fetch-depth: 2\``;
    return none(`the base of the pull request is checked out, and not the pull request; ${advice}`);
  }
  const parents = await statedParents(repository, head.value);
  const [first, second, ...others] = parents.ok ? parents.value : [];
  if (first !== undefined && second === headSha && others.length === 0) {
    return commitBase(first, repository, BOTH_PARENTS);
  }
  const tip = await commitBase(baseSha, repository, BOTH_PARENTS);
  return tip.ok ? sinceTheyParted(tip.commit, headSha, repository) : tip;
}

/** The branch may have left the base earlier; what others did there since is not its change. */
async function sinceTheyParted(tip: string, headSha: string, repository: Repository): Promise<FoundBase> {
  const known = await mergeBase(repository, tip, "HEAD");
  if (known.ok) return base(known.value);
  if (repository.shallow) await fetchHistory(repository, [tip, headSha]); // what comes of it is asked for next
  const found = await mergeBase(repository, tip, "HEAD");
  if (found.ok) return base(found.value);
  const doubt = "it is not known where this branch left its base, so what was changed there since looks undone here";
  return { ok: true, commit: tip, doubt: `${doubt}; ${WHOLE_HISTORY}` };
}

async function commitBase(sha: string, repository: Repository, advice: string): Promise<FoundBase> {
  const found = await resolveRef(repository, sha);
  if (found.ok) return base(found.value);
  const fetched = await fetchCommit(repository, sha);
  if (!fetched.ok) return none(`${phrase(fetched.message)}; ${advice}`);
  const again = await resolveRef(repository, sha);
  return again.ok ? base(again.value) : none(`${phrase(again.message)}; ${advice}`);
}

async function branchBase(name: string | null, repository: Repository): Promise<FoundBase> {
  const branch = name === null ? await defaultBranch(repository) : { ok: true as const, value: `origin/${name}` };
  if (!branch.ok) return none(phrase(branch.message));
  const tip = await resolveRef(repository, branch.value);
  if (!tip.ok) return none(`the default branch is not in this clone; ${WHOLE_HISTORY}`);
  const common = await mergeBase(repository, tip.value, "HEAD");
  if (!common.ok) return none(`the clone does not reach back to the default branch; ${WHOLE_HISTORY}`);
  const head = await resolveRef(repository, "HEAD");
  const isNothingNew = head.ok && head.value === common.value;
  return isNothingNew ? none("nothing on this branch differs from the default branch", true) : base(common.value);
}

function base(commit: string): FoundBase {
  return { ok: true, commit, doubt: null };
}

function none(why: string, isExpected = false): FoundBase {
  return { ok: false, isExpected, why };
}

/** A sentence as a part of another one. */
function phrase(message: string): string {
  return message.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
