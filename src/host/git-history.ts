/** Reads the history of a repository: every commit, with the files that it changed. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import type { Repository } from "./git.ts";
import { explain, failure, type GitResult, runGit } from "./git-process.ts";

/** What a commit did to one file, seen from its first parent. */
export interface FileChange {
  /** Relative to the folder that the repository was opened from, with `/`. */
  readonly path: string;
  /** The id of its content; null where it is gone, or is a link or a submodule now. */
  readonly oid: string | null;
  /** The one that it had before; null where there was none. */
  readonly before: string | null;
}

/** A commit with what it changed. */
export interface HistoryCommit {
  readonly id: string;
  /** Empty for a first commit, and where a shallow clone ends. */
  readonly parents: readonly string[];
  /** The day its author wrote it, `2026-08-15`, as the author's own calendar showed it. */
  readonly date: string;
  readonly author: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Changes of the files that were asked for. */
  readonly changes: readonly FileChange[];
}

/** Settings of the person or the repository that would change what is printed, or run a program. */
const SETTINGS = ["-c", "log.showRoot=true", "-c", "log.follow=false"];
const FLAGS = [
  "--date-order",
  "--raw",
  "-z",
  "--no-renames",
  "--no-abbrev",
  "--no-relative",
  "--diff-merges=first-parent",
  "--ignore-submodules=all",
  "--no-show-signature",
  "--no-notes",
  "--no-color",
  "-O/dev/null",
  "--no-ext-diff",
  "--no-textconv",
  "--encoding=UTF-8",
  "--format=%H%x00%P%x00%as%x00%an%x00%s%x00",
];
/** Merges are kept, so that every commit has the parents that its files come from. */
const IN_FOLDER = ["--full-history", "--parents"];

/**
 * Every commit that `commit` comes from, parents before their children and otherwise by time. Of a folder, those that
 * touch it. Renames are not looked for: a file that moved is gone at one path and new at another.
 */
export async function historyOf(
  repository: Repository,
  commit: string,
  wants: (file: string) => boolean,
): Promise<GitResult<readonly HistoryCommit[]>> {
  const { prefix } = repository;
  const reader = new LogReader(prefix, wants);
  const within = prefix === "" ? [] : IN_FOLDER;
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: [
      ...SETTINGS,
      "log",
      ...FLAGS,
      ...within,
      "--end-of-options",
      commit,
      "--",
      ...(prefix === "" ? [] : [prefix]),
    ],
    onOutput: (chunk) => reader.push(chunk),
  });
  if (!run.ok) return run;
  if (/unrecognized argument|invalid option|unknown value for --diff-merges/.test(run.value.errors)) {
    return failure("failed", "This git is too old to tell the history of a KPI; install version 2.31 or newer.");
  }
  if (run.value.status !== 0) return explain(run.value, repository.top);
  return { ok: true, value: reader.end().reverse() };
}

/** Takes the output of `git log` apart: six texts for each commit, then a mark and a path for each file. */
class LogReader {
  readonly #prefix: string;
  readonly #wants: (file: string) => boolean;
  readonly #commits: HistoryCommit[] = [];
  #rest: Buffer[] = [];
  #header: string[] = [];
  #mark: string | null = null;
  #changes: FileChange[] = [];

  constructor(prefix: string, wants: (file: string) => boolean) {
    this.#prefix = prefix;
    this.#wants = wants;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#take(this.#rest.length === 0 ? chunk.toString("utf8", from, end) : this.#joined(chunk.subarray(from, end)));
      from = end + 1;
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  end(): HistoryCommit[] {
    this.#finish();
    return this.#commits;
  }

  #joined(last: Buffer): string {
    const whole = Buffer.concat([...this.#rest, last]).toString("utf8");
    this.#rest = [];
    return whole;
  }

  #take(token: string): void {
    if (this.#mark !== null) this.#addChange(this.#mark, token);
    else if (this.#header.length < HEADER) this.#header.push(token);
    else if (token.startsWith(":") || token.startsWith("\n:")) this.#mark = token;
    else {
      this.#finish();
      this.#header.push(token);
    }
  }

  /** `:100644 100755 OLD NEW M`, where a mode of 0 means that there is nothing. */
  #addChange(mark: string, place: string): void {
    this.#mark = null;
    const file = place.slice(this.#prefix.length);
    if (!this.#wants(file)) return;
    const [old = "", mode = "", before = "", oid = ""] = mark.slice(mark.indexOf(":") + 1).split(" ");
    this.#changes.push({ path: file, oid: isFile(mode) ? oid : null, before: isFile(old) ? before : null });
  }

  #finish(): void {
    const [id, parents = "", date = "", author = "", subject = ""] = this.#header;
    if (id === undefined) return;
    const changes = this.#changes;
    this.#commits.push({ id, parents: parents === "" ? [] : parents.split(" "), date, author, subject, changes });
    this.#header = [];
    this.#changes = [];
  }
}

/** Texts before the files of a commit; the last is what ends them. */
const HEADER = 6;

/** Regular files, executable or not. */
function isFile(mode: string): boolean {
  return mode.startsWith("100");
}

/** The commits at which a shallow clone ends, though they have parents elsewhere. */
export async function edgesOf(repository: Repository): Promise<GitResult<ReadonlySet<string>>> {
  if (!repository.shallow) return { ok: true, value: new Set() };
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: ["rev-parse", "--git-path", "shallow"],
  });
  if (!run.ok) return run;
  if (run.value.status !== 0) return explain(run.value, repository.top);
  const file = path.resolve(repository.top, run.value.out.toString("utf8").replace(/\n$/, ""));
  try {
    return { ok: true, value: new Set(readFileSync(file, "latin1").split("\n")) };
  } catch (error) {
    return failure("failed", `Where this shallow clone ends cannot be read: ${String(error)}.`);
  }
}
