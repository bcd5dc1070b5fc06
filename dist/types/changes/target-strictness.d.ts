/** How the fields beside a target, which say how strictly it counts, changed. */
import type { KpiPair } from "./kpi-pair.ts";
export interface StrictnessMove {
    readonly field: "tolerance" | "compliance" | "ambition";
    readonly old: number | string;
    readonly now: number | string;
    /** Else it is stricter. */
    readonly eased: boolean;
}
/** What changed, defaults filled in. */
export declare function strictnessMoves({ before, after }: KpiPair): readonly StrictnessMove[];
