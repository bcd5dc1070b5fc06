/** What a KPI is judged by: the fields of its definition and its metric's, with defaults filled in. */
import type { KpiDefinition, MetricDefinition } from "../definition/file.ts";
import type { Cadence } from "../workspace/cadence.ts";
import { type Day } from "../workspace/day.ts";
import type { Kpi, Metric } from "../workspace/model.ts";
import type { Series } from "../workspace/series.ts";
import type { Direction, Target } from "../workspace/target.ts";
import type { Timeframe } from "../workspace/timeframe.ts";
export type Aggregation = NonNullable<MetricDefinition["aggregation"]>;
export type Path = NonNullable<KpiDefinition["path"]>;
/** A metric without its rows. */
export interface MetricTerms {
    readonly id: string;
    readonly aggregation: Aggregation;
    readonly better: Direction;
    /** Multiplier of a ratio. */
    readonly scale: number;
    readonly cadence: Cadence;
    /** Between which values can lie at all; null does not bind. */
    readonly min: number | null;
    readonly max: number | null;
    /** The last day whose row counts for the limits of the behaviour chart. */
    readonly baselineUntil: Day | null;
}
/** A value on a day. */
export interface Reading {
    readonly value: number;
    readonly day: Day;
}
/** A counter-metric and the bounds it must keep; `terms` is null where no such metric is defined. */
export interface GuardrailTerms {
    readonly metric: string;
    readonly terms: MetricTerms | null;
    readonly min: number | null;
    readonly max: number | null;
}
/** A KPI without its rows; null where a part is missing or could not be read. */
export interface KpiTerms {
    readonly metric: MetricTerms | null;
    readonly timeframe: Timeframe | null;
    readonly target: Target | null;
    readonly stretch: Target | null;
    /** The baseline as stated. */
    readonly baseline: {
        readonly value: number;
        readonly day: Day | null;
    } | null;
    /** The path as stated. */
    readonly path: Path | null;
    readonly checkpoints: readonly Reading[];
    /** How far outside a range still counts as at risk, in the metric's unit. */
    readonly tolerance: number;
    /** The share of rows that must lie inside a range, 0 to 1; for aggregation `last`. */
    readonly compliance: number;
    readonly guardrails: readonly GuardrailTerms[];
}
/** The rows of a metric by its id; null where there are none. */
export type SeriesOf = (metric: string) => Series | null;
/** How the rows of a window become one number; a derived ratio is always pooled (progress.md, step 16). */
export declare function aggregationOf(definition: Partial<MetricDefinition>): Aggregation;
/** Whether each value of a metric is 1 for yes or 0 for no: rates, running totals and derived values count them. */
export declare function saysYesOrNo(definition: Partial<MetricDefinition>): boolean;
/** Whether rows add up over the window, as written or as totals: aggregation `sum` or `running`. */
export declare function accumulates(aggregation: Aggregation): boolean;
/** The terms of a metric, defaults filled in. */
export declare function metricTerms(metric: Pick<Metric, "id" | "definition">): MetricTerms;
/** The terms of a KPI, its metrics looked up by id. */
export declare function kpiTerms(kpi: Pick<Kpi, "definition" | "timeframe" | "target" | "stretch">, metrics: ReadonlyMap<string, Pick<Metric, "id" | "definition">>): KpiTerms;
