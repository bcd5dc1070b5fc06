/** Opens a workspace and checks it: for commands that show figures, with what stands in their way beside them. */

import { type CheckInput, check } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { Levels, runRules } from "../engine/run.ts";
import { count } from "../report/words.ts";
import type { Day } from "../workspace/day.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, nothingToRead, type Opened, type Project, readProject } from "./open.ts";

export interface Checked {
  readonly opened: Opened;
  readonly result: CheckResult;
  readonly asOf: Day;
}

/** What a command wants to know: everything with SMART marks, or only whether errors stand in its way. */
export type Depth = "everything" | "errors";

/** Reads the files of a project whose config is good, and runs every rule, or those that can report an error. */
export async function readChecked(
  project: Project,
  options: CommonOptions,
  host: Host,
  depth: Depth = "everything",
): Promise<Checked> {
  const { asOf, asOfGiven } = asOfFrom(options, host);
  if (project.files.length === 0) throw nothingToRead([], project, host);
  const opened = await readProject(project, options, host);
  const { workspace, config, rules, textOf, matches } = opened;
  const known = readKnown(textOf(KNOWN_FILE));
  const input: CheckInput = { workspace, config, rules, asOf, asOfGiven, textOf, matches, known };
  return { opened, result: depth === "everything" ? check(input) : check(errorsOnly(input)), asOf };
}

/** Suppressed and known errors are none, so the rest of the check runs as ever. */
function errorsOnly(input: CheckInput): CheckInput {
  const levels = new Levels(input);
  const graded = runRules({ ...input, rules: input.rules.filter((rule) => levels.mayFail(rule)) });
  return { ...input, graded: graded.filter(({ severity }) => severity === "error") };
}

/** Says on the side which files could not be read. */
export function noteUnreadable({ opened }: Checked, host: Host): void {
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
}

/** Says on the side that figures rest on definitions with errors. */
export function noteErrors({ result }: Checked, options: CommonOptions, host: Host): void {
  const { errors } = result.summary;
  if (options.quiet === true || errors === 0) return;
  host.terminal.note(`kpi: \`kpi check\` finds ${count(errors, "error")} here; figures may be missing.\n`);
}
