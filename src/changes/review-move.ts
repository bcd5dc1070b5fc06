/** Whether a KPI is reviewed more or less often than before. */

import { cadenceDays } from "../workspace/cadence.ts";
import type { KpiPair } from "./kpi-pair.ts";

/** `slower` where it is reviewed less often or no longer, `faster` for the opposite; null where nothing changed. */
export function reviewMove({ before, after }: KpiPair): "slower" | "faster" | null {
  const old = daysBetween(before.kpi.definition.review?.every);
  const now = daysBetween(after.kpi.definition.review?.every);
  return old === now ? null : now > old ? "slower" : "faster";
}

function daysBetween(every: Parameters<typeof cadenceDays>[0] | undefined): number {
  return every === undefined ? Number.POSITIVE_INFINITY : cadenceDays(every);
}
