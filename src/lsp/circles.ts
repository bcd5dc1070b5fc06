/** Links that must not lead back to where they began: what a field cannot name. */

import type { KeyPath } from "../text/source.ts";
import { partsOf } from "../workspace/links.ts";
import type { Workspace } from "../workspace/model.ts";

/** The links of a field by the id of the entity that has it. */
type Links = ReadonlyMap<string, readonly string[]>;

/**
 * The ids that would close a circle at the place of a value: of what the value belongs to, and of all that lead to it
 * by the same field. Empty for fields that may name anything.
 */
export function closingCircle(path: KeyPath, workspace: Workspace): ReadonlySet<string> {
  const [section, id, field] = path;
  const links = linksOf(`${section}.${field}`, workspace);
  const closing = new Set<string>();
  if (links === null) return closing;
  const users = new Map<string, string[]>();
  for (const [user, used] of links) {
    for (const name of used) users.set(name, [...(users.get(name) ?? []), user]);
  }
  const open = [String(id)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (closing.has(next)) continue;
    closing.add(next);
    open.push(...(users.get(next) ?? []));
  }
  return closing;
}

/** The fields that `ref/cycle` follows. */
function linksOf(field: string, { goals, metrics, kpis }: Workspace): Links | null {
  const entries = <E>(entities: ReadonlyMap<string, E>, next: (entity: E) => readonly (string | undefined)[]): Links =>
    new Map([...entities].map(([id, entity]) => [id, next(entity).filter((name) => name !== undefined)]));
  if (field === "goals.parent") return entries(goals, ({ definition }) => [definition.parent]);
  if (field === "kpis.leads") return entries(kpis, ({ definition }) => [definition.leads]);
  if (field === "kpis.contributes_to") return entries(kpis, ({ definition }) => [definition.contributes_to]);
  return field === "metrics.derived" ? entries(metrics, partsOf) : null;
}
