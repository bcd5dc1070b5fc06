/** Addresses of files, as editors name them, and paths. */

import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The absolute path of a `file:` address; null for everything else, such as an unsaved or a remote document. */
export function pathOf(uri: string): string | null {
  if (!/^file:/i.test(uri)) return null;
  try {
    const file = path.normalize(fileURLToPath(uri));
    // Editors on Windows write the letter of a drive in either case.
    return file.replace(/^[a-z]:/, (drive) => drive.toUpperCase()).replace(/(?<=[^\\/:])[\\/]+$/, "");
  } catch {
    return null; // an address that names no path on this machine
  }
}

/** The address of an absolute path. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
