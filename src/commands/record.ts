/** `kpi record METRIC VALUE`: one more row for a metric, in its data file or among its inline values. */

import { usersOf } from "../changes/users.ts";
import { wantsColour } from "../host/terminal.ts";
import { progressOfKpi } from "../progress/progress.ts";
import { terminal } from "../report/untrusted.ts";
import type { Metric, Workspace } from "../workspace/model.ts";
import { diffFor } from "./diff/text.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, nothingToRead, openProject, prefixOf } from "./open.ts";
import { deliver, type Output, outputsFrom } from "./outputs.ts";
import { askedDate, dateOf, proposedDate, type RowDate, type Today } from "./record/date.ts";
import { type Done, RecordJob } from "./record/job.ts";
import {
  jsonRecord,
  type MovedKpi,
  prettyRecord,
  type Recorded,
  type RecordFormat,
  sentence,
} from "./record/report.ts";
import type { NewRow } from "./record/row.ts";
import { noteOf, requireInBounds, valueTyped } from "./record/value.ts";
import { requireGoodConfig } from "./require-config.ts";

export interface RecordOptions extends CommonOptions {
  readonly date?: string;
  readonly note?: string;
  /** Asks nothing. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Adds a row and says how the KPIs of the metric stand with it; refuses what would not read back. */
export async function recordCommand(id: string, typed: string, options: RecordOptions, host: Host): Promise<number> {
  const outputs = recordOutputs(options, host);
  const today = todayFrom(options, host);
  const note = noteOf(options.note);
  const given = options.date === undefined ? null : dateOf(options.date, today);
  const project = await openProject([], options, host);
  requireGoodConfig(project);
  if (project.files.length === 0) throw nothingToRead([], project, host);
  const job = new RecordJob(project, options, host);
  const { metric, opened } = await job.open(id);
  const value = valueTyped(typed, metric, note);
  requireInBounds(value, metric);
  const mayAsk = host.isInteractive && options.yes !== true && outputs.every(isForPeople);
  const date = given ?? (await chosenDate(metric, opened.workspace, today, mayAsk, host));
  if (date === null) {
    host.terminal.note("Nothing was recorded.\n");
    return EXIT.interrupted;
  }
  const row: NewRow = { date, value, note };
  const done = options.dryRun === true ? await job.compose(row) : await job.write(row);
  const recorded = recordedFrom(done, row, today, prefixOf(project, host));
  if (options.quiet !== true) noteSimilar(done, recorded, prefixOf(project, host), host);
  if (options.dryRun === true) await showDiff(done, recorded, options, host);
  deliver(outputs, (output) => render(recorded, output, options, host), host);
  return EXIT.clean;
}

/** A mistyped path would part the rows of a metric in two files. */
function noteSimilar({ target, metric }: Done, { shownFile }: Recorded, prefix: string, host: Host): void {
  if (target.similar === null) return;
  const [file, similar, definition] = [shownFile, prefix + target.similar, prefix + metric.origin.file].map(terminal);
  host.terminal.note(
    `kpi: ${file} is new; if ${similar} holds the values of ${terminal(metric.id)}, name it as data: in ${definition}.\n`,
  );
}

function recordOutputs(options: RecordOptions, host: Host): readonly Output<RecordFormat>[] {
  if (options.dryRun !== true) return outputsFrom(options.format, ["pretty", "json"], ["pretty"], host);
  const outputs = outputsFrom<RecordFormat>(options.format, ["pretty", "json"], [], host);
  const shown = outputs.find(({ file }) => file === null);
  if (shown === undefined) return outputs;
  throw new UsageError(
    `--dry-run prints a diff on standard output; write the report to a file: --format ${shown.format}:FILE.`,
  );
}

/** A question on standard output would spoil a report for programs. */
function isForPeople({ format, file }: Output<RecordFormat>): boolean {
  return file !== null || format === "pretty";
}

function todayFrom(options: RecordOptions, host: Host): Today {
  const { asOf, asOfGiven } = asOfFrom(options, host);
  // One day more, because somewhere on earth it has begun.
  return { asOf, asOfGiven, latest: Math.max(asOf, host.today) + 1 };
}

async function chosenDate(
  metric: Metric,
  workspace: Workspace,
  today: Today,
  mayAsk: boolean,
  host: Host,
): Promise<RowDate | null> {
  if (mayAsk) return askedDate(metric, workspace, today, host.ask);
  const { date, said } = proposedDate(metric, workspace, today);
  if (said !== null) host.terminal.note(`kpi: ${said}\n`);
  return date;
}

function recordedFrom(done: Done, row: NewRow, { asOf }: Today, prefix: string): Recorded {
  const { target, before, composed, workspace, after, metric } = done;
  const kpis: MovedKpi[] = [];
  for (const kpi of usersOf(metric.id, after)) {
    const old = workspace.kpis.get(kpi.id) ?? kpi;
    kpis.push({
      kpi,
      unit: after.metrics.get(kpi.definition.metric ?? "")?.definition.unit,
      before: progressOfKpi(workspace, old, asOf),
      after: progressOfKpi(after, kpi, asOf),
    });
  }
  return {
    asOf,
    metric,
    row,
    file: target.file,
    shownFile: prefix + target.file,
    line: composed.line,
    created: before === null,
    kpis,
  };
}

function render(
  recorded: Recorded,
  { format, file }: Output<RecordFormat>,
  options: RecordOptions,
  host: Host,
): string {
  if (format === "json") return jsonRecord(recorded);
  if (options.quiet === true) return "";
  return prettyRecord(recorded, {
    colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
    ascii: file === null && host.env.TERM === "dumb",
  });
}

async function showDiff(done: Done, recorded: Recorded, options: RecordOptions, host: Host): Promise<void> {
  const { unifiedDiff } = await import("../text/unified-diff.ts");
  const named = recorded.shownFile.startsWith("../") ? recorded.file : recorded.shownFile;
  const diff = unifiedDiff([{ path: named, before: done.before ?? "", after: done.composed.text }]);
  host.terminal.out(
    await diffFor(null, recorded.created ? diff.replace(/^--- .*/, "--- /dev/null") : diff, options, host),
  );
  if (options.quiet !== true) host.terminal.note(`${sentence(recorded, "Would record")}\n`);
}
