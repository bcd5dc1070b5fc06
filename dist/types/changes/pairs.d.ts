/** Two versions of a workspace side by side: entity by entity, id by id. */
import type { Day } from "../workspace/day.ts";
import type { Goal, Kpi, Metric } from "../workspace/model.ts";
import type { Series } from "../workspace/series.ts";
import { type KpiPair, type Versions } from "./kpi-pair.ts";
export type { KpiPair, KpiSide } from "./kpi-pair.ts";
/** A metric that is in both versions. */
export interface MetricPair {
    readonly before: Metric;
    readonly after: Metric;
    /** Active KPIs of the newer version that are measured by it, or by a metric that is derived from it. */
    readonly measured: readonly Kpi[];
    /** Those, and the ones that guard it. */
    readonly users: readonly Kpi[];
}
export interface GoalPair {
    readonly before: Goal;
    readonly after: Goal;
}
/** A KPI that is no longer active; `after` is null where it was deleted. */
export interface EndedKpi {
    readonly before: Kpi;
    readonly after: Kpi | null;
}
/** A KPI that became active, or is new; `before` is null where it is new. */
export interface StartedKpi {
    readonly before: Kpi | null;
    readonly after: Kpi;
}
/** A KPI that was not active before and is not now; one of both is null where it is new or deleted. */
export interface IdleKpi {
    readonly before: Kpi | null;
    readonly after: Kpi | null;
}
/** Files with a document that could not be read, by version. */
export interface UnreadFiles {
    readonly base: ReadonlySet<string>;
    readonly head: ReadonlySet<string>;
}
/** What differs between two versions. An entity that says the same, wherever and however it is written, is left out. */
export interface Pairs {
    /** Active in both, or retired before, and its definition or its metric's differs; renamed ones are among them. */
    readonly kpis: readonly KpiPair[];
    /** Ended and started under another id with the same metric, window and target. */
    readonly renamed: readonly KpiPair[];
    /** Ended before its time and started under another id with the same metric, and an eased target or a later end. */
    readonly relaunched: readonly KpiPair[];
    /** The older ids of those two, by the newer ones. */
    readonly oldIds: ReadonlyMap<string, string>;
    readonly ended: readonly EndedKpi[];
    readonly started: readonly StartedKpi[];
    readonly idle: readonly IdleKpi[];
    readonly metrics: readonly MetricPair[];
    readonly addedMetrics: readonly Metric[];
    readonly removedMetrics: readonly Metric[];
    readonly goals: readonly GoalPair[];
    readonly addedGoals: readonly Goal[];
    readonly removedGoals: readonly Goal[];
    /** Files of which a part could not be read: what the newer ones held is not removed, what the older ones held not new. */
    readonly unread: UnreadFiles;
}
/** Pairs everything that differs. */
export declare function pairsOf(versions: Versions, asOf: Day): Pairs;
/** Whether a KPI's last day lies before a day; one that recurs without an end has none. */
export declare function isOver(kpi: Kpi, asOf: Day): boolean;
/** Whether two series hold the same rows; notes may differ. */
export declare function sameRows(a: Series | null, b: Series | null): boolean;
