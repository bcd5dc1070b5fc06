/** Opens a workspace and checks it: for commands that show figures, with what stands in their way beside them. */

import { check } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { severityCounts } from "../report/words.ts";
import type { Day } from "../workspace/day.ts";
import { UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, noFiles, type Opened, type Project, readProject } from "./open.ts";

export interface Checked {
  readonly opened: Opened;
  readonly result: CheckResult;
  readonly asOf: Day;
}

/** Reads the files of a project whose config is good, and runs every rule. */
export async function readChecked(project: Project, options: CommonOptions, host: Host): Promise<Checked> {
  const { asOf, asOfGiven } = asOfFrom(options, host);
  if (project.files.length === 0) throw new UsageError(noFiles([], project, host));
  const opened = await readProject(project, options, host);
  const { workspace, config, rules, textOf, matches } = opened;
  const known = readKnown(textOf(KNOWN_FILE));
  return { opened, result: check({ workspace, config, rules, asOf, asOfGiven, textOf, matches, known }), asOf };
}

/** Says on the side which files could not be read. */
export function noteUnreadable({ opened }: Checked, host: Host): void {
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
}

/** Says on the side that figures rest on definitions with errors. */
export function noteErrors({ result }: Checked, options: CommonOptions, host: Host): void {
  if (options.quiet === true || result.summary.errors === 0) return;
  host.terminal.note(`kpi: \`kpi check\` finds ${severityCounts(result.summary)} here; figures may be missing.\n`);
}
