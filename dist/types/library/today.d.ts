/** The clock, for calls that name no day. */
import type { Day } from "../workspace/day.ts";
/** Today in UTC. */
export declare function today(): Day;
