/** `kpi graph`: goals, KPIs, metrics and their links as a drawing. */

import { progressOf } from "../progress/progress.ts";
import { type GraphFormat, graphReporters } from "../report/graph/formats.ts";
import { graphOf, neighbourhood } from "../report/graph/model.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, nothingToRead, openProject, readProject } from "./open.ts";
import { deliver, outputsFrom } from "./outputs.ts";
import { unknownId } from "./unknown-id.ts";
import { refusesConfig } from "./wrong-config.ts";

const FORMATS = Object.keys(graphReporters) as GraphFormat[];

/** Draws everything, or what is linked with some ids. */
export async function graphCommand(ids: readonly string[], options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, FORMATS, ["mermaid"], host);
  const project = await openProject([], options, host);
  if (refusesConfig(project, outputs, options, host)) return EXIT.usage;
  if (project.files.length === 0) throw nothingToRead([], project, host);
  const opened = await readProject(project, options, host);
  const whole = graphOf(opened.workspace, progressOf(opened.workspace, asOfFrom(options, host).asOf));
  const known = new Set(whole.nodes.map(({ id }) => id));
  for (const id of ids) {
    if (known.has(id)) continue;
    const { unread } = opened;
    const otherwise = "kpi graph without ids shows all.";
    throw new UsageError(unknownId(id, { what: "goal, metric or KPI", known, unread, otherwise }));
  }
  const graph = ids.length === 0 ? whole : neighbourhood(whole, new Set(ids));
  deliver(outputs, ({ format }) => graphReporters[format](graph), host);
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
  return opened.unreadable.length > 0 ? EXIT.usage : EXIT.clean;
}
