/** Writes new files: all of them or none, and never over a file that is there. */

import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf, readText } from "../host/files.ts";
import { withLock } from "../host/lock.ts";
import { terminal } from "../report/untrusted.ts";
import { UsageError } from "./errors.ts";

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  /** As it is shown to people. */
  readonly shown: string;
  readonly text: string;
}

/** `same` is there already with the same text, `taken` with another one. */
export type NewFileState = "new" | "same" | "taken";

/** What lies where a file is to be written. */
export function stateOf(file: NewFile): NewFileState {
  if (kindOf(file.path) === "missing" && !isLink(file.path)) return "new";
  const read = readText(file.path);
  return read.ok && read.badByte === null && read.text === file.text ? "same" : "taken";
}

/** A link that leads nowhere is there all the same. */
function isLink(file: string): boolean {
  try {
    return fs.lstatSync(file).isSymbolicLink();
  } catch {
    return false; // nothing is there, or a file stands where its folder should be
  }
}

/** Writes those that are new, under a lock of the first; throws a UsageError where one is taken or cannot be written. */
export async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const done = await withLock(first.path, async () => writeAll(files));
  if (done.ok) return;
  if (done.reason === "denied")
    throw new UsageError(`Cannot write ${terminal(first.shown)}: ${terminal(done.detail)}.`);
  throw new UsageError(
    `${terminal(first.shown)} is being written by ${terminal(done.owner)}; try again when that is over.`,
  );
}

function writeAll(files: readonly NewFile[]): void {
  const made: string[] = [];
  const folders: string[] = [];
  let current: NewFile | undefined;
  try {
    for (const file of files) {
      current = file;
      const state = stateOf(file);
      if (state === "taken")
        throw new UsageError(`${terminal(file.shown)} is there already, and differs; nothing was written.`);
      if (state === "same") continue;
      const folder = fs.mkdirSync(path.dirname(file.path), { recursive: true });
      if (folder !== undefined) folders.push(folder);
      create(file);
      made.push(file.path);
    }
  } catch (error) {
    for (const file of made) fs.rmSync(file, { force: true });
    for (const folder of folders.reverse()) removeEmpty(folder);
    if (error instanceof UsageError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot write ${terminal(current?.shown ?? "")}: ${terminal(detail)}. Nothing was written.`);
  }
}

/** The file appears whole, under its name, or not at all. */
function create({ path: file, text }: NewFile): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(temporary, text);
    try {
      fs.linkSync(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
      fs.writeFileSync(file, text, { flag: "wx" }); // a file system without hard links
    }
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Removes a folder that was made, and those in it, as far as they are empty. */
function removeEmpty(folder: string): void {
  try {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeEmpty(path.join(folder, entry.name));
    }
    fs.rmdirSync(folder);
  } catch {
    return; // somebody else has put something there
  }
}
