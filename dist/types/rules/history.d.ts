/** What the values before a window say about a level that is to be reached in it. */
import { type ProcessLimits } from "../progress/signal.ts";
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { Figures } from "./figures.ts";
/** A level that is to be reached once, with the rows that were known before its window. */
export interface LevelToReach {
    /** In the metric's unit. */
    readonly value: number;
    readonly window: Window;
    readonly series: Series;
    /** How many rows lie before the window. */
    readonly before: number;
    /** The last of them. */
    readonly last: {
        readonly value: number;
        readonly day: Day;
    };
    /** Whether that last value meets the target already. */
    readonly isMet: boolean;
}
/**
 * The level that a KPI is to reach; null for keep targets, totals and pooled values, recurring timeframes, targets
 * that are no change at all, and where the rows before the window are missing or could not all be read.
 */
export declare function levelToReach(figures: Figures, asOf: Day): LevelToReach | null;
/** The natural limits of the rows before the window, where chance alone reaches the level; null where it does not. */
export declare function noiseAround({ value, isMet, before, series }: LevelToReach): ProcessLimits | null;
/** Whether the target is the stated baseline itself. */
export declare function isUnchanged({ resolved }: Figures): boolean;
