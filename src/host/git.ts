/** Reads a git repository: refs, trees and file contents. Never checks anything out and never writes. */

import { existsSync } from "node:fs";
import { visible } from "../text/display.ts";
import { nearestTo } from "../text/nearest.ts";
import { existingFolder, relativeTo } from "./files.ts";
import {
  type Environment,
  explain,
  failure,
  type GitFailure,
  type GitResult,
  type GitRun,
  runGit,
} from "./git-process.ts";

/** Where a repository is, seen from one of its folders. */
export interface Repository {
  /** The top folder of the working tree, absolute; of a bare repository, its own folder. */
  readonly top: string;
  /** Whether there is no working tree. */
  readonly bare: boolean;
  readonly gitDir: string;
  /** The folder that was asked about, relative to `top`, with `/` at its end; empty for the top itself. */
  readonly prefix: string;
  /** Whether older commits are left out of the clone. */
  readonly shallow: boolean;
  readonly env: Environment;
}

/** One entry of a tree. */
export interface TreeEntry {
  /** Relative to the listed folder, with `/`. */
  readonly path: string;
  /** The content of a link is the path it leads to; the files of a submodule are not part of the tree. */
  readonly kind: "file" | "link" | "submodule";
  /** The id of its content. */
  readonly oid: string;
}

/**
 * Finds the repository that a folder lies in, or lay in before it was deleted; a bare one only where that is allowed.
 */
export async function repositoryOf(
  folder: string,
  env: Environment,
  allowBare = false,
): Promise<GitResult<Repository>> {
  const existing = existingFolder(folder);
  const found = await repositoryAt(existing, env, allowBare);
  if (!found.ok || existing === folder) return found;
  const prefix = `${found.value.prefix}${relativeTo(existing, folder)}/`;
  return { ok: true, value: { ...found.value, prefix } };
}

async function repositoryAt(folder: string, env: Environment, allowBare: boolean): Promise<GitResult<Repository>> {
  // The texts that may hold any character stand between ones that cannot.
  const parts = ["--absolute-git-dir", "--is-shallow-repository", "--show-prefix", "--is-bare-repository"];
  const run = await runGit({ folder, env, args: ["rev-parse", ...parts, "--show-toplevel"] });
  if (!run.ok) return run;
  const match = /^([\s\S]*?)\n(true|false)\n([\s\S]*?)\n(?:true|false)\n([\s\S]*)\n$/.exec(
    run.value.out.toString("utf8"),
  );
  if (run.value.status !== 0 || match === null) {
    const bare = allowBare ? await bareRepository(folder, env) : null;
    return bare ?? explain(run.value, folder);
  }
  const [, gitDir = "", shallow, prefix = "", top = ""] = match;
  return { ok: true, value: { top, bare: false, gitDir, prefix, shallow: shallow === "true", env } };
}

/** A repository without a working tree; null where the folder is in none. */
async function bareRepository(folder: string, env: Environment): Promise<GitResult<Repository> | null> {
  const args = ["rev-parse", "--absolute-git-dir", "--is-shallow-repository", "--is-bare-repository"];
  const run = await runGit({ folder, env, args });
  if (!run.ok) return run;
  const match = /^([\s\S]*)\n(true|false)\ntrue\n$/.exec(run.value.out.toString("utf8"));
  if (run.value.status !== 0 || match === null) return null;
  const [, gitDir = "", shallow] = match;
  return { ok: true, value: { top: gitDir, bare: true, gitDir, prefix: "", shallow: shallow === "true", env } };
}

