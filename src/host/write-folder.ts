/** Writes a folder as a whole or not at all. */

import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf } from "./files.ts";

export interface FileToWrite {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type FolderState = "missing" | "empty" | "ours" | "foreign";

/** What lies where a folder is to be written; `ours` holds a file of the marker's name. */
export function folderState(folder: string, marker: string): FolderState {
  const kind = kindOf(folder);
  if (kind === "missing") return "missing";
  if (kind !== "directory") return "foreign";
  const names = fs.readdirSync(folder);
  if (names.length === 0) return "empty";
  return names.includes(marker) ? "ours" : "foreign";
}

/**
 * Writes all files into a new folder beside `folder`, then puts it in its place; what was there before is removed
 * last, and comes back where the exchange fails.
 */
export function writeFolder(folder: string, files: readonly FileToWrite[]): void {
  const target = fs.existsSync(folder) ? fs.realpathSync(folder) : folder;
  const parent = path.dirname(target);
  const name = path.basename(target);
  const fresh = path.join(parent, `.${name}.${process.pid}.new`);
  const old = path.join(parent, `.${name}.${process.pid}.old`);
  try {
    fs.mkdirSync(parent, { recursive: true });
    fs.rmSync(fresh, { recursive: true, force: true });
    const folders = new Set<string>();
    for (const file of files) {
      const to = path.join(fresh, file.path);
      const inside = path.dirname(to);
      if (!folders.has(inside)) fs.mkdirSync(inside, { recursive: true });
      folders.add(inside);
      fs.writeFileSync(to, file.text);
    }
    exchange(target, fresh, old);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

function exchange(target: string, fresh: string, old: string): void {
  if (!fs.existsSync(target)) {
    fs.renameSync(fresh, target);
    return;
  }
  fs.rmSync(old, { recursive: true, force: true });
  fs.renameSync(target, old);
  try {
    fs.renameSync(fresh, target);
  } catch (error) {
    fs.renameSync(old, target);
    throw error;
  }
  fs.rmSync(old, { recursive: true, force: true });
}
