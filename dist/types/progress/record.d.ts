/** What became of the earlier periods of a recurring timeframe (progress.md, step 9). */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import { type Window } from "../workspace/timeframe.ts";
import type { StatusLines } from "./status.ts";
import type { KpiTerms } from "./terms.ts";
export interface PeriodRecord {
    /** Earlier periods that are decided: achieved, missed, or over without any value. */
    readonly periods: number;
    /** Those in which the target was met. */
    readonly held: number;
    /** The latest period in which it was missed. */
    readonly lastMissed: Window | null;
    /** Periods held in a row up to the latest decided one; a period without values ends the row. */
    readonly streak: number;
}
/**
 * The record of all periods before the scored one; null where the timeframe does not recur.
 *
 * A period that still awaits its last value, or in which the definition was invalid, is left out;
 * one that ended without values counts, but as neither held nor missed.
 */
export declare function recordOf(terms: KpiTerms, series: Series | null, asOf: Day, lines: StatusLines): PeriodRecord | null;
