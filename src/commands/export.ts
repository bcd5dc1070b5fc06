/** `kpi export`: the workspace for spreadsheets, programs and tools for service levels. */

import * as path from "node:path";
import { csvExport } from "../export/csv.ts";
import { jsonExport } from "../export/json.ts";
import type { ExportInput } from "../export/model.ts";
import { openSloExport } from "../export/openslo.ts";
import { progressOf } from "../progress/progress.ts";
import { terminal } from "../report/untrusted.ts";
import { count } from "../report/words.ts";
import { nearestTo } from "../text/nearest.ts";
import { noteErrors, noteUnreadable, readChecked } from "./checked.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject } from "./open.ts";
import { requireGoodConfig } from "./require-config.ts";
import { refuseOwnFiles, writeNamed } from "./write-named.ts";

export interface ExportOptions extends CommonOptions {
  readonly to?: string;
  /** A file instead of standard output. */
  readonly output?: string;
}

export const EXPORT_FORMS = ["csv", "json", "openslo"] as const;
type Form = (typeof EXPORT_FORMS)[number];

/** Prints the export, or writes it to a file. What the form cannot hold is told on standard error. */
export async function exportCommand(options: ExportOptions, host: Host): Promise<number> {
  const form = formNamed(options.to);
  const project = await openProject([], options, host);
  requireGoodConfig(project);
  const checked = await readChecked(project, options, host, "errors");
  const { workspace } = checked.opened;
  const text = exported(form, { workspace, progress: progressOf(workspace, checked.asOf) }, options, host);
  if (options.output === undefined) host.terminal.out(text);
  else {
    const file = path.resolve(host.cwd, options.output);
    refuseOwnFiles([file], project, workspace);
    writeNamed(file, options.output, text);
    if (options.quiet !== true) host.terminal.note(`kpi: Wrote ${terminal(options.output)}.\n`);
  }
  noteUnreadable(checked, host);
  noteErrors(checked, options, host);
  return checked.opened.unreadable.length > 0 ? EXIT.usage : EXIT.clean;
}

function formNamed(given: string | undefined): Form {
  if (given === undefined) throw new UsageError(`Say what to export to: --to ${EXPORT_FORMS.join(", --to ")}.`);
  const form = EXPORT_FORMS.find((name) => name === given);
  if (form !== undefined) return form;
  const nearest = nearestTo(given, EXPORT_FORMS);
  const advice = nearest === null ? `write one of ${EXPORT_FORMS.join(", ")}` : `did you mean ${nearest}?`;
  throw new UsageError(`There is no export to "${terminal(given)}"; ${advice}`);
}

function exported(form: Form, input: ExportInput, options: ExportOptions, host: Host): string {
  if (form === "csv") return csvExport(input);
  if (form === "json") return jsonExport(input);
  const { text, slos, left } = openSloExport(input);
  if (options.quiet !== true) {
    for (const { id, reason } of left) host.terminal.note(`kpi: ${terminal(id)} has no form in OpenSLO: ${reason}.\n`);
    host.terminal.note(`kpi: ${count(slos, "KPI")} exported, ${left.length} left out.\n`);
  }
  return text;
}
