/** A folder as it was in one commit: its files by path, links followed, contents read when they are asked for. */

import { joined } from "../text/path.ts";
import { listTree, type Repository, type TreeEntry } from "./git.ts";
import { readBlobs } from "./git-blobs.ts";
import { followPointers } from "./git-lfs.ts";
import type { GitFailure, GitResult } from "./git-process.ts";

/** What a path leads to. A link that leaves the folder leads outside, and so does everything below it. */
export type Found =
  | { readonly kind: "file"; readonly oid: string }
  | { readonly kind: "missing" | "folder" | "outside" | "submodule" };

const MISSING: Found = { kind: "missing" };
/** More links on the way to one file are taken for a circle. */
const MAX_LINKS = 40;
/** The longest path that a link may hold, in bytes. */
const LINK_LIMIT = 4096;

export class GitFolder {
  readonly #repository: Repository;
  readonly #entries: ReadonlyMap<string, TreeEntry>;
  /** Where links lead; null where that cannot be a path. */
  readonly #links: ReadonlyMap<string, string | null>;
  readonly #submodules: readonly TreeEntry[];
  readonly #contents = new Map<string, Buffer | null>();
  /** Every folder that holds something, once it was asked for. */
  #folders: ReadonlySet<string> | null = null;

  constructor(repository: Repository, entries: readonly TreeEntry[], links: ReadonlyMap<string, string | null>) {
    this.#repository = repository;
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
    this.#links = links;
    this.#submodules = entries.filter(({ kind }) => kind === "submodule");
  }

  /** Paths of all files and links, sorted like those of a folder on disk. */
  get paths(): readonly string[] {
    const shown = [...this.#entries.values()].filter(({ kind }) => kind !== "submodule");
    return shown.map(({ path }) => path).sort();
  }

  /** The submodule that a path lies in, with its commit; null for none. Its files are not part of this repository. */
  submoduleOf(path: string): TreeEntry | null {
    return this.#submodules.find((submodule) => path.startsWith(`${submodule.path}/`)) ?? null;
  }

  /** Whether something has this very path, be it a link that leads nowhere. */
  has(path: string): boolean {
    return this.#entries.has(path);
  }

  find(path: string): Found {
    let at = path;
    for (let links = 0; links < MAX_LINKS; links++) {
      const entry = this.#entries.get(at);
      if (entry?.kind === "file") return { kind: "file", oid: entry.oid };
      const link = this.#linkOn(at);
      if (link === null) return this.#withoutContent(at);
      const target = this.#links.get(link) ?? null;
      const next = target === null ? null : joined(link, target);
      if (next === null) return { kind: "outside" };
      at = next === "" ? at.slice(link.length + 1) : next + at.slice(link.length);
    }
    return MISSING;
  }

  /** The first link on the way to a path, or the path itself where it is one; null for none. */
  #linkOn(path: string): string | null {
    if (this.#links.size === 0) return null;
    for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
      const part = end < 0 ? path : path.slice(0, end);
      if (this.#links.has(part)) return part;
      if (end < 0) return null;
    }
  }

  #withoutContent(path: string): Found {
    if (this.submoduleOf(path) !== null) return { kind: "submodule" };
    this.#folders ??= foldersOf(this.#entries.keys());
    return this.#folders.has(path) ? { kind: "folder" } : MISSING;
  }

  /** Reads contents, so that `content` has them; those behind pointers of git LFS where the clone has them. */
  async read(oids: Iterable<string>, limit: number): Promise<GitFailure | null> {
    const wanted = [...oids].filter((oid) => !this.#contents.has(oid));
    const blobs = await readBlobs(this.#repository, wanted, limit);
    if (!blobs.ok) return blobs;
    const contents = new Map(blobs.value);
    await followPointers(this.#repository, contents, limit);
    for (const [oid, content] of contents) this.#contents.set(oid, content);
    return null;
  }

  /** A content that was read; null where it is over the limit it was read with, or was not read. */
  content(oid: string): Buffer | null {
    return this.#contents.get(oid) ?? null;
  }
}

/** The folders on the way to some files, and the empty path of the one that holds them all. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set([""]);
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** The folder that a repository was opened from, as it was in a commit. */
export async function openGitFolder(repository: Repository, commit: string): Promise<GitResult<GitFolder>> {
  const listed = await listTree(repository, commit, repository.prefix);
  if (!listed.ok) return listed;
  const links = listed.value.filter(({ kind }) => kind === "link");
  const read = await readBlobs(
    repository,
    links.map(({ oid }) => oid),
    LINK_LIMIT,
  );
  if (!read.ok) return read;
  const targets = new Map(links.map(({ path, oid }) => [path, read.value.get(oid)?.toString("utf8") ?? null]));
  return { ok: true, value: new GitFolder(repository, listed.value, targets) };
}
