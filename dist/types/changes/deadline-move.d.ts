/** How the window of a KPI moved. */
import type { KpiPair } from "./kpi-pair.ts";
/** Both sides in words. */
export interface DeadlineMove {
    readonly way: "later" | "earlier";
    readonly message: "end" | "period";
    readonly before: string;
    readonly after: string;
}
/** How the end moved, and the length of the periods of a recurring window: one may move back, the other forward. */
export declare function deadlineMoves({ before, after }: KpiPair): readonly DeadlineMove[];
