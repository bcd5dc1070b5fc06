/** `kpi progress`: how every KPI and every goal stands. */

import { wantsColour } from "../host/terminal.ts";
import { progressOf } from "../progress/progress.ts";
import { worse } from "../progress/rollup.ts";
import { STATUSES, type Status } from "../progress/status.ts";
import { progressReporters } from "../report/progress/formats.ts";
import { isGuardrailBroken, type ProgressFormat, type ProgressReport } from "../report/progress/report.ts";
import { type Selection, selectProgress } from "../report/progress/select.ts";
import { listed } from "../report/progress/words.ts";
import { terminal } from "../report/untrusted.ts";
import { nearestTo } from "../text/nearest.ts";
import type { Workspace } from "../workspace/model.ts";
import { noteErrors, noteUnreadable, readChecked } from "./checked.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openProject } from "./open.ts";
import { deliver, type Output, outputsFrom } from "./outputs.ts";
import { refusesConfig } from "./wrong-config.ts";

/** Each filter may be given several times, or once with commas. */
export interface ProgressOptions extends CommonOptions {
  readonly goal?: readonly string[];
  readonly owner?: readonly string[];
  readonly tag?: readonly string[];
  readonly status?: readonly string[];
  readonly failOn?: string;
}

const FAIL_LEVELS = ["off-track", "at-risk", "missed", "never"] as const;
type FailLevel = (typeof FAIL_LEVELS)[number];
const FORMATS = Object.keys(progressReporters) as ProgressFormat[];

/** Progress of the KPIs with these ids, or of the goals with these ids and all goals below them; of all by default. */
export async function progressCommand(ids: readonly string[], options: ProgressOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, FORMATS, ["pretty"], host);
  const level = failLevel(options.failOn);
  const selection: Selection = {
    ids,
    goals: entries(options.goal),
    owners: entries(options.owner),
    tags: entries(options.tag),
    statuses: entries(options.status).map(statusNamed),
  };
  const project = await openProject([], options, host);
  if (refusesConfig(project, outputs, options, host)) return EXIT.usage;
  // Only JSON shows SMART marks.
  const depth = outputs.some(({ format }) => format === "json") ? "everything" : "errors";
  const checked = await readChecked(project, options, host, depth);
  const { workspace } = checked.opened;
  for (const id of ids) requireKpiOrGoal(id, workspace);
  for (const id of selection.goals) requireGoal(id, workspace);

  const report = selectProgress(progressOf(workspace, checked.asOf), workspace, checked.result.smart, selection);
  deliver(
    outputs,
    ({ format, file }) =>
      progressReporters[format](report, {
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        ascii: file === null && host.env.TERM === "dumb",
        quiet: options.quiet === true,
      }),
    host,
  );
  noteUnreadable(checked, host);
  noteErrors(checked, options, host);
  if (report.nothing !== null && !isForPeople(outputs)) host.terminal.note(`kpi: ${terminal(report.nothing)}\n`);
  if (checked.opened.unreadable.length > 0) return EXIT.usage;
  return fails(report, level) ? EXIT.findings : EXIT.clean;
}

function entries(values: readonly string[] | undefined): readonly string[] {
  const parts = (values ?? []).flatMap((value) => value.split(","));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function failLevel(given: string | undefined): FailLevel {
  if (given === undefined) return "never";
  const level = FAIL_LEVELS.find((name) => name === given);
  if (level === undefined) throw new UsageError(`--fail-on wants one of ${FAIL_LEVELS.join(", ")}, not "${given}".`);
  return level;
}

function statusNamed(given: string): Status {
  const status = STATUSES.find((name) => name === given);
  if (status !== undefined) return status;
  const nearest = nearestTo(given, STATUSES);
  const advice = nearest === null ? `write one of ${listed(STATUSES)}` : `did you mean ${nearest}?`;
  throw new UsageError(`There is no status "${given}"; ${advice}`);
}

function requireKpiOrGoal(id: string, { kpis, goals, metrics, links }: Workspace): void {
  if (kpis.has(id) || goals.has(id)) return;
  if (metrics.has(id)) {
    const users = (links.kpisOfMetric.get(id) ?? []).map((kpi) => kpi.id);
    const advice = users.length === 0 ? "no KPI uses it" : `it is used by ${listed(users)}`;
    throw new UsageError(`"${id}" is a metric, and progress is that of KPIs and goals; ${advice}.`);
  }
  throw new UsageError(`There is no KPI or goal "${id}"; ${adviceFor(id, [...kpis.keys(), ...goals.keys()])}`);
}

function requireGoal(id: string, { goals }: Workspace): void {
  if (!goals.has(id)) throw new UsageError(`There is no goal "${id}"; ${adviceFor(id, goals.keys())}`);
}

function adviceFor(id: string, known: Iterable<string>): string {
  const nearest = nearestTo(id, known);
  return nearest === null ? "kpi progress without ids shows all." : `did you mean ${nearest}?`;
}

function isForPeople(outputs: readonly Output<ProgressFormat>[]): boolean {
  return outputs.some(({ format, file }) => file === null && (format === "pretty" || format === "markdown"));
}

/** Whether a shown KPI is at the level or worse; a broken guardrail counts as off-track. */
function fails(report: ProgressReport, level: FailLevel): boolean {
  if (level === "never") return false;
  return report.kpis.some((scored) => {
    const status = isGuardrailBroken(scored) ? worse(scored.progress.status, "off-track") : scored.progress.status;
    return worse(status, level) === status;
  });
}
