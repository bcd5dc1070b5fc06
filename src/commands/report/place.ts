/** Where a report goes, and what it may replace there. */

import { kindOf, readText } from "../../host/files.ts";
import { GENERATOR } from "../../report/html/page.ts";
import { UsageError } from "../errors.ts";

/** The folder of a report by default. */
export const FOLDER = "kpi-report";
/** The file of a report that is one file, by default. */
export const PAGE = "kpi-report.html";
/** A file in every folder that `kpi report` wrote. */
export const MARKER = ".kpi-report";
export const MARKER_TEXT = "This folder is written by kpi report, and replaced as a whole by the next run.\n";

/** Characters of a page in which its generator is named. */
const HEAD = 2000;

/** Throws where a file exists that is no report. */
export function refuseFile(file: string, shown: string): void {
  const kind = kindOf(file);
  if (kind === "missing" || kind === "other") return;
  if (kind === "directory") throw new UsageError(`"${shown}" is a folder; with --single-file, -o names a file.`);
  const found = readText(file);
  if (found.ok && found.text.slice(0, HEAD).includes(GENERATOR)) return;
  throw new UsageError(`"${shown}" was not written by kpi report, so it is left as it is; name another file with -o.`);
}
