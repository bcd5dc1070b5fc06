/** `html-dir`: the report as a folder of pages, such as for GitHub Pages. */

import * as path from "node:path";
import type { Opened } from "../commands/open.ts";
import { MARKER } from "../commands/report/place.ts";
import { inputFrom } from "../commands/report.ts";
import type { CheckResult } from "../engine/result.ts";
import { folderState, writeFolder } from "../host/write-folder.ts";
import { siteFiles } from "../report/html/site.ts";
import type { Day } from "../workspace/day.ts";
import { leadsOut } from "./checkout.ts";
import type { Runner } from "./runner.ts";
import { tell } from "./tell.ts";

/** Writes the pages, all or none; what fails here is a warning, never the verdict. */
export function writeSite(
  runner: Runner,
  folder: string,
  prefix: string,
  found: { readonly opened: Opened; readonly result: CheckResult; readonly asOf: Day },
): void {
  const target = path.resolve(runner.workspace, folder);
  try {
    if (leadsOut(runner.workspace, target)) throw new Error("a link in the checkout leads out of it");
    if (folderState(target, MARKER) === "foreign") throw new Error("kpi report did not write this folder");
    const files = siteFiles(inputFrom(found, prefix, "Goals and KPIs", "en"));
    // A badge is named after an id, which may hold the token too.
    const named = files.filter((file) => runner.redact(file.path) === file.path);
    const clean = named.map((file) => ({ path: file.path, text: runner.redact(file.text) }));
    const obstacle = writeFolder(target, clean, MARKER);
    if (obstacle !== null) throw new Error(`kpi report did not write ${obstacle}, which stands in its way`);
  } catch (error) {
    tell(runner, "warning", `html-dir: ${folder} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
