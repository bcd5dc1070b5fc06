/** `kpi blame ID`: the life of one KPI from git. */

import { lifeOf } from "../changes/blame.ts";
import { ID } from "../definition/patterns.ts";
import { ProgressBar, wantsColour } from "../host/terminal.ts";
import { progressOfKpi, type ScoredKpi } from "../progress/progress.ts";
import { blameReporters } from "../report/blame/formats.ts";
import type { BlameFormat, BlameReport } from "../report/blame/report.ts";
import { terminal } from "../report/untrusted.ts";
import { listed } from "../text/listed.ts";
import { nearestTo } from "../text/nearest.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import { type Followed, follow } from "./blame/life.ts";
import { openNewest, requireOwnFiles } from "./blame/newest.ts";
import { openPast, type Past } from "./blame/past.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { reportWrongConfig } from "./wrong-config.ts";

/** The flags of `kpi blame`. */
export interface BlameOptions extends CommonOptions {
  /** The commit up to which the life is told, without the working tree. */
  readonly ref?: string;
}

const FORMATS = Object.keys(blameReporters) as BlameFormat[];

/** Tells the life of a KPI up to HEAD and what is not committed yet, or up to another commit. */
export async function blameCommand(id: string, options: BlameOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, FORMATS, ["pretty"], host);
  const { asOf } = asOfFrom(options, host);
  // Nothing is judged by rules here, so no code of plug-ins is needed.
  const newest = await openNewest(options.ref ?? null, { ...options, plugins: false }, host);
  if ("wrong" in newest) {
    reportWrongConfig(newest, outputs, options, host);
    return EXIT.usage;
  }
  const { repository, commit, root, config, configSource, files, workspace } = newest;
  const kpi = workspace.kpis.get(id);
  if (kpi === undefined && !ID.test(id)) throw unknownId(id, workspace);
  await requireOwnFiles(id, newest);
  // A commit is read under its own config.
  const isNamed = options.config !== undefined && newest.tree !== null;
  const past = await openPast({ repository, commit, config, isNamed, configSource, root, files });
  const bars: ProgressBar[] = [];
  const followed = await follow(id, {
    past,
    tree: newest.tree,
    reading: { settings: config.settings, seriesOf: (metric) => workspace.metrics.get(metric)?.series ?? null },
    asOf,
    metric: kpi?.definition.metric ?? null,
    progress: (total) => {
      const bar = options.quiet === true ? null : new ProgressBar(host.terminal, "Reading history", total, host.now);
      if (bar !== null) bars.push(bar);
      return () => bar?.step();
    },
  });
  for (const bar of bars) bar.end();
  if (followed.steps.length === 0) throw unknownId(id, workspace);
  const { steps, now, mainline } = followed;
  const life = lifeOf({ kpi: id, steps, now, mainline, asOf });
  const report: BlameReport = {
    life,
    ref: options.ref ?? "HEAD",
    commit,
    asOf: formatDay(asOf),
    scored: scoredIn(workspace, id, asOf),
    retired: kpi?.definition.retired?.reason ?? null,
    historyEnds: [...past.edges].filter((edge) => past.places.has(edge)),
  };
  deliver(
    outputs,
    ({ format, file }) =>
      blameReporters[format](report, {
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        ascii: file === null && host.env.TERM === "dumb",
      }),
    host,
  );
  if (options.quiet !== true) for (const note of notes(followed, report, past)) host.terminal.note(`kpi: ${note}\n`);
  return EXIT.clean;
}

function scoredIn(workspace: Workspace, id: string, asOf: Day): ScoredKpi | null {
  const kpi = workspace.kpis.get(id);
  if (kpi?.state !== "active") return null;
  const metric = workspace.metrics.get(kpi.definition.metric ?? "") ?? null;
  return { kpi, metric, progress: progressOfKpi(workspace, kpi, asOf) };
}

/** No version of any commit has such a KPI. */
function unknownId(id: string, { kpis, metrics, goals, links }: Workspace): UsageError {
  const kind = metrics.has(id) ? "metric" : goals.has(id) ? "goal" : null;
  if (kind !== null) {
    const users = (kind === "metric" ? links.kpisOfMetric : links.kpisOfGoal).get(id) ?? [];
    const advice =
      users.length === 0 ? "no KPI belongs to it" : `name one of its KPIs: ${listed(users.map((kpi) => kpi.id))}`;
    return new UsageError(`"${id}" is a ${kind}, and only KPIs have a life to tell; ${advice}.`);
  }
  const nearest = nearestTo(id, kpis.keys());
  const advice = nearest === null ? "`kpi progress` lists those that there are." : `did you mean ${nearest}?`;
  return new UsageError(`There is no KPI "${terminal(id)}" in any commit; ${advice}`);
}

/** What the reader should know of what is missing. */
function notes(
  { isUnread, tooLarge }: Followed,
  { historyEnds, life }: BlameReport,
  { commits }: Past,
): readonly string[] {
  const found: string[] = [];
  if (historyEnds.length > 0) {
    const [edge = ""] = historyEnds;
    const day = commits.find(({ id }) => id === edge)?.date ?? "";
    found.push(
      `The history ends at ${edge.slice(0, 8)} (${day}), because this clone is shallow; fetch the rest with: git fetch --unshallow`,
    );
  }
  if (isUnread)
    found.push(`A file cannot be read whole; ${life.kpi} is taken to be as it was committed. kpi check says more.`);
  for (const file of tooLarge) found.push(`${terminal(file)} is over 10 MB in some commit and was not read there.`);
  return found;
}
