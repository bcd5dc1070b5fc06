/** Pointers of git LFS: what git keeps in place of a file whose content lies elsewhere. */

/** The content that a pointer stands for. */
export interface LfsPointer {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

const START = "version https://git-lfs.github.com/spec/v1";
const POINTER = /^\S+ \S+\s+oid sha256:([0-9a-f]{64})\s+size (\d{1,15})\s*$/;

/** What a text points to; null where it is a text of its own. Line ends may have become spaces, as in a YAML scalar. */
export function lfsPointer(text: string): LfsPointer | null {
  if (!text.startsWith(START)) return null;
  const [, sha256, size] = POINTER.exec(text) ?? [];
  return sha256 === undefined ? null : { sha256, size: Number(size) };
}
