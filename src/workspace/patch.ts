/** Puts what one file says now in the place of what it said before, in a workspace that is linked already. */

import type { Problem } from "../findings/finding.ts";
import { isWithoutRows, type ReadData, readRows } from "./data.ts";
import { deriveAll } from "./derived.ts";
import { eachLink, partsOf } from "./links.ts";
import type { Entity, Metric, Workspace } from "./model.ts";
import type { FileContribution } from "./read-file.ts";

/**
 * Changes the maps of a workspace in place and gives what reading found about the file. Whoever calls it must own the
 * workspace.
 *
 * It costs as much as the file is large, not as the workspace is. In two ways the result is not the one of a new
 * `assemble`: entities may stand in another order, and of an id that stands twice another definition may count.
 */
export async function patch(
  workspace: Workspace,
  before: FileContribution | null,
  after: FileContribution | null,
  readData: ReadData,
): Promise<readonly Problem[]> {
  const metrics = workspace.metrics as Map<string, Metric>;
  for (const { kind, id, origin } of before?.entities ?? []) {
    const known = mapOf(workspace, kind);
    const entity = known.get(id);
    if (entity?.origin.file !== origin.file) continue;
    unlink(workspace, entity);
    known.delete(id);
  }
  const added = (after?.entities ?? []).filter((entity) => !mapOf(workspace, entity.kind).has(entity.id));
  for (const entity of added) mapOf(workspace, entity.kind).set(entity.id, entity);
  const problems = [...(after?.problems ?? [])];
  const wanting = added.filter((entity) => entity.kind === "metric" && isWithoutRows(entity)) as Metric[];
  await readRows(wanting, readData, metrics, problems);
  for (const { kind, id } of added) {
    const entity = mapOf(workspace, kind).get(id);
    if (entity !== undefined) link(workspace, entity);
  }
  const changed = [...(before?.entities ?? []), ...added].filter(({ kind }) => kind === "metric");
  deriveAgain(
    workspace,
    changed.map(({ id }) => id),
  );
  return problems;
}

function mapOf(workspace: Workspace, kind: Entity["kind"]): Map<string, Entity> {
  const { goals, metrics, kpis } = workspace;
  return (kind === "goal" ? goals : kind === "metric" ? metrics : kpis) as Map<string, Entity>;
}

function link({ links }: Workspace, entity: Entity): void {
  eachLink(entity, (name, id) => {
    const users = links[name] as Map<string, readonly Entity[]>;
    users.set(id, [...(users.get(id) ?? []), entity]);
  });
}

function unlink({ links }: Workspace, entity: Entity): void {
  eachLink(entity, (name, id) => {
    const users = links[name] as Map<string, readonly Entity[]>;
    const others = (users.get(id) ?? []).filter((user) => user.kind !== entity.kind || user.id !== entity.id);
    if (others.length > 0) users.set(id, others);
    else users.delete(id);
  });
}

/** Computes the rows of derived metrics anew that are made of these, directly or not. */
function deriveAgain(workspace: Workspace, ids: readonly string[]): void {
  const metrics = workspace.metrics as Map<string, Metric>;
  const derived = new Map<string, Metric>();
  const visit = (id: string): void => {
    const metric = metrics.get(id);
    if (metric?.definition.derived != null && !derived.has(id)) derived.set(id, metric);
    else if (derived.has(id)) return;
    for (const user of workspace.links.usersOfMetric.get(id) ?? []) if (user.kind === "metric") visit(user.id);
  };
  for (const id of ids) visit(id);
  if (derived.size === 0) return;
  const some = new Map<string, Metric>();
  for (const metric of derived.values()) {
    for (const part of partsOf(metric)) {
      const known = metrics.get(part);
      if (known !== undefined) some.set(part, known);
    }
  }
  // A part may be gone, and then there are no rows.
  for (const [id, metric] of derived) some.set(id, { ...metric, series: null, missing: [] });
  deriveAll(some);
  for (const [id, metric] of derived) {
    const again = some.get(id) ?? metric;
    unlink(workspace, metric);
    metrics.set(id, again);
    link(workspace, again);
  }
}
