/** One id, every entity that has it. */

import type { Entity } from "../../workspace/model.ts";
import { explainGoal } from "./goal.ts";
import { explainKpi } from "./kpi.ts";
import { explainMetric } from "./metric.ts";
import type { ExplainInput, Explanation } from "./model.ts";

/** Goal, KPI and metric of an id, in this order; empty where there is none. */
export function explainId(id: string, input: ExplainInput): readonly Explanation[] {
  const { goals, kpis, metrics } = input.workspace;
  const entities: readonly (Entity | undefined)[] = [goals.get(id), kpis.get(id), metrics.get(id)];
  return entities.flatMap((entity) => (entity === undefined ? [] : [explain(entity, input)]));
}

/** Everything about a goal, metric or KPI. */
export function explain(entity: Entity, input: ExplainInput): Explanation {
  switch (entity.kind) {
    case "goal":
      return explainGoal(entity, input);
    case "metric":
      return explainMetric(entity, input);
    case "kpi":
      return explainKpi(entity, input);
  }
}
