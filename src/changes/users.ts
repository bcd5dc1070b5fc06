/** Which KPIs a metric bears on. */

import type { Kpi, Workspace } from "../workspace/model.ts";

/** Active KPIs that are measured by a metric, itself or through metrics that are derived from it. */
export function usersOf(metric: string, { links }: Pick<Workspace, "links">): readonly Kpi[] {
  const kpis = [...withDerived(metric, links)].flatMap((id) => links.kpisOfMetric.get(id) ?? []);
  return kpis.filter(({ state }) => state === "active");
}

/** Those, and the active KPIs of which a guardrail keeps the metric, or one that is derived from it, within bounds. */
export function judgedBy(metric: string, workspace: Pick<Workspace, "links">): readonly Kpi[] {
  const kpis = new Set(usersOf(metric, workspace));
  for (const id of withDerived(metric, workspace.links)) {
    for (const user of workspace.links.usersOfMetric.get(id) ?? []) {
      const isGuarded = user.kind === "kpi" && user.definition.guardrails?.some((one) => one.metric === id) === true;
      if (isGuarded && user.state === "active") kpis.add(user);
    }
  }
  return [...kpis];
}

function withDerived(metric: string, links: Workspace["links"]): ReadonlySet<string> {
  const metrics = new Set([metric]);
  // The set grows while it is walked through.
  for (const id of metrics) {
    for (const user of links.usersOfMetric.get(id) ?? []) if (user.kind === "metric") metrics.add(user.id);
  }
  return metrics;
}
