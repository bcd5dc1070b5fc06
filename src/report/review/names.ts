/** What versions and entities are called in reports for people. */

import type { EntityRef } from "../../findings/finding.ts";
import type { ReviewContext } from "./context.ts";
import type { ReviewView } from "./view.ts";

/** Enough of a commit's id to find it. */
const COMMIT_LENGTH = 10;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A version's name, the id of a commit cut short; not made safe. */
export function versionName(name: string): string {
  return COMMIT.test(name) ? name.slice(0, COMMIT_LENGTH) : name;
}

/** Looks up titles, not made safe: of KPIs that were judged in the review, of all others in the context. */
export function titlesOf({ effects }: ReviewView, context: ReviewContext): (entity: EntityRef) => string | null {
  const kpis = new Map(effects.map(({ id, kpi }) => [id, kpi.definition.title]));
  return (entity) => (entity.kind === "kpi" ? kpis.get(entity.id) : undefined) ?? context.titleOf?.(entity) ?? null;
}
