/** Brings commits into a clone: the only calls of git that reach a network, and only the Action makes them. */

import type { Repository } from "./git.ts";
import { explain, failure, type GitResult, runGit } from "./git-process.ts";

/** Commits of each side that are fetched to find where two of them parted. */
const HISTORY = 100;

/** A server that goes silent is not waited for; nothing is left running in the background. */
const SWITCHES = [
  "-c",
  "http.lowSpeedLimit=1000",
  "-c",
  "http.lowSpeedTime=20",
  "-c",
  "gc.auto=0",
  "-c",
  "maintenance.auto=false",
];

/** Fetches a commit by its full id from `origin`; its history too, unless the clone is shallow itself. */
export async function fetchCommit(repository: Repository, sha: string): Promise<GitResult<null>> {
  if (await fetchFrom(repository, repository.shallow ? 1 : null, [sha])) return { ok: true, value: null };
  return failure("shallow", `The commit ${sha.slice(0, 8)} is not in this clone and cannot be fetched.`);
}

/** Names that stand for nothing but themselves in what is asked of git. */
const PLAIN_REF = /^refs(?:\/[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.#=,%+-]*)+$/u;

/** Fetches a branch or tag from `origin` under a name of this clone; whether it worked. */
export async function fetchRef(repository: Repository, from: string, to: string): Promise<boolean> {
  if (!PLAIN_REF.test(from) || !PLAIN_REF.test(to)) return false;
  return fetchFrom(repository, repository.shallow ? 1 : null, [`+${from}:${to}`]);
}

/** Makes a shallow clone reach further back from some commits; whether it worked. */
export async function fetchHistory(repository: Repository, shas: readonly string[]): Promise<boolean> {
  return fetchFrom(repository, HISTORY, shas);
}

async function fetchFrom(repository: Repository, depth: number | null, wanted: readonly string[]): Promise<boolean> {
  const options = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"];
  const reach = depth === null ? [] : [`--depth=${depth}`];
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: [...SWITCHES, "fetch", ...options, ...reach, "--end-of-options", "origin", ...wanted],
    network: true,
  });
  return run.ok && run.value.status === 0;
}

/** The parents that a commit (by its id) names, also those that a shallow clone lacks. */
export async function statedParents(repository: Repository, sha: string): Promise<GitResult<readonly string[]>> {
  const run = await runGit({ folder: repository.top, env: repository.env, args: ["cat-file", "commit", sha] });
  if (!run.ok) return run;
  if (run.value.status !== 0) return explain(run.value, repository.top);
  const [header = ""] = run.value.out.toString("utf8").split("\n\n");
  return { ok: true, value: [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent) };
}
