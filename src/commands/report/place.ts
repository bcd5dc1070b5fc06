/** Where a report goes, and what it may replace there. */

import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf, readText, writeWhole } from "../../host/files.ts";
import { folderState, type Marker, writeFolder } from "../../host/write-folder.ts";
import { GENERATOR } from "../../report/html/page.ts";
import type { SiteFile } from "../../report/html/site.ts";
import { UsageError } from "../errors.ts";
import { notWritten } from "../write-named.ts";

/** The folder of a report by default. */
export const FOLDER = "kpi-report";
/** The file of a report that is one file, by default. */
export const PAGE = "kpi-report.html";
/** In every folder that `kpi report` wrote. */
export const MARKER: Marker = {
  name: ".kpi-report",
  head: "# Written by kpi report. Its next run replaces the files below and leaves all others as they are.",
};

/** Characters of a page in which its generator is named. */
const HEAD = 2000;

/** Throws where a folder exists that no report was written to. */
export function refuseFolder(folder: string, shown: string): void {
  if (folderState(folder, MARKER) === "foreign") throw foreign(shown, "name another folder with -o");
}

/** Throws where a file exists that is no report. */
export function refuseFile(file: string, shown: string): void {
  const kind = kindOf(file);
  if (kind === "missing" || kind === "other") return;
  if (kind === "directory") throw new UsageError(`"${shown}" is a folder; with --single-file, -o names a file.`);
  const found = readText(file);
  if (found.ok && found.text.slice(0, HEAD).includes(GENERATOR)) return;
  throw foreign(shown, "name another file with -o");
}

function foreign(shown: string, advice: string): UsageError {
  return new UsageError(`"${shown}" was not written by kpi report, so it is left as it is; ${advice}.`);
}

/** Writes a report that is a folder; throws where it cannot be written, or where another file stands in the way. */
export function writeSite(folder: string, shown: string, files: readonly SiteFile[]): void {
  const obstacle = attempt(shown, () => writeFolder(folder, files, MARKER));
  if (obstacle !== null) throw foreign(path.join(shown, obstacle), "move it away, or name another folder with -o");
}

/** Writes a report that is one file, with the folder that it lies in. */
export function writePage(file: string, shown: string, text: string): void {
  attempt(shown, () => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    writeWhole(file, text);
  });
}

function attempt<T>(shown: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw notWritten(shown, error);
  }
}
