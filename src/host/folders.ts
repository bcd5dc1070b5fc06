/** Which folders a watch has to look at. */

import * as fs from "node:fs";
import * as path from "node:path";
import { type IgnoreStack, ignoredBy } from "./gitignore.ts";

/**
 * The root and every folder (absolute) below it that git does not ignore; a folder with a file named `boundary` is
 * listed, but not what is below it.
 */
export function foldersBelow(root: string, boundary: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string, ignores: IgnoreStack | null): void => {
    const entries = entriesOf(folder);
    found.push(folder);
    if (folder !== root && entries.some(({ name }) => name === boundary)) return;
    const stack = ignores?.enter(folder, entries) ?? null;
    for (const entry of entries) {
      if (!entry.isDirectory() || isForeign(entry.name)) continue;
      const inner = path.join(folder, entry.name);
      if (stack?.ignores(`${inner}/`) !== true) visit(inner, stack);
    }
  };
  visit(root, ignoredBy(root));
  return found;
}

/** Folders that belong to other tools. */
export function isForeign(name: string): boolean {
  return name === ".git" || name === "node_modules";
}

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a folder that may not be listed holds nothing that can be checked
  }
}

/** The file that a link leads to; null for anything that is no link, or leads nowhere. */
export function linkTarget(file: string): string | null {
  try {
    return fs.lstatSync(file).isSymbolicLink() ? fs.realpathSync(file) : null;
  } catch {
    return null; // it is gone, or so is what it leads to
  }
}

/** The nearest folder, from `folder` upward, that exists. */
export function nearestFolder(folder: string): string {
  let at = folder;
  while (fs.statSync(at, { throwIfNoEntry: false })?.isDirectory() !== true && path.dirname(at) !== at) {
    at = path.dirname(at);
  }
  return at;
}
