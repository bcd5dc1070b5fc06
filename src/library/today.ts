/** The clock, for calls that name no day. */

import type { Day } from "../workspace/day.ts";

const MS_PER_DAY = 86_400_000;

/** Today in UTC. */
export function today(): Day {
  return Math.floor(Date.now() / MS_PER_DAY);
}
