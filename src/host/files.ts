/** The file system behind a small interface: every read of the product goes through here. */

import * as fs from "node:fs";
import * as path from "node:path";
import { type IgnoreStack, ignoredBy } from "./gitignore.ts";
import { writeFailure } from "./write-failure.ts";

/** A file's text, or why it could not be read. `encoding` comes with the text that could be made of it. */
export type ReadResult =
  | { readonly ok: true; readonly text: string; readonly badByte: number | null }
  | {
      readonly ok: false;
      readonly reason: "missing" | "denied" | "directory" | "too-large" | "failed";
      readonly detail: string;
    };

const REASONS: Record<string, "missing" | "denied" | "directory" | "too-large"> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "directory",
  ERR_STRING_TOO_LONG: "too-large",
  ERR_FS_FILE_TOO_LARGE: "too-large",
};

const UTF16_NAMES: Record<string, string> = { fffe: "utf-16le", feff: "utf-16be" };

/** Reads a file as UTF-8. Bytes that are not UTF-8 become U+FFFD and the first one's position is told. */
export function readText(file: string): ReadResult {
  try {
    const text = fs.readFileSync(file, "utf8");
    if (!text.includes("\uFFFD")) return { ok: true, text, badByte: null };
    return { ok: true, ...decodeCarefully(fs.readFileSync(file)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    return {
      ok: false,
      reason: REASONS[code] ?? "failed",
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Text of bytes that should be UTF-8, and the offset of the first character that is not. */
export interface Decoded {
  readonly text: string;
  readonly badByte: number | null;
}

/** The same reading for bytes that do not come from a file on disk. */
export function decodeBytes(bytes: Buffer): Decoded {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? decodeCarefully(bytes) : { text, badByte: null };
}

/** The same of a file that is null where it is over `limit` bytes and was not read: a text of that kind, without content. */
export function decodeWithin(limit: number, bytes: Buffer | null): Decoded {
  return bytes === null ? { text: " ".repeat(limit + 1), badByte: null } : decodeBytes(bytes);
}

function decodeCarefully(bytes: Buffer): Decoded {
  const utf16 = UTF16_NAMES[bytes.toString("hex", 0, 2)];
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), badByte: 0 };
  return { text: bytes.toString("utf8"), badByte: firstBadByte(bytes) };
}

/** The offset of the first character that is not UTF-8, in characters of the decoded text; null where all are valid. */
function firstBadByte(bytes: Buffer): number | null {
  const valid = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false; // this is the question that is asked, not an error
    }
  };
  if (valid(bytes.length)) return null;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(middle)) good = middle;
    else bad = middle;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true }).length;
}

export type FileKind = "file" | "directory" | "missing" | "other";

/**
 * What lies at a path, links followed. A path that runs through a file or a circle of links leads nowhere, and so does
 * one that no file can have.
 */
export function kindOf(file: string): FileKind {
  const stat = statOf(file);
  if (stat === undefined) return "missing";
  return stat.isFile() ? "file" : stat.isDirectory() ? "directory" : "other";
}

/** The last is what Node says of a name with a null byte. */
const NOWHERE: ReadonlySet<string> = new Set(["ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (NOWHERE.has((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** Whether two paths lead to one file that is there, links followed. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Whether `file` lies in `folder` (or is it), by their text; links are not followed. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === "" || (!relative.startsWith(`..${path.sep}`) && relative !== ".." && !path.isAbsolute(relative));
}

/** Whether `file` exists and, with all links followed, still lies in `folder`. */
export function staysInside(folder: string, file: string): boolean {
  try {
    return isInside(fs.realpathSync(folder), fs.realpathSync(file));
  } catch {
    return false; // a link to nothing stays nowhere
  }
}

/** `path` relative to `root`, with `/`. */
export function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

/** The nearest folder from a path upward that exists; the path itself where it is a folder. */
export function existingFolder(start: string): string {
  let folder = start;
  while (kindOf(folder) !== "directory" && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return folder;
}

/** The nearest folder from `start` upward to (and with) `stop` that holds `name`; null where there is none. */
export function findUpward(start: string, name: string, stop: string | null): string | null {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, name))) return folder;
    if (folder === stop || path.dirname(folder) === folder) return null;
  }
}

export interface WalkOptions {
  /** Decides by the path relative to the root, with `/`. */
  readonly accept: (file: string) => boolean;
  /** A folder (other than the root) with a file of this name is another workspace and is not entered. */
  readonly boundary: string;
  readonly respectGitIgnore: boolean;
}

/** Every accepted file below `root`, sorted by path. Links to folders and links that leave the root are not followed. */
export function walk(root: string, options: WalkOptions): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string, prefix: string, ignores: IgnoreStack | null): void => {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true });
    } catch {
      return; // a folder that may not be listed holds nothing that can be checked
    }
    if (prefix !== "" && entries.some((entry) => entry.name === options.boundary)) return;
    const stack = ignores?.enter(folder, entries) ?? null;
    for (const entry of entries) {
      const name = entry.name;
      if (name === ".git" || name === "node_modules") continue;
      const relative = prefix + name;
      if (entry.isDirectory()) {
        if (stack?.ignores(`${path.join(folder, name)}/`)) continue;
        visit(path.join(folder, name), `${relative}/`, stack);
      } else if (options.accept(relative)) {
        const absolute = path.join(folder, name);
        if (entry.isSymbolicLink() && !(staysInside(root, absolute) && kindOf(absolute) === "file")) continue;
        if (!entry.isSymbolicLink() && !entry.isFile()) continue;
        if (stack?.ignores(absolute)) continue;
        found.push(relative);
      }
    }
  };
  visit(root, "", options.respectGitIgnore ? ignoredBy(root) : null);
  return found.sort();
}

/** Lists folders once, so that asking for many files beside each other costs one system call. */
export class FolderCache {
  readonly #folders = new Map<string, ReadonlySet<string>>();

  has(file: string): boolean {
    return this.names(path.dirname(file)).has(path.basename(file));
  }

  /** The names in a folder; none where it does not exist. */
  names(folder: string): ReadonlySet<string> {
    let names = this.#folders.get(folder);
    if (names === undefined) {
      names = new Set(namesIn(folder));
      this.#folders.set(folder, names);
    }
    return names;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return []; // no such folder: none of its files exist
  }
}

/** Writes a file whole or not at all: a temporary file beside it, then a rename. Throws with a reason that names no file. */
export function writeWhole(file: string, text: string): void {
  try {
    write(file, text);
  } catch (error) {
    throw writeFailure(error);
  }
}

function write(file: string, text: string): void {
  const kind = kindOf(file);
  if (kind === "other") {
    fs.writeFileSync(file, text); // a pipe or a device, such as /dev/null, is written to, never replaced
    return;
  }
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
    fs.writeFileSync(temporary, text, mode === undefined ? {} : { mode });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}
