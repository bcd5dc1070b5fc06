/** What a change of some files can have touched: those entities and their neighbours, to be judged before all others. */

import type { Problem } from "../findings/finding.ts";
import { partsOf } from "../workspace/links.ts";
import type { Entity, Goal, Kpi, Metric, Workspace } from "../workspace/model.ts";

/** A part of a workspace that is judged by itself. */
export interface Part {
  readonly entities: readonly Entity[];
  /** What reading found about them. */
  readonly problems: readonly Problem[];
}

/** Files that changed, with what they said before and say now. */
export interface Change {
  readonly files: ReadonlySet<string>;
  readonly entities: readonly Entity[];
}

/** `kind/id`: the identity of an entity. */
export function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** The keys of everything that a change touches: what it names, what that refers to, and what refers to that. */
export function touchedBy(change: Change, before: Workspace, after: Workspace): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const entity of change.entities) {
    touched.add(keyOf(entity));
    for (const key of referencesOf(entity)) touched.add(key);
    for (const workspace of [before, after]) {
      for (const user of usersOf(entity, workspace)) touched.add(keyOf(user));
    }
  }
  return touched;
}

function referencesOf(entity: Entity): readonly string[] {
  if (entity.kind === "goal") return keys("goal", [entity.definition.parent]);
  if (entity.kind === "metric") return keys("metric", partsOf(entity));
  const { goal, metric, leads, contributes_to, drivers, guardrails } = entity.definition;
  return [
    ...keys("goal", [goal]),
    ...keys("metric", [metric, ...(drivers ?? []), ...(guardrails ?? []).map((guardrail) => guardrail.metric)]),
    ...keys("kpi", [leads, contributes_to]),
  ];
}

function keys(kind: string, ids: readonly (string | null | undefined)[]): readonly string[] {
  return ids.flatMap((id) => (id == null ? [] : [`${kind}/${id}`]));
}

function usersOf({ kind, id }: Entity, { links }: Workspace): readonly Entity[] {
  if (kind === "goal") return [...(links.goalsOfParent.get(id) ?? []), ...(links.kpisOfGoal.get(id) ?? [])];
  if (kind === "metric") return [...(links.kpisOfMetric.get(id) ?? []), ...(links.usersOfMetric.get(id) ?? [])];
  return [];
}

/** An entity by its key; undefined where the workspace has none. */
export function entityOf(key: string, workspace: Workspace): Goal | Metric | Kpi | undefined {
  const [kind, id] = [key.slice(0, key.indexOf("/")), key.slice(key.indexOf("/") + 1)];
  if (kind === "goal") return workspace.goals.get(id);
  return kind === "metric" ? workspace.metrics.get(id) : workspace.kpis.get(id);
}

/** The part of a workspace that was touched. */
export function partOf(touched: ReadonlySet<string>, change: Change, workspace: Workspace): Part {
  return {
    entities: [...touched].flatMap((key) => entityOf(key, workspace) ?? []),
    problems: workspace.problems.filter((problem) => concerns(problem, touched, change)),
  };
}

/** Whether a problem is about something that was touched. */
export function concerns({ place, entity }: Problem, touched: ReadonlySet<string>, change: Change): boolean {
  return change.files.has(place.file) || (entity !== null && touched.has(keyOf(entity)));
}
