/** `kpi explain ID`: everything known about one goal, metric or KPI. */

import { Locator } from "../../engine/locate.ts";
import type { Finding } from "../../findings/finding.ts";
import { wantsColour } from "../../host/terminal.ts";
import { progressOf } from "../../progress/progress.ts";
import { explainId } from "../../report/explain/explain.ts";
import { jsonExplanations } from "../../report/explain/json.ts";
import type { ExplainInput } from "../../report/explain/model.ts";
import { prettyExplanations } from "../../report/explain/pretty.ts";
import { placeOf } from "../../rules/define.ts";
import type { Entity } from "../../workspace/model.ts";
import { type Checked, noteUnreadable, readChecked } from "../checked.ts";
import { EXIT, UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { type Opened, openProject, prefixOf } from "../open.ts";
import { deliver, outputsFrom } from "../outputs.ts";
import { unknownId } from "../unknown-id.ts";
import { refusesConfig } from "../wrong-config.ts";

/** Explains every entity of an id; an id may be that of a goal, a metric and a KPI at once. */
export async function explainEntityCommand(id: string, options: CommonOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, ["pretty", "json"] as const, ["pretty"], host);
  const project = await openProject([], options, host);
  if (refusesConfig(project, outputs, options, host)) return EXIT.usage;
  const checked = await readChecked(project, options, host);
  const input = inputFrom(checked, prefixOf(project, host));
  const explanations = explainId(id, input);
  if (explanations.length === 0) throw notFound(id, checked.opened);
  deliver(
    outputs,
    ({ format, file }) => {
      if (format === "json") return jsonExplanations(explanations, input);
      return prettyExplanations(explanations, {
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        ascii: file === null && host.env.TERM === "dumb",
      });
    },
    host,
  );
  noteUnreadable(checked, host);
  return checked.opened.unreadable.length > 0 ? EXIT.usage : EXIT.clean;
}

function inputFrom({ opened, result, asOf }: Checked, prefix: string): ExplainInput {
  const { workspace, textOf } = opened;
  const locator = new Locator(textOf);
  const shownFile = (file: string): string => prefix + file;
  return {
    workspace,
    progress: progressOf(workspace, asOf),
    asOf,
    findingsOf: (entity) => result.findings.filter((finding) => isAbout(finding, entity)),
    smartOf: ({ id }) => result.smart.find((card) => card.kpi === id) ?? null,
    placeOf: (entity) => `${shownFile(entity.origin.file)}:${locator.range(placeOf(entity)).start.line}`,
    shownFile,
  };
}

function isAbout({ entity }: Finding, { kind, id }: Entity): boolean {
  return entity !== null && entity.kind === kind && entity.id === id;
}

function notFound(id: string, { workspace, rules, unread }: Opened): UsageError {
  const { goals, kpis, metrics } = workspace;
  const known = [...kpis.keys(), ...goals.keys(), ...metrics.keys(), ...rules.map((rule) => rule.id)];
  const otherwise = "`kpi progress` lists the KPIs, `kpi rules` the rules.";
  return new UsageError(unknownId(id, { what: "rule, goal, metric or KPI", known, unread, otherwise }));
}
