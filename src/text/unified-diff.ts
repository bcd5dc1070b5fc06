/** Unified diffs as `git apply` and `patch -p1` read them. Loaded only where one is printed. */

import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from "diff";

/** A file before and after; the path is relative, with `/`. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const CONTEXT = 3;
/** Above this many changed lines the quickest way to say it is not looked for: all lines between are replaced. */
const MOST_CHANGES = 2000;

/**
 * The diff of all files that changed; empty where none did. Line ends are those of the files.
 *
 * Without git's own header lines, so that git too takes the paths from the folder it runs in.
 */
export function unifiedDiff(files: readonly ChangedFile[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map((file) => formatPatch(patchOf(file), FILE_HEADERS_ONLY).replace(SPACED_NAMES, "--- $1\t\n+++ $2\t\n"))
    .join("");
}

/** `patch` takes a name to its first space unless a tab stands behind it. */
const SPACED_NAMES = /^--- ([^\n"]* [^\n]*)\n\+\+\+ ([^\n]*)\n/;

function patchOf({ path, before, after }: ChangedFile): StructuredPatch {
  const names = [`a/${path}`, `b/${path}`] as const;
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGES };
  return structuredPatch(...names, before, after, undefined, undefined, options) ?? wholePatch(names, before, after);
}

/** One hunk from the first to the last line that differs. */
function wholePatch(
  [oldFileName, newFileName]: readonly [string, string],
  before: string,
  after: string,
): StructuredPatch {
  const old = linesOf(before);
  const now = linesOf(after);
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - first && old.at(-1 - same) === now.at(-1 - same)) same++;
  const above = old.slice(Math.max(0, first - CONTEXT), first);
  const below = old.slice(old.length - same, old.length - same + CONTEXT);
  const removed = old.slice(first, old.length - same);
  const added = now.slice(first, now.length - same);
  const lines = [...marked(" ", above), ...marked("-", removed), ...marked("+", added), ...marked(" ", below)];
  const start = first - above.length + 1;
  const kept = above.length + below.length;
  const hunk = {
    oldStart: start,
    oldLines: removed.length + kept,
    newStart: start,
    newLines: added.length + kept,
    lines,
  };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

/** Lines with their line feeds. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith("\n") ? [mark + line.slice(0, -1)] : [mark + line, "\\ No newline at end of file"],
  );
}
