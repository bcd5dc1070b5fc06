/** What a KPI resolves to on the day of the run: computed once for all rules that ask for it. */
import { type Resolved } from "../progress/resolve.ts";
import { type TargetFault, type TargetResolution } from "../progress/target.ts";
import { type KpiTerms, type MetricTerms } from "../progress/terms.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import type { Target } from "../workspace/target.ts";
import type { RuleContext } from "./define.ts";
/** An active KPI whose metric and target can be read. */
export interface Figures {
    readonly kpi: Kpi;
    readonly metric: Metric;
    /** The metric's terms, with defaults filled in. */
    readonly measure: MetricTerms;
    readonly terms: KpiTerms;
    /** As written. */
    readonly target: Target;
    /** Of the scored window; recurring timeframes: the period that holds the day. */
    readonly resolved: Resolved;
    /** The stretch target against the same baseline; null where there is none. */
    readonly stretch: TargetResolution | null;
}
/**
 * The figures of a KPI; null for drafts and retired ones, where metric or target are missing, and where a field
 * they rest on has a finding of shape, because then a default would be judged instead of what is meant.
 */
export declare function figuresOf(kpi: Kpi, context: Pick<RuleContext, "workspace" | "asOf">): Figures | null;
/** The metric of a KPI; undefined where it names none, or one that does not exist. */
export declare function metricOf(kpi: Kpi, { metrics }: Pick<Workspace, "metrics">): Metric | undefined;
/** Whether the target, or else the stretch target, has a fault; the field it stands in, or null. */
export declare function fieldWith(fault: TargetFault, { resolved, stretch }: Figures): "target" | "stretch" | null;
/** Whether the target is done or not done: no way leads there that could be half gone. */
export declare function isYesNo({ target, metric }: Figures): boolean;
/** Whether a metric lacks rows because of something that is reported already: unreadable rows, unknown parts, a circle. */
export declare function rowsWereLost(metric: Metric, workspace: Workspace): boolean;
