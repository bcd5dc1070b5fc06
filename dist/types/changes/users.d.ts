/** Which KPIs a metric bears on. */
import type { Kpi, Workspace } from "../workspace/model.ts";
/** Active KPIs that are measured by a metric, itself or through metrics that are derived from it. */
export declare function usersOf(metric: string, { links }: Pick<Workspace, "links">): readonly Kpi[];
/** Those, and the active KPIs of which a guardrail keeps the metric, or one that is derived from it, within bounds. */
export declare function judgedBy(metric: string, workspace: Pick<Workspace, "links">): readonly Kpi[];
