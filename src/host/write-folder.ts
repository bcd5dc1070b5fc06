/** Writes files into a folder that others use too: all of them or none, and only over what was written there before. */

import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf, readText } from "./files.ts";

export interface FileToWrite {
  /** Relative to the folder, with `/`; words, digits, `-`, `_` and `.`, and no part of it begins with a dot. */
  readonly path: string;
  readonly text: string;
}

/** A file in the folder that lists what was written. */
export interface Marker {
  readonly name: string;
  /** The lines above the list; each begins with `#`. */
  readonly head: string;
}

export type FolderState = "missing" | "empty" | "ours" | "foreign";

/** What lies where a folder is to be written; `ours` holds a file of the marker's name. */
export function folderState(folder: string, { name }: Marker): FolderState {
  const kind = kindOf(folder);
  if (kind === "missing") return "missing";
  if (kind !== "directory") return "foreign";
  const names = fs.readdirSync(folder);
  if (names.length === 0) return "empty";
  return names.includes(name) ? "ours" : "foreign";
}

/**
 * Puts files in the place of those that the marker lists. Returns null, or, where something else stands in the way of
 * one, its path in the folder; then nothing is changed. Throws what the file system says, and then nothing is changed
 * either; a RangeError for a path of another form.
 */
export function writeFolder(folder: string, files: readonly FileToWrite[], marker: Marker): string | null {
  for (const file of files) {
    if (!LISTED.test(file.path)) throw new RangeError(`"${file.path}" is no path that may be written in a folder`);
  }
  const list = files.map((file) => `${file.path}\n`).join("");
  const fresh = [...files, { path: marker.name, text: `${marker.head}\n${list}` }];
  const made = fs.mkdirSync(folder, { recursive: true });
  const aside = path.join(folder, `${marker.name}.${process.pid}`);
  const old = [...writtenBefore(folder, marker), marker.name].filter((file) => isPlainFile(folder, file));
  try {
    const known = new Set(old);
    for (const file of fresh) {
      const obstacle = inTheWay(folder, file.path, known);
      if (obstacle !== null) return obstacle;
    }
    for (const { path: file, text } of fresh) {
      const to = path.join(aside, "new", file);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.writeFileSync(to, text);
    }
    renameAll([
      ...old.map((file) => [path.join(folder, file), path.join(aside, "old", file)] as const),
      ...fresh.map((file) => [path.join(aside, "new", file.path), path.join(folder, file.path)] as const),
    ]);
    return null;
  } catch (error) {
    if (made !== undefined) fs.rmSync(made, { recursive: true, force: true });
    throw error;
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
    removeEmpty(folder, [...old, ...fresh.map((file) => file.path)]);
  }
}

/** Names without anything that leads out of a folder or into a hidden one: anybody may have written the list. */
const LISTED = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;

function writtenBefore(folder: string, { name }: Marker): readonly string[] {
  const list = readText(path.join(folder, name));
  return list.ok ? list.text.split("\n").filter((line) => LISTED.test(line)) : [];
}

/** Whether a file stands there itself, and not a link, nor behind one. */
function isPlainFile(folder: string, file: string): boolean {
  return inTheWay(folder, file, new Set([file])) === null && fs.existsSync(path.join(folder, file));
}

/** The path of what keeps a file from being put in its place: anything but folders around it and a known file. */
function inTheWay(folder: string, file: string, known: ReadonlySet<string>): string | null {
  let at = "";
  for (const part of file.split("/")) {
    at += at === "" ? part : `/${part}`;
    const stat = fs.lstatSync(path.join(folder, at), { throwIfNoEntry: false });
    if (stat === undefined) return null;
    const fits = at === file ? stat.isFile() && known.has(file) : stat.isDirectory();
    if (!fits) return at;
  }
  return null;
}

/** Renames one after the other; where one fails, those before it go back. */
function renameAll(moves: readonly (readonly [from: string, to: string])[]): void {
  let done = 0;
  try {
    for (const [from, to] of moves) {
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.renameSync(from, to);
      done++;
    }
  } catch (error) {
    for (const [from, to] of moves.slice(0, done).toReversed()) fs.renameSync(to, from);
    throw error;
  }
}

/** Takes folders away, inside a folder, in which none of the files is left, nor anything else. */
function removeEmpty(folder: string, files: readonly string[]): void {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = path.posix.dirname(file); at !== "."; at = path.posix.dirname(at)) folders.add(at);
  }
  for (const inner of [...folders].sort().reverse()) {
    const place = path.join(folder, inner);
    const isFolder = fs.lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder && fs.readdirSync(place).length === 0) fs.rmdirSync(place);
  }
}
