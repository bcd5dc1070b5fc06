/** Which folder is the workspace that a file belongs to. */

import * as path from "node:path";
import { isDefaultFile } from "../commands/definition-files.ts";
import { CONFIG_FILE } from "../config/load.ts";
import { findUpward, isInside, kindOf } from "../host/files.ts";
import { foldersBelow } from "../host/folders.ts";
import { gitRoot } from "../host/gitignore.ts";

/** The root of an editor's folder: the nearest one, from there up to the git root, with a config; else the folder. */
export function rootOfFolder(folder: string): string {
  return findUpward(folder, CONFIG_FILE, gitRoot(folder) ?? folder) ?? folder;
}

/** The roots below a root: folders with a config of their own, and those below these. */
export function rootsBelow(root: string): readonly string[] {
  const found: string[] = [];
  const open = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const folder of foldersBelow(at, CONFIG_FILE)) {
      if (folder === at || kindOf(path.join(folder, CONFIG_FILE)) !== "file") continue;
      found.push(folder);
      open.push(folder);
    }
  }
  return found;
}

/** The root that a file belongs to; null where it is none of ours and nothing says that it could be. */
export function rootOfFile(file: string, folders: Iterable<string>): string | null {
  const folder = path.dirname(file);
  const around = deepest(folder, folders);
  const top = gitRoot(folder);
  const withConfig = findUpward(folder, CONFIG_FILE, top ?? around ?? folder);
  if (withConfig !== null) return withConfig;
  if (around !== null) return rootOfFolder(around);
  if (path.basename(file) === CONFIG_FILE) return folder;
  const own = top ?? folder;
  return looksLikeOurs(path.relative(own, file).split(path.sep).join("/")) ? own : null;
}

/** Roots that hold others without a config would read their files twice: those are left out. */
export function withoutCovered(roots: Iterable<string>): ReadonlySet<string> {
  const all = new Set(roots);
  const covered = [...all].filter(
    (root) =>
      kindOf(path.join(root, CONFIG_FILE)) !== "file" &&
      [...all].some((other) => other !== root && isInside(other, root)),
  );
  for (const root of covered) all.delete(root);
  return all;
}

/** The deepest of some folders that holds a path; null where none does. */
export function deepest(file: string, folders: Iterable<string>): string | null {
  let best: string | null = null;
  for (const folder of folders) {
    if (isInside(folder, file) && (best === null || folder.length > best.length)) best = folder;
  }
  return best;
}

function looksLikeOurs(file: string): boolean {
  return isDefaultFile(file) || isDefaultFile(path.posix.basename(file)) || file.includes("/kpis/");
}
