/** Reads the contents of many files of a repository one by one, for those who keep little of each. */

import type { Repository } from "./git.ts";
import { explain, failure, type GitFailure, runGit } from "./git-process.ts";

/**
 * Hands over the contents of files one after the other and keeps none; null for those over `limit` bytes. Each id is
 * read once.
 */
export async function eachContent(
  repository: Repository,
  oids: Iterable<string>,
  limit: number,
  take: (oid: string, content: Buffer | null) => void,
): Promise<GitFailure | null> {
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return null;
  const reader = new ContentReader(limit, take);
  const run = await runGit({
    folder: repository.top,
    env: repository.env,
    args: ["cat-file", "--batch", "--buffer"],
    input: `${wanted.join("\n")}\n`,
    onOutput: (chunk) => reader.push(chunk),
  });
  if (!run.ok) return run;
  const { status, errors } = run.value;
  if (status !== 0 || (reader.missing !== null && errors !== "")) return explain(run.value, repository.top);
  if (reader.missing === null && reader.count === wanted.length) return null;
  const oid = reader.missing ?? wanted[reader.count];
  return failure("missing-object", `The repository lacks the content ${oid} of a file; look at it with: git fsck`);
}

/** Takes the stream of `cat-file --batch` apart: a line with id, type and size, the content, a line end. */
class ContentReader {
  readonly #limit: number;
  readonly #take: (oid: string, content: Buffer | null) => void;
  /** How many contents were handed over. */
  count = 0;
  /** The first id that there is no content for. */
  missing: string | null = null;
  #line = "";
  #oid = "";
  #content: Buffer | null = null;
  #filled = 0;
  /** Bytes that are still to come; the line end behind a content is one of them. */
  #left = 0;

  constructor(limit: number, take: (oid: string, content: Buffer | null) => void) {
    this.#limit = limit;
    this.#take = take;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) at = this.#left > 0 ? this.#fill(chunk, at) : this.#readLine(chunk, at);
  }

  #readLine(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#line += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [oid = "", type, text] = this.#line.split(" ");
    this.#line = "";
    if (type !== "blob") {
      this.missing ??= oid;
      return end + 1;
    }
    const size = Number(text);
    this.#oid = oid;
    this.#left = size + 1;
    this.#filled = 0;
    this.#content = size > this.#limit ? null : Buffer.allocUnsafe(size);
    return end + 1;
  }

  #fill(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    this.#filled += this.#content === null ? 0 : chunk.copy(this.#content, this.#filled, at, end);
    this.#left -= end - at;
    if (this.#left === 0) {
      this.count++;
      this.#take(this.#oid, this.#content);
      this.#content = null;
    }
    return end;
  }
}
