/** Which KPIs a metric bears on. */
import type { Kpi, Workspace } from "../workspace/model.ts";
/** Active KPIs that are measured by a metric, itself or through metrics that are derived from it. */
export declare function usersOf(metric: string, { links }: Pick<Workspace, "links">): readonly Kpi[];
