/** KPIs that a change set takes away. */

import { progressOfKpi } from "../progress/progress.ts";
import type { Status } from "../progress/status.ts";
import type { Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";

/** A KPI that is active in the base only, as it stood there. */
export interface EndedKpi {
  readonly kpi: string;
  readonly title: string | null;
  readonly status: Status;
}

/** The KPIs that are active in the base and no longer in the head, in the order of the base. */
export function endedKpis(base: Workspace, head: Workspace, asOf: Day): readonly EndedKpi[] {
  const ended = [...base.kpis.values()].filter(
    ({ id, state }) => state === "active" && head.kpis.get(id)?.state !== "active",
  );
  return ended.map((kpi) => ({
    kpi: kpi.id,
    title: kpi.definition.title ?? null,
    status: progressOfKpi(base, kpi, asOf).status,
  }));
}
