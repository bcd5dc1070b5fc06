/** Which metrics matter to an active KPI. */

import type { Metric } from "../workspace/model.ts";
import type { RuleContext } from "./define.ts";

/** Whether an active KPI measures the metric itself; drivers, guardrails and parts do not count. */
export function isWatched(metric: Metric, context: RuleContext): boolean {
  return (context.workspace.links.kpisOfMetric.get(metric.id) ?? []).some((kpi) => kpi.state === "active");
}