/** Letters, digits and the marks of names, `~2`, `^1` and `@{1}`: nothing that a shell or git could take for a command. */
const REF = /^[\p{L}\p{N}_@][\p{L}\p{N}\p{M}_@{}./~^+#=,%-]{0,249}$/u;

/** The commit that a branch, tag, id or expression such as `HEAD~2` names. */
export async function resolveRef(repository: Repository, ref: string): Promise<GitResult<string>> {
  if (!REF.test(ref) || ref.includes("..")) {
    const advice = "write one branch, tag or commit, such as main, v1.2 or HEAD~1";
    return failure("bad-ref", `"${visible(ref)}" cannot name a commit; ${advice}.`);
  }
  const run = await verify(repository, `${ref}^{commit}`);
  if (!run.ok) return run;
  const { status, out, errors } = run.value;
  if (/refname .* is ambiguous/.test(errors)) return ambiguous(repository, ref);
  if (status === 0) return { ok: true, value: out.toString("latin1").trim() };
  if (/short object ID .* is ambiguous/.test(errors)) {
    return failure("ambiguous-ref", `Several commits begin with ${ref}; write more of its digits.`);
  }
  if (/expected commit type/.test(errors)) {
    return failure("no-commit", `"${ref}" names a file or a folder in git, not a commit; name a commit.`);
  }
  if (/dubious|promisor|corrupt|loose object/.test(errors)) return explain(run.value, repository.top);
  return unknown(repository, ref);
}

function verify(repository: Repository, ref: string): Promise<GitResult<GitRun>> {
  return git(repository, ["rev-parse", "--verify", "--end-of-options", ref]);
}

function git(repository: Repository, args: readonly string[]): Promise<GitResult<GitRun>> {
  return runGit({ folder: repository.top, env: repository.env, args });
}

/** Runs a call that should work. */
async function ask(repository: Repository, args: readonly string[]): Promise<GitResult<Buffer>> {
  const run = await git(repository, args);
  if (!run.ok) return run;
  return run.value.status === 0 ? { ok: true, value: run.value.out } : explain(run.value, repository.top);
}

/** Full names of branches, tags and remote branches. */
async function refNames(repository: Repository): Promise<GitResult<readonly string[]>> {
  const listed = await ask(repository, [
    "for-each-ref",
    "--format=%(refname)",
    "refs/heads",
    "refs/tags",
    "refs/remotes",
  ]);
  if (!listed.ok) return listed;
  return { ok: true, value: lines(listed.value, "\n") };
}

function lines(out: Buffer, separator: string): readonly string[] {
  return out
    .toString("utf8")
    .split(separator)
    .filter((line) => line !== "");
}

function short(name: string): string {
  return name.replace(/^refs\/(?:heads|tags|remotes)\//, "");
}

async function ambiguous(repository: Repository, ref: string): Promise<GitFailure> {
  const names = await refNames(repository);
  if (!names.ok) return names;
  const meant = names.value.filter((name) => short(name) === ref);
  const advice = meant.length > 1 ? `write ${meant.join(" or ")}` : "write its full name, such as refs/heads/main";
  return failure("ambiguous-ref", `"${ref}" names more than one thing; ${advice}.`);
}

const UNBORN = "This repository has no commit yet; there is nothing to compare with before the first one.";

/** Whether nothing was committed yet; `names` are those of all branches and tags. */
async function isUnborn(repository: Repository, names: readonly string[]): Promise<boolean> {
  if (names.length > 0) return false;
  const head = await verify(repository, "HEAD^{commit}");
  return head.ok && head.value.status !== 0;
}

/** Why a ref that could exist does not. */
async function unknown(repository: Repository, ref: string): Promise<GitFailure> {
  const listed = await refNames(repository);
  if (!listed.ok) return listed;
  if (await isUnborn(repository, listed.value)) return failure("unborn", UNBORN);
  const name = ref.replace(/(?:[~^]|@\{).*$/, "");
  const start = name === ref ? null : await verify(repository, `${name === "" ? "HEAD" : name}^{commit}`);
  if (start?.ok === true && start.value.status === 0) {
    return repository.shallow
      ? failure("shallow", `This shallow clone does not reach back to ${ref}; ${DEEPEN}.`)
      : failure("unknown-ref", `There is no ${ref}: the history of ${name || "HEAD"} does not reach there.`);
  }
  const nearest = nearestTo(ref, listed.value.map(short));
  const guess = nearest === null ? "" : ` Did you mean ${nearest}?`;
  if (repository.shallow) {
    const advice = `fetch it first with \`git fetch ${fetched(ref, listed.value, "--depth=50 ")}\`, or ${FULL}`;
    return failure("shallow", `There is no "${ref}" in this shallow clone; ${advice}.${guess}`);
  }
  const isElsewhere = nearest === null && /^(?:[0-9a-f]{40}|[0-9a-f]{64}|origin\/.+)$/.test(ref);
  const advice = isElsewhere ? ` Fetch it first with \`git fetch ${fetched(ref, listed.value, "")}\`.` : guess;
  return failure("unknown-ref", `There is no branch, tag or commit "${ref}".${advice}`);
}

const FULL = "in GitHub Actions give actions/checkout `fetch-depth: 0`";
const DEEPEN = `fetch more with \`git fetch --deepen=50\`, or ${FULL}`;

/** The arguments of a fetch that brings a ref into this clone. */
function fetched(ref: string, names: readonly string[], depth: string): string {
  const remotes = names.flatMap((name) => /^refs\/remotes\/([^/]+)\//.exec(name)?.[1] ?? []);
  const remote = ["origin", ...remotes].find((name) => ref.startsWith(`${name}/`));
  if (remote === undefined) return `${depth}origin ${ref}`;
  const branch = ref.slice(remote.length + 1);
  return `${depth}${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
}

/** The day a commit was made, `2026-08-15`, as its committer's calendar showed it. */
export async function dayOfCommit(repository: Repository, commit: string): Promise<GitResult<string>> {
  const shown = await ask(repository, ["log", "-1", "--format=%cs", "--end-of-options", commit]);
  return shown.ok ? { ok: true, value: shown.value.toString("latin1").trim() } : shown;
}

/** When work began: the day, null where nothing was committed; `isKnown` is false where a shallow clone hides it. */
export interface FirstDay {
  readonly isKnown: boolean;
  readonly day: string | null;
}

/** The earliest day of the commits that `head` has and `base` has not, as their authors' calendars showed it. */
export async function firstDayBetween(
  repository: Repository,
  base: string,
  head: string,
): Promise<GitResult<FirstDay>> {
  const shown = await ask(repository, ["log", "--format=%as %P", "--end-of-options", `${base}..${head}`]);
  if (!shown.ok) return shown;
  const commits = lines(shown.value, "\n").map((line) => line.split(" "));
  // Where a shallow clone ends, commits seem to have no parents.
  const isKnown = !repository.shallow || commits.every(([, parent = ""]) => parent !== "");
  const [day = null] = commits.flatMap(([date = ""]) => (date === "" ? [] : [date])).sort();
  return { ok: true, value: { isKnown, day } };
}

/** The best common ancestor of two commits. */
export async function mergeBase(repository: Repository, a: string, b: string): Promise<GitResult<string>> {
  const run = await git(repository, ["merge-base", "--end-of-options", a, b]);
  if (!run.ok) return run;
  const [base] = lines(run.value.out, "\n");
  if (run.value.status === 0 && base !== undefined) return { ok: true, value: base };
  if (run.value.status !== 1) return explain(run.value, repository.top);
  return repository.shallow
    ? failure("shallow", `This shallow clone ends before the commit that both sides come from; ${DEEPEN}.`)
    : failure("unrelated", "The two commits have no common history; name a commit that this branch comes from.");
}

/** The branch that work is merged into, as a name that `resolveRef` takes. */
export async function defaultBranch(repository: Repository): Promise<GitResult<string>> {
  const head = await git(repository, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]);
  if (!head.ok) return head;
  if (head.value.status === 0) return { ok: true, value: head.value.out.toString("utf8").trim() };
  const names = await refNames(repository);
  if (!names.ok) return names;
  for (const name of ["remotes/origin/main", "remotes/origin/master", "heads/main", "heads/master"]) {
    if (names.value.includes(`refs/${name}`)) return { ok: true, value: `refs/${name}` };
  }
  if (await isUnborn(repository, names.value)) return failure("unborn", UNBORN);
  if (repository.shallow) {
    const wanted = fetched("origin/main", names.value, "--depth=50 ");
    return failure(
      "shallow",
      `This shallow clone has no main branch; fetch it with \`git fetch ${wanted}\`, or ${FULL}.`,
    );
  }
  const advice = "name the branch or commit to compare with";
  return failure("unknown-ref", `This repository has no main branch that the tool can find; ${advice}.`);
}

/**
 * Every file of a commit below a folder (relative to the top, with `/` at its end; empty: all), in path order.
 *
 * Sizes are not asked for: git would open every file for them, and a partial clone would lack most.
 */
export async function listTree(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<GitResult<readonly TreeEntry[]>> {
  const at = folder === "" ? [] : [folder];
  const listed = await ask(repository, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit, ...at]);
  if (!listed.ok) return listed;
  const entries = lines(listed.value, "\0").map((line): TreeEntry => {
    const tab = line.indexOf("\t");
    const [mode, type, oid = ""] = line.slice(0, tab).split(" ");
    const kind = type !== "blob" ? "submodule" : mode === "120000" ? "link" : "file";
    return { path: line.slice(tab + 1 + folder.length), kind, oid };
  });
  return { ok: true, value: entries };
}

/** What the index holds below the folder that was asked about, and what of it a sparse checkout leaves out. */
export interface SparseIndex {
  readonly entries: readonly TreeEntry[];
  readonly leftOut: ReadonlySet<string>;
}

/** Null where the checkout is not sparse. */
export async function sparseIndex(repository: Repository): Promise<GitResult<SparseIndex | null>> {
  const { prefix, gitDir, bare } = repository;
  if (bare || !existsSync(`${gitDir}/info/sparse-checkout`)) return { ok: true, value: null };
  const at = prefix === "" ? [] : [prefix];
  const listed = await ask(repository, ["ls-files", "-t", "--stage", "-z", "--full-name", "--", ...at]);
  if (!listed.ok) return listed;
  const leftOut = new Set<string>();
  const entries = lines(listed.value, "\0").map((line): TreeEntry => {
    const tab = line.indexOf("\t");
    const [tag, mode = "", oid = ""] = line.slice(0, tab).split(" ");
    const path = line.slice(tab + 1 + prefix.length);
    if (tag === "S") leftOut.add(path);
    return { path, kind: mode === "160000" ? "submodule" : mode === "120000" ? "link" : "file", oid };
  });
  return { ok: true, value: leftOut.size === 0 ? null : { entries, leftOut } };
}

/** More paths than this in one call could be too long for the system. */
const PATHS_AT_ONCE = 200;

/** Those of some files (relative to the prefix) that exist and that the ignore rules name, tracked or not. */
export async function ignoredAmong(
  repository: Repository,
  paths: readonly string[],
): Promise<GitResult<ReadonlySet<string>>> {
  const ignored = new Set<string>();
  const flags = ["-z", "--cached", "--others", "--ignored", "--exclude-standard", "--full-name"];
  for (let at = 0; at < paths.length; at += PATHS_AT_ONCE) {
    const some = paths.slice(at, at + PATHS_AT_ONCE).map((path) => repository.prefix + path);
    const listed = await ask(repository, ["ls-files", ...flags, "--", ...some]);
    if (!listed.ok) return listed;
    for (const path of lines(listed.value, "\0")) ignored.add(path.slice(repository.prefix.length));
  }
  return { ok: true, value: ignored };
}
