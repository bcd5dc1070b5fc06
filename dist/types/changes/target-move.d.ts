/** Which way a target moved, by the numbers that it resolves to. */
import type { KpiPair } from "./kpi-pair.ts";
/** Both are true where one bound of a range was widened and the other narrowed. */
export interface TargetMove {
    readonly eased: boolean;
    readonly raised: boolean;
    /** Why it cannot be compared by number: another kind of target, or no number on one side; null where it can. */
    readonly because: "kind" | "unresolved" | null;
}
/** How the target of a KPI moved. Targets on another metric cannot be compared; that is a change of its own. */
export declare function targetMove(pair: KpiPair): TargetMove;
