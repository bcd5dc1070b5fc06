/** Active KPIs that share a metric: what they ask of one number at the same time. */
import type { Kpi } from "../workspace/model.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { RuleContext } from "./define.ts";
import { type Figures } from "./figures.ts";
/** A KPI with the window that is scored. */
export interface Rival {
    readonly kpi: Kpi;
    readonly figures: Figures;
    readonly window: Window;
}
/** For each metric with several active KPIs: those that have a window, in the order of the workspace. */
export declare function rivalsByMetric(context: RuleContext): Generator<readonly Rival[]>;
