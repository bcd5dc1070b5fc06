/** Counter-metrics that must not suffer (progress.md, step 10). */
import type { Day } from "../workspace/day.ts";
import type { Window } from "../workspace/timeframe.ts";
import { type GuardrailTerms, type SeriesOf } from "./terms.ts";
export interface GuardrailState {
    readonly metric: string;
    /** The metric's own aggregation over the KPI's window, in the metric's unit; null without rows. */
    readonly value: number | null;
    readonly day: Day | null;
    readonly min: number | null;
    readonly max: number | null;
    /** False is broken; null is unknown: no rows, or a total that may still reach its lower bound. */
    readonly ok: boolean | null;
}
/** A guardrail over the window of its KPI, as known on `asOf`. */
export declare function guardrailState(guardrail: GuardrailTerms, seriesOf: SeriesOf, window: Window | null, asOf: Day): GuardrailState;
