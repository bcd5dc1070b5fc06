/** Files of which a version has only a pointer of git LFS: they are taken as the version beside it has them. */

import { lfsId } from "../../host/git-lfs.ts";
import { lfsPointer } from "../../text/lfs-pointer.ts";
import { assemble } from "../../workspace/load.ts";
import type { Workspace } from "../../workspace/model.ts";
import type { HeadVersion } from "../version.ts";

/** A workspace beside another one. */
export interface Beside {
  readonly workspace: Workspace;
  /** Files that are pointers here and something else there: what differs in them cannot be told. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Links a version again where it holds pointers, so that what cannot be read differs in nothing. The same pointer in
 * both versions stays one, with its finding.
 */
export async function withoutPointers(version: HeadVersion, workspace: Workspace, other: HeadVersion): Promise<Beside> {
  const unread = new Set<string>();
  if (!hasPointers(version, workspace)) return { workspace, unread };
  const isTaken = (file: string, text: string, there: string | undefined): boolean => {
    const pointer = lfsPointer(text);
    if (pointer === null || there === text) return false;
    if (there === undefined || lfsId(there) !== pointer.sha256) unread.add(file);
    return there !== undefined && lfsPointer(there) === null;
  };
  const taken = new Set<string>();
  const contributions = [...version.contributions.values()].map((own) => {
    const text = version.texts.get(own.path) ?? "";
    const there = other.contributions.get(own.path);
    if (!isTaken(own.path, text, other.texts.get(own.path)) || there === undefined) return own;
    taken.add(own.path);
    return there;
  });
  const readData: HeadVersion["readData"] = (from, named, optional) => {
    if (taken.has(from)) return other.readData(from, named, optional);
    const own = version.readData(from, named, optional);
    if (own?.ok !== true || lfsPointer(own.text) === null) return own;
    const there = other.readData(from, named, optional);
    return isTaken(own.path, own.text, there?.ok === true ? there.text : undefined) ? there : own;
  };
  const linked = await assemble(contributions, { settings: version.config.settings, readData });
  return { workspace: linked, unread };
}

function hasPointers({ texts }: HeadVersion, { problems }: Workspace): boolean {
  for (const text of texts.values()) if (lfsPointer(text) !== null) return true;
  return problems.some(({ ruleId, messageId }) => ruleId === "ref/data-file" && messageId === "pointer");
}
