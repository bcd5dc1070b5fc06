/** `kpi progress`: how every KPI and every goal stands. */

import { wantsColour } from "../host/terminal.ts";
import { progressOf } from "../progress/progress.ts";
import { STATUSES, type Status } from "../progress/status.ts";
import { progressReporters } from "../report/progress/formats.ts";
import { unreadSentence } from "../report/progress/notes.ts";
import {
  FAIL_LEVELS,
  type FailLevel,
  failsAt,
  type ProgressFormat,
  type ProgressReport,
} from "../report/progress/report.ts";
import { type Selection, selectProgress } from "../report/progress/select.ts";
import { terminal } from "../report/untrusted.ts";
import { listed } from "../text/listed.ts";
import { nearestTo } from "../text/nearest.ts";
import { noteErrors, noteUnreadable, readChecked } from "./checked.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { type Opened, openProject } from "./open.ts";
import { deliver, type Output, outputsFrom } from "./outputs.ts";
import { unknownId } from "./unknown-id.ts";
import { refusesConfig } from "./wrong-config.ts";

/** Each filter may be given several times, or once with commas. */
export interface ProgressOptions extends CommonOptions {
  readonly goal?: readonly string[];
  readonly owner?: readonly string[];
  readonly tag?: readonly string[];
  readonly status?: readonly string[];
  readonly failOn?: string;
}

const NEVER = "never";
/** What `--quiet` shows where nothing fails. */
const QUIET_LEVEL: FailLevel = "off-track";
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
  const { workspace, unread } = checked.opened;
  for (const id of ids) requireKpiOrGoal(id, checked.opened);
  for (const id of selection.goals) requireGoal(id, checked.opened);
  requireOwnersAndTags(selection, checked.opened);

  const progress = progressOf(workspace, checked.asOf);
  const report = selectProgress(progress, workspace, checked.result.smart, selection, unread);
  deliver(
    outputs,
    ({ format, file }) =>
      progressReporters[format](report, {
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        ascii: file === null && host.env.TERM === "dumb",
        quiet: options.quiet === true ? (level ?? QUIET_LEVEL) : null,
      }),
    host,
  );
  noteUnreadable(checked, host);
  noteErrors(checked, options, host);
  if (!isForPeople(outputs)) {
    const sentences = [...unreadSentence(report), ...(report.nothing === null ? [] : [report.nothing])];
    for (const sentence of sentences) host.terminal.note(`kpi: ${terminal(sentence)}\n`);
  }
  if (checked.opened.unreadable.length > 0) return EXIT.usage;
  return fails(report, level) ? EXIT.findings : EXIT.clean;
}

function entries(values: readonly string[] | undefined): readonly string[] {
  const parts = (values ?? []).flatMap((value) => value.split(","));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Null: the command never fails. */
function failLevel(given: string | undefined): FailLevel | null {
  if (given === undefined || given === NEVER) return null;
  const level = FAIL_LEVELS.find((name) => name === given);
  if (level !== undefined) return level;
  throw new UsageError(`--fail-on wants one of ${[...FAIL_LEVELS, NEVER].join(", ")}, not "${given}".`);
}

function statusNamed(given: string): Status {
  const status = STATUSES.find((name) => name === given);
  if (status !== undefined) return status;
  const nearest = nearestTo(given, STATUSES);
  const advice = nearest === null ? `write one of ${listed(STATUSES)}` : `did you mean ${nearest}?`;
  throw new UsageError(`There is no status "${given}"; ${advice}`);
}

function requireKpiOrGoal(id: string, { workspace, unread }: Opened): void {
  const { kpis, goals, metrics, links } = workspace;
  if (kpis.has(id) || goals.has(id)) return;
  if (metrics.has(id)) {
    const users = (links.kpisOfMetric.get(id) ?? []).map((kpi) => kpi.id);
    const advice = users.length === 0 ? "no KPI uses it" : `it is used by ${listed(users)}`;
    throw new UsageError(`"${id}" is a metric, and progress is that of KPIs and goals; ${advice}.`);
  }
  const known = [...kpis.keys(), ...goals.keys()];
  throw new UsageError(unknownId(id, { what: "KPI or goal", known, unread, otherwise: ALL_SHOWN }));
}

function requireGoal(id: string, { workspace: { goals }, unread }: Opened): void {
  if (goals.has(id)) return;
  throw new UsageError(unknownId(id, { what: "goal", known: goals.keys(), unread, otherwise: ALL_SHOWN }));
}

/** An owner or a tag that nothing has is probably misspelt; one that no active KPI has is not. */
function requireOwnersAndTags(
  { owners, tags }: Selection,
  { workspace: { goals, metrics, kpis }, unread }: Opened,
): void {
  if (owners.length + tags.length === 0) return;
  const entities = [...kpis.values(), ...goals.values()];
  const allOwners = new Set(entities.flatMap(({ definition }) => definition.owner ?? []));
  const allTags = new Set([...entities, ...metrics.values()].flatMap(({ definition }) => definition.tags ?? []));
  const insist = (what: string, wanted: readonly string[], known: ReadonlySet<string>): void => {
    const otherwise = `kpi progress without --${what} shows all.`;
    for (const name of wanted) {
      if (!known.has(name)) throw new UsageError(unknownId(name, { what, known, unread, otherwise }));
    }
  };
  insist("owner", owners, allOwners);
  insist("tag", tags, allTags);
}

const ALL_SHOWN = "kpi progress without ids shows all.";

function isForPeople(outputs: readonly Output<ProgressFormat>[]): boolean {
  return outputs.some(({ format, file }) => file === null && (format === "pretty" || format === "markdown"));
}

/** A file that cannot be read whole may hide KPIs that fail, so it fails like one. */
function fails({ kpis, unread }: ProgressReport, level: FailLevel | null): boolean {
  return level !== null && (unread.length > 0 || kpis.some((scored) => failsAt(scored, level)));
}
