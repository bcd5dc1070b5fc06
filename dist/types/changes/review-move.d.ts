/** Whether a KPI is reviewed more or less often than before. */
import type { KpiPair } from "./kpi-pair.ts";
/** `slower` where it is reviewed less often or no longer, `faster` for the opposite; null where nothing changed. */
export declare function reviewMove({ before, after }: KpiPair): "slower" | "faster" | null;
