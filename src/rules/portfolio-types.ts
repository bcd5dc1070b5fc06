/** What the rules on leading and lagging KPIs share. */

import type { Goal, Kpi } from "../workspace/model.ts";
import { placeOf, type RuleContext, refOf } from "./define.ts";

export type KpiType = "leading" | "lagging" | "input" | "output";

/** The types of a KPI, one or two; none where it states none. */
export function typesOf(kpi: Kpi): readonly KpiType[] {
  const { type } = kpi.definition;
  return type === undefined ? [] : Array.isArray(type) ? (type as readonly KpiType[]) : [type as KpiType];
}

/** Reports a goal with at least two typed active KPIs of which none has the wanted type. */
export function reportWithout(wanted: "leading" | "lagging", goal: Goal, context: RuleContext): void {
  if (goal.state !== "active") return;
  let count = 0;
  for (const kpi of context.workspace.links.kpisOfGoal.get(goal.id) ?? []) {
    const types = kpi.state === "active" ? typesOf(kpi) : [];
    if (types.includes(wanted)) return;
    if (types.length > 0) count++;
  }
  if (count < 2) return;
  context.report({ message: "none", data: { count }, place: placeOf(goal), entity: refOf(goal) });
}
