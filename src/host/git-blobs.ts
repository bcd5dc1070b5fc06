/** Reads the contents of many files of a repository in one process. */

import { createHash } from "node:crypto";
import type { Repository } from "./git.ts";
import { explain, failure, type GitResult, runGit } from "./git-process.ts";

/** Contents by id; null for those over `limit` bytes, which are not read. */
export async function readBlobs(
  repository: Repository,
  oids: Iterable<string>,
  limit: number,
): Promise<GitResult<ReadonlyMap<string, Buffer | null>>> {
  const wanted = [...new Set(oids)];
  const blobs = new Map<string, Buffer | null>();
  const sizes = await sizesOf(repository, wanted);
  if (!sizes.ok) return sizes;
  for (const [oid, size] of sizes.value) if (size > limit) blobs.set(oid, null);
  const small = wanted.filter((oid) => !blobs.has(oid));
  if (small.length === 0) return { ok: true, value: blobs };
  const reader = new BatchReader((oid, content) => blobs.set(oid, content));
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: ["cat-file", "--batch"],
    input: `${small.join("\n")}\n`,
    onOutput: (chunk) => reader.push(chunk),
  });
  if (!run.ok) return run;
  if (run.value.status !== 0 || blobs.size !== wanted.length) return explain(run.value, repository.top);
  return { ok: true, value: blobs };
}

async function sizesOf(
  repository: Repository,
  oids: readonly string[],
): Promise<GitResult<ReadonlyMap<string, number>>> {
  const sizes = new Map<string, number>();
  if (oids.length === 0) return { ok: true, value: sizes };
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: ["cat-file", "--batch-check"],
    input: `${oids.join("\n")}\n`,
  });
  if (!run.ok) return run;
  if (run.value.status !== 0) return explain(run.value, repository.top);
  for (const line of run.value.out.toString("latin1").trimEnd().split("\n")) {
    const [oid = "", type, size] = line.split(" ");
    if (type !== "blob") {
      if (run.value.errors !== "") return explain(run.value, repository.top);
      return failure("missing-object", `The repository lacks the content ${oid} of a file; look at it with: git fsck`);
    }
    sizes.set(oid, Number(size));
  }
  return { ok: true, value: sizes };
}

/** Takes the stream of `cat-file --batch` apart: a line with id, type and size, the content, a line end. */
class BatchReader {
  readonly #found: (oid: string, content: Buffer) => void;
  #header = "";
  #oid = "";
  #content: Buffer | null = null;
  #filled = 0;

  constructor(found: (oid: string, content: Buffer) => void) {
    this.#found = found;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; )
      at = this.#content === null ? this.#readHeader(chunk, at) : this.#fill(chunk, at);
  }

  #readHeader(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = "", type, size] = this.#header.split(" ");
    this.#header = "";
    if (type === "blob") {
      this.#oid = oid;
      this.#filled = 0;
      // The line end after the content is read as its last byte.
      this.#content = Buffer.allocUnsafe(Number(size) + 1);
    }
    return end + 1;
  }

  #fill(chunk: Buffer, at: number): number {
    const content = this.#content;
    if (content === null) return chunk.length;
    const copied = chunk.copy(content, this.#filled, at);
    this.#filled += copied;
    if (this.#filled === content.length) {
      this.#found(this.#oid, content.subarray(0, -1));
      this.#content = null;
    }
    return at + copied;
  }
}

/** The id that git would give this content, in the hash of a repository where another id is `like`. */
export function blobId(content: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex");
}
