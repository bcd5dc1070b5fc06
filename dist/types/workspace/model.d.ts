/** The linked model: what every rule, the progress calculation and the change review read. */
import type { GoalDefinition, KpiDefinition, MetricDefinition } from "../definition/file.ts";
import type { EntityKind, EntityRef, Problem } from "../findings/finding.ts";
import type { Day } from "./day.ts";
import type { Series } from "./series.ts";
import type { Settings } from "./settings.ts";
import type { Target } from "./target.ts";
import type { Timeframe } from "./timeframe.ts";
/** Where an entity is written: a file and the number of the YAML document in it, from 0. */
export interface Origin {
    readonly file: string;
    readonly document: number;
}
interface EntityBase extends EntityRef {
    readonly origin: Origin;
    /** Fields that were written but left out because they have a finding of shape; null where there are none. */
    readonly faulty: ReadonlySet<string> | null;
}
/**
 * Definitions are partial: a field that was missing or had a finding of shape is absent,
 * so that everything else can still be checked.
 */
export interface Goal extends EntityBase {
    readonly kind: "goal";
    readonly definition: Partial<GoalDefinition>;
    readonly timeframe: Timeframe | null;
    /** active unless the definition says otherwise. */
    readonly state: "draft" | "active" | "done" | "dropped";
}
export interface Metric extends EntityBase {
    readonly kind: "metric";
    readonly definition: Partial<MetricDefinition>;
    /** Rows as measured, oldest first; null where no data are stated or found. */
    readonly series: Series | null;
    /** The data file that was read, relative to the root; null for inline or no values. */
    readonly dataFile: string | null;
    /** Rows that were left out because they have a finding. */
    readonly unread: number;
    /** For a derived metric: the dates that one part lacks and another has. */
    readonly missing: readonly {
        readonly metric: string;
        readonly days: readonly Day[];
    }[];
}
export interface Kpi extends EntityBase {
    readonly kind: "kpi";
    readonly definition: Partial<KpiDefinition>;
    readonly timeframe: Timeframe | null;
    readonly target: Target | null;
    readonly stretch: Target | null;
    /** active unless the definition says otherwise. */
    readonly state: "draft" | "active" | "retired";
}
export type Entity = Goal | Metric | Kpi;
/** Whether a field was not written at all; one that was written badly has its own finding. */
export declare function isAbsent<E extends Entity>(entity: E, field: keyof E["definition"] & string): boolean;
/** A second definition of an id that is already taken; the first one counts. */
export interface Duplicate {
    readonly kind: EntityKind;
    readonly id: string;
    readonly first: Origin;
    readonly second: Origin;
}
/** What a top-level `removed` map says of a deleted KPI or goal. */
export interface Removal {
    readonly id: string;
    readonly on: string;
    readonly reason: string;
    readonly origin: Origin;
}
export interface Workspace {
    readonly settings: Settings;
    /** Definition files that were read, in path order, relative to the root. */
    readonly files: readonly string[];
    readonly goals: ReadonlyMap<string, Goal>;
    readonly metrics: ReadonlyMap<string, Metric>;
    readonly kpis: ReadonlyMap<string, Kpi>;
    readonly duplicates: readonly Duplicate[];
    readonly removed: readonly Removal[];
    readonly links: Links;
    /** What reading found: syntax, shape, data rows. */
    readonly problems: readonly Problem[];
}
/** Links in the direction opposite to how they are written. Unknown ids have no entry. */
export interface Links {
    readonly kpisOfGoal: ReadonlyMap<string, readonly Kpi[]>;
    readonly kpisOfMetric: ReadonlyMap<string, readonly Kpi[]>;
    readonly goalsOfParent: ReadonlyMap<string, readonly Goal[]>;
    /** KPIs that name a metric as driver or guardrail, and metrics derived from it. */
    readonly usersOfMetric: ReadonlyMap<string, readonly (Kpi | Metric)[]>;
}
export {};
