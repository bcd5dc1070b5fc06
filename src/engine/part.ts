/** What a change of some entities can have touched: they and their neighbours are judged before all others. */

import type { Problem } from "../findings/finding.ts";
import { eachLink } from "../workspace/links.ts";
import type { Entity, Workspace } from "../workspace/model.ts";

/** A part of a workspace that is judged by itself. */
export interface Part {
  readonly entities: readonly Entity[];
  /** What reading found about them. */
  readonly problems: readonly Problem[];
}

/** `kind/id`: the identity of an entity. */
export function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

const KINDS = { kpisOfGoal: "goal", kpisOfMetric: "metric", goalsOfParent: "goal", usersOfMetric: "metric" } as const;

/** The keys of these entities, of what they refer to, and of what refers to them. */
export function touchedBy(entities: readonly Entity[], { links }: Workspace): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const entity of entities) {
    touched.add(keyOf(entity));
    eachLink(entity, (name, id) => touched.add(`${KINDS[name]}/${id}`));
    if (entity.kind === "kpi") {
      for (const id of [entity.definition.leads, entity.definition.contributes_to]) {
        if (id !== undefined) touched.add(`kpi/${id}`);
      }
      continue;
    }
    const users: readonly (readonly Entity[] | undefined)[] =
      entity.kind === "goal"
        ? [links.goalsOfParent.get(entity.id), links.kpisOfGoal.get(entity.id)]
        : [links.kpisOfMetric.get(entity.id), links.usersOfMetric.get(entity.id)];
    for (const some of users) for (const user of some ?? []) touched.add(keyOf(user));
  }
  return touched;
}

/** An entity by its key; undefined where the workspace has none. */
export function entityOf(key: string, workspace: Workspace): Entity | undefined {
  const slash = key.indexOf("/");
  const id = key.slice(slash + 1);
  const kind = key.slice(0, slash);
  return kind === "goal" ? workspace.goals.get(id) : (kind === "metric" ? workspace.metrics : workspace.kpis).get(id);
}
