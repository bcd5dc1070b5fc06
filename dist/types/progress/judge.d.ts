/** One KPI in one window: steps 1 to 8 of progress.md, with every figure in between. */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { Baseline } from "./baseline.ts";
import { type InvalidReason } from "./resolve.ts";
import { type Status, type StatusLines } from "./status.ts";
import { type ResolvedTarget } from "./target.ts";
import type { KpiTerms, Path, Reading } from "./terms.ts";
/** The figures of one window. Values are in the metric's unit, shares are numbers where 1 is the whole. */
export interface Judgement {
    readonly window: Window | null;
    readonly status: Status;
    /** Why the definition is invalid; null for every other status. */
    readonly reason: InvalidReason | null;
    readonly final: boolean;
    readonly stale: boolean;
    readonly incomplete: boolean;
    readonly target: ResolvedTarget | null;
    readonly baseline: Baseline;
    /** The aggregated value, with the day of the last row; null without rows. */
    readonly current: Reading | null;
    /** Rows inside the window, not after the day of judgement. */
    readonly rows: number;
    readonly attainment: number | null;
    /** The plan on the day of the last row. */
    readonly planned: number | null;
    readonly pace: number | null;
    /** Share of the window that has passed, 0 to 1. */
    readonly elapsed: number;
    /** Share of the window that had passed on the day of the last row, 0 to 1. */
    readonly elapsedAtLast: number | null;
    /** Share of the way that the plan expects on the day of the last row. */
    readonly expected: number | null;
    /** Used share of a budget. */
    readonly used: number | null;
    /** Share of complying rows of a keep target, 0 to 1. */
    readonly compliance: number | null;
    /** Where attainment counts from. */
    readonly origin: number | null;
    readonly noDistance: boolean;
    /** The path in force; null for keep targets and invalid definitions. */
    readonly path: Path | null;
    /** The day on which the plan stands at the origin. */
    readonly planStart: Day | null;
}
/** Judges a KPI's terms on its metric's rows in one window, as known on `asOf`. */
export declare function judge(terms: KpiTerms, series: Series | null, window: Window | null, asOf: Day, lines: StatusLines): Judgement;
