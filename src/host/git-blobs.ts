/** Reads the contents of many files of a repository in one process. */

import { createHash } from "node:crypto";
import type { Repository } from "./git.ts";
import { eachContent } from "./git-contents.ts";
import type { GitResult } from "./git-process.ts";

/** Contents by id; null for those over `limit` bytes, which are not kept. */
export async function readBlobs(
  repository: Repository,
  oids: Iterable<string>,
  limit: number,
): Promise<GitResult<ReadonlyMap<string, Buffer | null>>> {
  const blobs = new Map<string, Buffer | null>();
  const failed = await eachContent(repository, oids, limit, (oid, content) => blobs.set(oid, content));
  return failed ?? { ok: true, value: blobs };
}

/** The id that git would give this content, in the hash of a repository where another id is `like`. */
export function blobId(content: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}
