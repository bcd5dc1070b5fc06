import { cyclesOf, partsOf } from "../../workspace/links.ts";
import type { Entity, Goal, Kpi } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "ref/cycle",
  summary: "Links lead back to where they began.",
  letter: null,
  level: "error",
  messages: {
    cycle: "`{field}` leads in a circle: {cycle}; remove one of these links.",
    self: "`{field}` of {id} names {id} itself; remove it or name another one.",
  },
  docs: "Roll-ups and derived values follow `parent`, `contributes_to`, `leads` and `derived` to an end. A circle has none, so nothing along it can be computed.",
  bad: changed(['    owner: "@ceo"\n', '    owner: "@ceo"\n    parent: happy-customers\n']),
  good,
  workspace: (context) => {
    const { goals, metrics, kpis } = context.workspace;
    reportSingle(context, goals, "parent", ({ definition }) => definition.parent);
    reportSingle(context, kpis, "contributes_to", ({ definition }) => definition.contributes_to);
    reportSingle(context, kpis, "leads", ({ definition }) => definition.leads);
    const derived = [...metrics.values()].filter(({ definition }) => definition.derived !== undefined);
    report(context, metrics, new Set(derived.map(({ id }) => id)), "derived", (id) => {
      const metric = metrics.get(id);
      return metric === undefined ? [] : partsOf(metric);
    });
  },
});

/** For fields that name one entity; circles are told apart only where a plain walk has come upon one. */
function reportSingle<E extends Goal | Kpi>(
  context: RuleContext,
  entities: ReadonlyMap<string, E>,
  field: string,
  nextOf: (entity: E) => string | undefined,
): void {
  if (!hasCycle(entities, nextOf)) return;
  report(context, entities, entities.keys(), field, (id) => {
    const entity = entities.get(id);
    const next = entity === undefined ? undefined : nextOf(entity);
    return next === undefined ? [] : [next];
  });
}

function hasCycle<E>(entities: ReadonlyMap<string, E>, nextOf: (entity: E) => string | undefined): boolean {
  /** The walk on which an entity was met first. */
  const walks = new Map<E, E>();
  for (const root of entities.values()) {
    let entity: E | undefined = root;
    for (let id = nextOf(root); id !== undefined && entity !== undefined; ) {
      const walk = walks.get(entity);
      if (walk === root) return true;
      if (walk !== undefined) break;
      walks.set(entity, root);
      entity = entities.get(id);
      id = entity === undefined ? undefined : nextOf(entity);
    }
  }
  return false;
}

function report(
  context: RuleContext,
  entities: ReadonlyMap<string, Entity>,
  roots: Iterable<string>,
  field: string,
  next: (id: string) => readonly string[],
): void {
  for (const cycle of cyclesOf(roots, next)) {
    const members = cycle.map((id) => entities.get(id)).filter((entity): entity is Entity => entity !== undefined);
    const [first, ...rest] = members;
    if (first === undefined) continue;
    context.report({
      message: rest.length === 0 ? "self" : "cycle",
      data: { field, id: first.id, cycle: [...cycle, first.id].join(" → ") },
      place: placeOf(first, { path: [field] }),
      entity: refOf(first),
      related: rest.map((entity) => ({ place: placeOf(entity, { path: [field] }), message: `by way of ${entity.id}` })),
    });
  }
}
