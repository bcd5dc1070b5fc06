/** Which lines of which files differ between two commits, and where a line of one is in the other. */

import type { Repository } from "./git.ts";
import { explain, type GitResult, runGit } from "./git-process.ts";

/** Lines `start` up to `start + count`, from 1; an empty range stands behind line `start`. */
export interface LineRange {
  readonly start: number;
  readonly count: number;
}

/** One place where a file differs. */
export interface Hunk {
  readonly before: LineRange;
  readonly after: LineRange;
}

/** No program that a repository names may take part, and what it calls binary is text all the same. */
const PLAIN = [
  "--text",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-renames",
  "--unified=0",
  "--ignore-submodules=all",
];

/** More paths than this in one call could be too long for the system; then all files are looked at. */
const MOST_PATHS = 500;

/**
 * The hunks of every file that differs, or of those of some files, by its path relative to the repository's prefix. A
 * file that is new is one hunk. Files that were not asked for may be among them.
 */
export async function hunksBetween(
  repository: Repository,
  before: string,
  after: string,
  files: readonly string[] | null = null,
): Promise<GitResult<ReadonlyMap<string, readonly Hunk[]>>> {
  if (files?.length === 0) return { ok: true, value: new Map() };
  const isAll = files === null || files.length > MOST_PATHS;
  const scope = isAll ? [repository.prefix || "."] : files.map((file) => repository.prefix + file);
  const args = ["-c", "core.quotePath=true", "diff-tree", "-r", "-p", ...PLAIN, "--src-prefix=a/", "--dst-prefix=b/"];
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: [...args, "--end-of-options", before, after, "--", ...scope],
  });
  if (!run.ok) return run;
  if (run.value.status !== 0) return explain(run.value, repository.top);
  return { ok: true, value: hunksIn(run.value.out.toString("utf8"), repository.prefix) };
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Reads a patch without context; only headers are looked at. */
function hunksIn(patch: string, prefix: string): ReadonlyMap<string, readonly Hunk[]> {
  const files = new Map<string, Hunk[]>();
  let hunks: Hunk[] = [];
  let left = 0;
  for (const line of patch.split("\n")) {
    if (left > 0) {
      left--; // a line of content, which may look like a header
      if (line.startsWith("\\")) left++;
      continue;
    }
    if (line.startsWith("+++ ")) {
      const path = pathOf(line.slice(4));
      hunks = [];
      if (path?.startsWith(prefix)) files.set(path.slice(prefix.length), hunks);
      continue;
    }
    const match = HUNK.exec(line);
    if (match === null) continue;
    const [, start, count = "1", newStart, newCount = "1"] = match;
    hunks.push({
      before: { start: Number(start), count: Number(count) },
      after: { start: Number(newStart), count: Number(newCount) },
    });
    left = Number(count) + Number(newCount);
  }
  return files;
}

/** The path behind `b/`, unquoted; null for a file that is gone. */
function pathOf(text: string): string | null {
  const name = text.startsWith('"') ? unquoted(text) : text.replace(/\t$/, "");
  return name.startsWith("b/") ? name.slice(2) : null;
}

const ESCAPES: Readonly<Record<string, string>> = { a: "\u0007", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** A path as git quotes it in C's way: bytes in octal. */
function unquoted(text: string): string {
  const bytes: number[] = [];
  const inner = text.slice(1, text.lastIndexOf('"'));
  for (let i = 0; i < inner.length; i++) {
    if (inner[i] !== "\\") {
      bytes.push(...Buffer.from(inner[i] ?? ""));
      continue;
    }
    const octal = /^[0-7]{3}/.exec(inner.slice(i + 1))?.[0];
    const letter = inner[i + 1] ?? "";
    bytes.push(...(octal === undefined ? Buffer.from(ESCAPES[letter] ?? letter) : [Number.parseInt(octal, 8)]));
    i += octal === undefined ? 1 : 3;
  }
  return Buffer.from(bytes).toString("utf8");
}

/** Whether a line of the newer version was written between the two. */
export function isChanged(line: number, hunks: readonly Hunk[]): boolean {
  return hunks.some(({ after }) => line >= after.start && line < after.start + after.count);
}

/** Where a line of the older version is in the newer one; null where it was changed. */
export function lineAfter(line: number, hunks: readonly Hunk[]): number | null {
  let shift = 0;
  for (const { before, after } of hunks) {
    const first = before.count === 0 ? before.start + 1 : before.start;
    if (line < first) break;
    if (line < before.start + before.count) return null;
    shift += after.count - before.count;
  }
  return line + shift;
}
