/** Brings one commit into a clone: the only call that reaches a network, and only the Action makes it. */

import type { Repository } from "./git.ts";
import { failure, type GitResult, runGit } from "./git-process.ts";

/** Fetches a commit by its full id from `origin`, without its history. */
export async function fetchCommit(repository: Repository, sha: string): Promise<GitResult<null>> {
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: [
      "fetch",
      "--no-tags",
      "--no-recurse-submodules",
      "--no-write-fetch-head",
      "--depth=1",
      "--end-of-options",
      "origin",
      sha,
    ],
    network: true,
  });
  if (!run.ok) return run;
  if (run.value.status === 0) return { ok: true, value: null };
  return failure("shallow", `The commit ${sha.slice(0, 8)} is not in this clone and cannot be fetched`);
}
