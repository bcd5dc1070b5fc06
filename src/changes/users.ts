/** Which KPIs a metric bears on. */

import type { Kpi, Workspace } from "../workspace/model.ts";

/** Active KPIs that are measured by a metric, itself or through metrics that are derived from it. */
export function usersOf(metric: string, { links }: Pick<Workspace, "links">): readonly Kpi[] {
  const metrics = new Set([metric]);
  // The set grows while it is walked through.
  for (const id of metrics) {
    for (const user of links.usersOfMetric.get(id) ?? []) if (user.kind === "metric") metrics.add(user.id);
  }
  const kpis = [...metrics].flatMap((id) => links.kpisOfMetric.get(id) ?? []);
  return kpis.filter(({ state }) => state === "active");
}
