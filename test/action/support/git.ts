/** Real repositories as a workflow finds them: GitHub's side with its refs, and a shallow checkout of one commit. */

import { rmSync } from "node:fs";
import { Folder } from "../../support/cli.ts";
import { gitIn, TestRepository } from "../../support/repository.ts";

/** Files by their path; null takes one away. */
export type Change = Readonly<Record<string, string | null>>;

/** What a pull request is made of. */
export interface PullRequestFiles {
  /** The first commit of `main`. */
  readonly base: Readonly<Record<string, string>>;
  /** What the pull request changes, one commit each. */
  readonly changes: readonly Change[];
  /** What `main` got after the branch was made. */
  readonly later?: Change;
  readonly number?: number;
  readonly branch?: string;
  /** The branch lies in a fork, so that here only `refs/pull/N/head` has it. */
  readonly fork?: boolean;
}

/** GitHub's side of a pull request. All commits are the same ones in every run. */
export interface PullRequestRepository {
  /** The repository that is cloned from; `main` is checked out. */
  readonly origin: TestRepository;
  /** The tip of `main`: what GitHub calls `base.sha`. */
  readonly baseSha: string;
  readonly headSha: string;
  /** The test merge, `refs/pull/N/merge`: its parents are base and head. */
  readonly mergeSha: string;
  readonly number: number;
  readonly branch: string;
  drop(): void;
}

/** How `actions/checkout` is told to work. */
export interface CheckoutOptions {
  /** `fetch-depth`: 1 by default, 0 for everything. */
  readonly depth?: number;
}

/** Makes GitHub's side of a pull request. */
export function pullRequestRepository(files: PullRequestFiles): PullRequestRepository {
  const { number = 1, branch = "change" } = files;
  const origin = serverRepository(files.base);
  origin.git("checkout", "-q", "-b", branch);
  for (const [i, change] of files.changes.entries()) commit(origin, change, `change ${i + 1}`);
  const headSha = origin.git("rev-parse", "HEAD");
  origin.git("checkout", "-q", "main");
  const baseSha = files.later === undefined ? origin.git("rev-parse", "HEAD") : commit(origin, files.later, "later");
  origin.git("checkout", "-q", "--detach", "main");
  origin.git("merge", "-q", "--no-ff", "-m", `Merge ${headSha} into ${baseSha}`, headSha);
  const mergeSha = origin.git("rev-parse", "HEAD");
  origin.git("update-ref", `refs/pull/${number}/head`, headSha);
  origin.git("update-ref", `refs/pull/${number}/merge`, mergeSha);
  origin.git("checkout", "-q", "main");
  if (files.fork) origin.git("branch", "-q", "-D", branch);
  return { origin, baseSha, headSha, mergeSha, number, branch, drop: () => origin.drop() };
}

/** GitHub's side of a repository with one commit on `main`: any commit that a ref leads to may be fetched. */
export function serverRepository(files: Readonly<Record<string, string>>): TestRepository {
  const origin = new TestRepository(files);
  origin.git("config", "uploadpack.allowReachableSHA1InWant", "true");
  return origin;
}

/** Writes a change and commits it where the repository stands; the new commit. */
export function commit(repository: TestRepository, change: Change, message: string): string {
  for (const [file, content] of Object.entries(change)) {
    if (content === null) rmSync(repository.join(file));
    else repository.write(file, content);
  }
  return repository.commit(message);
}

/**
 * Checks out as `actions/checkout` does in the run of an event: a new folder, one fetch of the event's commit, and a
 * detached HEAD for `refs/pull/…`, a branch otherwise.
 */
export function checkout(
  origin: TestRepository,
  ref: string,
  sha: string,
  { depth = 1 }: CheckoutOptions = {},
): Folder {
  const folder = new Folder();
  const git = (...args: readonly string[]) => gitIn(folder.path, ...args);
  git("init", "-q", "-b", "main");
  git("remote", "add", "origin", `file://${origin.path}`);
  git("config", "gc.auto", "0");
  const local = ref.startsWith("refs/pull/")
    ? ref.replace("refs/pull/", "refs/remotes/pull/")
    : ref.replace("refs/heads/", "refs/remotes/origin/");
  const everything = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  const isBranch = ref.startsWith("refs/heads/");
  const one = `+${sha}:${local}`;
  const wanted = depth !== 0 ? [one] : isBranch ? everything : [...everything, one];
  const shallow = depth === 0 ? [] : ["--no-tags", `--depth=${depth}`];
  git("fetch", "-q", "--prune", "--no-recurse-submodules", ...shallow, "origin", ...wanted);
  if (isBranch) git("checkout", "-q", "--force", "-B", ref.slice("refs/heads/".length), local);
  else git("checkout", "-q", "--force", local);
  return folder;
}
