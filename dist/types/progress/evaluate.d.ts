/** Everything that progress says of one KPI, from plain terms and rows. */
import type { Day } from "../workspace/day.ts";
import { type Forecast } from "./forecast.ts";
import { type GuardrailState } from "./guardrail.ts";
import { type Judgement } from "./judge.ts";
import { type PeriodRecord } from "./record.ts";
import { type BehaviourChart, type ChartOptions } from "./signal.ts";
import type { StatusLines } from "./status.ts";
import { type ResolvedTarget } from "./target.ts";
import type { KpiTerms, SeriesOf } from "./terms.ts";
export interface KpiInput {
    readonly terms: KpiTerms;
    /** Rows of the KPI's metric and of its guardrails' metrics, by id. */
    readonly seriesOf: SeriesOf;
    readonly asOf: Day;
    readonly lines: StatusLines;
    readonly chart?: ChartOptions;
}
/** A judgement with all that stands beside it. */
export interface KpiProgress extends Judgement {
    /** Null where there is no stretch target or it cannot be resolved. */
    readonly stretch: ResolvedTarget | null;
    /** Null where none applies. */
    readonly forecast: Forecast | null;
    /** Null below 6 rows. */
    readonly signal: BehaviourChart | null;
    readonly guardrails: readonly GuardrailState[];
    /** Null unless the timeframe recurs. */
    readonly record: PeriodRecord | null;
}
/** Progress of one KPI on a day. Never throws; every number in the result is finite. */
export declare function evaluateKpi(input: KpiInput): KpiProgress;
