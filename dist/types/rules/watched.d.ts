/** Which metrics matter to an active KPI. */
import type { Metric } from "../workspace/model.ts";
import type { RuleContext } from "./define.ts";
/** Whether an active KPI measures the metric itself; drivers, guardrails and parts do not count. */
export declare function isWatched(metric: Metric, context: RuleContext): boolean;
