/** Reads data files for the workspace: only inside the root, links resolved. */

import * as path from "node:path";
import { type FolderCache, isInside, kindOf, readText, relativeTo, staysInside } from "../host/files.ts";
import { nearestTo } from "../text/nearest.ts";
import type { DataFile, ReadData } from "../workspace/data.ts";

/** Data paths are relative to the folder of the definition file that names them. */
export function dataReader(root: string, folders: FolderCache): ReadData {
  return (from, named, optional) => {
    const base = path.dirname(path.join(root, from));
    const file = path.resolve(base, named);
    if (optional && !folders.has(file)) return null;
    return read(root, base, file, folders);
  };
}

/** The same reader with texts (by path from the root) in place of what is on disk. */
export function withTexts(read: ReadData, texts: ReadonlyMap<string, string>): ReadData {
  if (texts.size === 0) return read;
  return (from, named, optional) => {
    const file = read(from, named, optional);
    const text = file?.ok === true ? texts.get(file.path) : undefined;
    return file?.ok === true && text !== undefined ? { ok: true, path: file.path, text, badByte: null } : file;
  };
}

function read(root: string, base: string, file: string, folders: FolderCache): DataFile {
  const failed = (reason: (DataFile & { ok: false })["reason"], detail = ""): DataFile => ({
    ok: false,
    reason,
    nearest: reason === "missing" ? nearestFile(base, file, folders) : null,
    detail,
  });
  if (!isInside(root, file)) return failed("outside");
  if (kindOf(file) === "missing") return failed("missing");
  if (!staysInside(root, file)) return failed("link");
  const result = readText(file);
  if (result.ok) return { ok: true, path: relativeTo(root, file), text: result.text, badByte: result.badByte };
  if (result.reason === "too-large" || result.reason === "missing") return failed(result.reason);
  return failed(
    "unreadable",
    result.reason === "denied"
      ? "you may not read it"
      : result.reason === "directory"
        ? "it is a folder"
        : result.detail,
  );
}

/** The most similar file name in the folder that was meant, relative to the definition's folder. */
function nearestFile(base: string, file: string, folders: FolderCache): string | null {
  const folder = path.dirname(file);
  const nearest = nearestTo(path.basename(file), folders.names(folder));
  return nearest === null ? null : relativeTo(base, path.join(folder, nearest));
}
