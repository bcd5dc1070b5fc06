/** What is said of a goal, metric or KPI when somebody points at its id. */

import { progressOf, type WorkspaceProgress } from "../progress/progress.ts";
import { explain } from "../report/explain/explain.ts";
import type { ExplainInput, Explanation } from "../report/explain/model.ts";
import { statusText } from "../report/progress/words.ts";
import { count } from "../report/words.ts";
import type { Entity, Goal, Kpi, Workspace } from "../workspace/model.ts";
import { mentionsOf } from "./finding-mentions.ts";
import type { LiveWorkspace } from "./live-workspace.ts";
import { Lines } from "./positions.ts";
import { bold, code, inline, joined, listed, own, type Prose, paragraphs, words } from "./prose.ts";

const KINDS = { goal: "goal", metric: "metric", kpi: "KPI" } as const;

/** Facts of an explanation that are worth a glance. */
const SHOWN: Readonly<Record<Entity["kind"], ReadonlySet<string>>> = {
  goal: new Set(["state", "owner", "timeframe", "part of"]),
  metric: new Set(["unit", "better", "cadence", "derived", "latest", "source"]),
  kpi: new Set(["state", "goal", "metric", "owner", "timeframe", "target", "baseline"]),
};

/** Title, definition, current status and the main facts. */
export function entityProse(entity: Entity, workspace: LiveWorkspace, model: Workspace): Prose {
  const explanation = explain(entity, inputFor(entity, workspace, model));
  const facts = [...explanation.facts, ...explanation.sections.flatMap((section) => section.facts)];
  const shown = facts.filter(({ label, text }) => SHOWN[entity.kind].has(label) && text !== "");
  const place = facts.find(({ label }) => label === "defined in")?.text ?? "";
  return paragraphs([
    joined([bold(explanation.title), joined([code(entity.id), own(KINDS[entity.kind])], ", ")], " — "),
    statusProse(explanation),
    words(meaningOf(entity)),
    listed(shown.map(({ label, text }) => joined([own(`${label}: `), inline(text)]))),
    users(entity, model),
    place === "" ? own("") : joined([own("defined in "), code(place)]),
  ]);
}

function statusProse({ status }: Explanation): Prose {
  if (status === null) return own("");
  const word = `${statusText(status.word)}${status.stale ? " (stale)" : ""}`;
  return joined([bold(word), inline(status.text)], " · ");
}

/** The sentence that says what it is or why. */
function meaningOf(entity: Entity): string {
  return (entity.kind === "metric" ? entity.definition.definition : entity.definition.why) ?? "";
}

function users(entity: Entity, { links }: Workspace): Prose {
  if (entity.kind === "kpi") return own("");
  const kpis = (entity.kind === "goal" ? links.kpisOfGoal : links.kpisOfMetric).get(entity.id) ?? [];
  if (kpis.length === 0) return own(entity.kind === "goal" ? "No KPI measures it." : "No KPI uses it.");
  return own(`${count(kpis.length, "KPI")} ${kpis.length === 1 ? "measures" : "measure"} it.`);
}

function inputFor(entity: Entity, workspace: LiveWorkspace, model: Workspace): ExplainInput {
  const { asOf } = workspace.day;
  return {
    workspace: model,
    // Only goals are told by the progress of others.
    progress: progressBelow(entity.kind === "goal" ? [entity] : [], model, asOf),
    asOf,
    findingsOf: () => [],
    smartOf: () => null,
    placeOf: (some) => placeOf(some, workspace),
    shownFile: (file) => file,
  };
}

/** Progress of the KPIs of goals and of the goals below them: all that their roll-up rests on. */
function progressBelow(from: readonly Goal[], model: Workspace, asOf: number): WorkspaceProgress {
  const goals = new Map<string, Goal>();
  const kpis = new Map<string, Kpi>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (goals.has(at.id)) continue;
    goals.set(at.id, at);
    for (const kpi of model.links.kpisOfGoal.get(at.id) ?? []) kpis.set(kpi.id, kpi);
    for (const child of model.links.goalsOfParent.get(at.id) ?? []) open.push(child);
  }
  return progressOf({ ...model, goals, kpis }, asOf);
}

function placeOf({ kind, id, origin }: Entity, workspace: LiveWorkspace): string {
  const found = mentionsOf(workspace, origin.file).find(
    (mention) => mention.kind === kind && mention.role === "definition" && mention.id === id,
  );
  if (found === undefined) return origin.file;
  const text = workspace.currentText(origin.file) ?? "";
  return `${origin.file}:${new Lines(text, false).position(found.start).line + 1}`;
}
