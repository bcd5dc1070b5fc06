/** Contents that git LFS keeps beside a repository; what is not in the clone is not fetched. */

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import { type LfsPointer, lfsPointer } from "../text/lfs-pointer.ts";
import type { Repository } from "./git.ts";
import { runGit } from "./git-process.ts";

/** A pointer is never longer, in bytes. */
const LONGEST_POINTER = 1024;

/** The content's own name in git LFS. */
export function lfsId(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Puts the contents that pointers stand for in their place; those that the clone lacks, or over `limit`, stay pointers. */
export async function followPointers(
  repository: Repository,
  contents: Map<string, Buffer | null>,
  limit: number,
): Promise<void> {
  let store: string | null = null;
  for (const [oid, content] of contents) {
    if (content === null || content.length > LONGEST_POINTER) continue;
    const pointer = lfsPointer(content.toString("latin1"));
    if (pointer === null || pointer.size > limit) continue;
    store ??= await storeOf(repository);
    const stored = readStored(store, pointer);
    if (stored !== null) contents.set(oid, stored);
  }
}

/** Linked working trees share the store of the clone. */
async function storeOf({ top, env, gitDir }: Repository): Promise<string> {
  const run = await runGit({ folder: top, env, args: ["rev-parse", "--git-common-dir"] });
  const common = run.ok && run.value.status === 0 ? run.value.out.toString("utf8").replace(/\n$/, "") : gitDir;
  return path.resolve(top, common, "lfs/objects");
}

/** Null where the store lacks a content, or holds another one in its place. */
function readStored(store: string, { sha256, size }: LfsPointer): Buffer | null {
  const file = path.join(store, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  try {
    const stat = statSync(file);
    if (!stat.isFile() || stat.size !== size) return null;
    const content = readFileSync(file);
    return lfsId(content) === sha256 ? content : null;
  } catch {
    return null; // what is not there stays a pointer, which says so itself
  }
}
