/** How the sides of a change are written for people. */
import { type Timeframe } from "../workspace/timeframe.ts";
import type { KpiSide } from "./kpi-pair.ts";
/** The target as written, without its unit: `75`, `+25%`, `at most 3`; null where there is none. */
export declare function writtenTarget({ kpi }: KpiSide): string | null;
/** The target with its unit, and what a relative one comes to: `-40% (2.4 %)`. */
export declare function targetInWords(side: KpiSide): string;
/** Both targets, as a change reports them: written, in numbers, with the unit. */
export declare function targetSides(before: KpiSide, after: KpiSide): {
    field: string;
    before: string | null;
    after: string | null;
    resolvedBefore: number | null;
    resolvedAfter: number | null;
    unit: string | null;
};
/** A number in full with its unit. */
export declare function exactValue(value: number, unit: string | null): string;
/** A timeframe by its label, or `no timeframe`. */
export declare function timeframeInWords(timeframe: Timeframe | null): string;
