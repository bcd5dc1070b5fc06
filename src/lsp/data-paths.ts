/** Data files that the path under the cursor could go on with. */

import * as path from "node:path";
import { FolderCache, isInside, kindOf } from "../host/files.ts";
import type { LiveWorkspace } from "./live-workspace.ts";

const MOST_NAMES = 200;

/** Paths relative to the folder of `file`: CSV files, and folders with a `/`, in the folder that is typed so far. */
export function filesBeside(workspace: LiveWorkspace, file: string, typed: string): readonly string[] {
  const home = path.dirname(workspace.absolute(file));
  const started = typed.slice(0, typed.lastIndexOf("/") + 1);
  const folder = path.resolve(home, started);
  if (!isInside(workspace.root, folder)) return [];
  const names = [...new FolderCache().names(folder)].filter((name) => !name.startsWith(".")).sort();
  return names.slice(0, MOST_NAMES).flatMap((name) => {
    if (name.endsWith(".csv")) return [started + name];
    const isFolder = name !== "node_modules" && kindOf(path.join(folder, name)) === "directory";
    return isFolder ? [`${started}${name}/`] : [];
  });
}
