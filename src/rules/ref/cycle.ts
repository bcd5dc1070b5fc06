import { cyclesOf, partsOf } from "../../workspace/links.ts";
import type { Entity, Workspace } from "../../workspace/model.ts";
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
    report(context, goals, "parent", (id) => one(goals.get(id)?.definition.parent));
    report(context, kpis, "contributes_to", (id) => one(kpis.get(id)?.definition.contributes_to));
    report(context, kpis, "leads", (id) => one(kpis.get(id)?.definition.leads));
    report(context, metrics, "derived", (id) => {
      const metric = metrics.get(id);
      return metric === undefined ? [] : partsOf(metric);
    });
  },
});

const one = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);

function report(
  context: RuleContext,
  entities: Workspace["goals" | "metrics" | "kpis"],
  field: string,
  next: (id: string) => readonly string[],
): void {
  for (const cycle of cyclesOf(entities.keys(), next)) {
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
