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
/** Both sides of a move, as a change reports them: in words, and in numbers where they are numbers. */
export declare function strictnessSides({ field, old, now }: StrictnessMove): {
    field: "ambition" | "compliance" | "tolerance";
    before: string;
    after: string;
    resolvedBefore: number | null;
    resolvedAfter: number | null;
};
