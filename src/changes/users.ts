/** Which KPIs a metric bears on. */

import type { Kpi, Workspace } from "../workspace/model.ts";

/** Active KPIs that are measured by a metric, itself or through metrics that are derived from it. */
export function usersOf(metric: string, { links }: Pick<Workspace, "links">): readonly Kpi[] {
  const users = new Set<Kpi>();
  const seen = new Set<string>();
  const left = [metric];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const kpi of links.kpisOfMetric.get(id) ?? []) if (kpi.state === "active") users.add(kpi);
    for (const user of links.usersOfMetric.get(id) ?? []) if (user.kind === "metric") left.push(user.id);
  }
  return [...users];
}
