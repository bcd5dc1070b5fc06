/** KPIs that go on under another id: renamed, or relaunched with an easier target. */

import type { Day } from "../../workspace/day.ts";
import type { Workspace } from "../../workspace/model.ts";
import { pairsOf } from "../pairs.ts";

/** The ids of one KPI before and after. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Every KPI of the older version that goes on under another id in the newer one, judged on a day. */
export function movesBetween(before: Workspace, after: Workspace, day: Day): readonly Move[] {
  const { renamed, relaunched } = pairsOf({ base: before, head: after, isSameFile: () => false }, day);
  return [...renamed, ...relaunched].map((pair) => ({ from: pair.before.kpi.id, to: pair.after.kpi.id }));
}
