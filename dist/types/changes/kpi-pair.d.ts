/** A KPI in two versions, with what each says in numbers. */
import { type Resolved } from "../progress/resolve.ts";
import { type KpiTerms } from "../progress/terms.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
/** One side of a pair. */
export interface KpiSide {
    readonly kpi: Kpi;
    /** Null where it is missing or unknown. */
    readonly metric: Metric | null;
    readonly terms: KpiTerms;
    /** Resolved on the base's data, for the window that is scored on the day of the review. */
    readonly resolved: Resolved;
    readonly unit: string | null;
}
/** A KPI that is in both versions; `id` is that of the newer one. */
export interface KpiPair {
    readonly id: string;
    readonly before: KpiSide;
    readonly after: KpiSide;
}
/** Puts a KPI of the base and one of the head side by side. */
export declare function kpiPair(before: Kpi, after: Kpi, versions: Versions, asOf: Day): KpiPair;
/** The workspaces that are compared. */
export interface Versions {
    readonly base: Workspace;
    readonly head: Workspace;
    /** Whether a file is there and says the same in both. */
    readonly isSameFile: (file: string) => boolean;
}
/** One side, of the version `own`. Both are resolved on the base's data; a metric that is new has only the head's. */
export declare function kpiSide(kpi: Kpi, own: "base" | "head", versions: Versions, asOf: Day): KpiSide;
