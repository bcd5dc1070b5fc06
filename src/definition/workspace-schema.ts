/** The published schema with the ids of one workspace, so that editors complete ids across files. */

import type { JsonSchema, Reference } from "./json-schema.ts";
import { ID, ID_LENGTH, OWNER } from "./patterns.ts";

/** What exists in a workspace; kinds that are left out stay free. */
export interface WorkspaceIds {
  readonly goals?: readonly string[];
  readonly metrics?: readonly string[];
  readonly kpis?: readonly string[];
  readonly owners?: readonly string[];
}

/**
 * Wherever an id of a goal, metric or KPI is referred to, only the given ones are allowed.
 * Owners are offered, but a new one stays allowed. Ids that the format does not allow are left out.
 */
export function withWorkspaceIds(schema: JsonSchema, ids: WorkspaceIds): JsonSchema {
  const known: Readonly<Record<Reference, readonly string[]>> = {
    goal: validIds(ids.goals),
    metric: validIds(ids.metrics),
    kpi: validIds(ids.kpis),
    owner: unique(ids.owners).filter((owner) => OWNER.test(owner)),
  };
  return withIds(schema, known) as JsonSchema;
}

function withIds(value: unknown, known: Readonly<Record<Reference, readonly string[]>>): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, known));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) copy[key] = withIds(child, known);
  const reference = (value as JsonSchema)["x-kpi-ref"];
  const names = reference === undefined ? [] : known[reference];
  if (names.length === 0) return copy;
  if (reference === "owner") {
    copy.examples = names;
  } else {
    copy.enum = names;
    delete copy.examples;
  }
  return copy;
}

function validIds(ids: readonly string[] = []): readonly string[] {
  return unique(ids).filter((id) => id.length <= ID_LENGTH && ID.test(id));
}

function unique(names: readonly string[] = []): readonly string[] {
  return [...new Set(names)].sort();
}
