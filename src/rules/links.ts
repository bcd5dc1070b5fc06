/** What the three unknown-id rules share: the sentence, the nearest id and where it is defined. */

import type { EntityKind } from "../findings/finding.ts";
import { nearestTo } from "../text/nearest.ts";
import type { KeyPath } from "../text/source.ts";
import type { Entity } from "../workspace/model.ts";
import { placeOf, type RuleContext, refOf } from "./define.ts";

export const UNKNOWN_MESSAGES = {
  near: 'There is no {kind} "{id}"; did you mean "{nearest}"?',
  unknown: 'There is no {kind} "{id}"; define it under `{collection}:` or write the id of one that exists.',
  none: 'There is no {kind} "{id}", and no {kind} is defined at all; add it under `{collection}:`.',
} as const;

const NAMES = { goal: "goal", metric: "metric", kpi: "KPI" } as const;

/** Reports `id`, written at `path` of `entity`, when there is no such goal, metric or KPI. */
export function reportUnknown(
  context: RuleContext,
  entity: Entity,
  kind: EntityKind,
  id: string | undefined,
  path: KeyPath,
): void {
  if (id === undefined) return;
  const known: ReadonlyMap<string, Entity> =
    kind === "goal" ? context.workspace.goals : kind === "metric" ? context.workspace.metrics : context.workspace.kpis;
  if (known.has(id)) return;
  const nearest = nearestTo(id, known.keys());
  const target = nearest === null ? undefined : known.get(nearest);
  context.report({
    message: nearest !== null ? "near" : known.size === 0 ? "none" : "unknown",
    data: { kind: NAMES[kind], id, nearest: nearest ?? "", collection: `${kind}s` },
    place: placeOf(entity, { path }),
    entity: refOf(entity),
    suggestions: nearest === null ? [] : [{ title: `Write ${nearest}`, replace: nearest }],
    related: target === undefined ? [] : [{ place: placeOf(target), message: `${nearest} is defined here` }],
  });
}
