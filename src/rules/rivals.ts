/** Active KPIs that share a metric: what they ask of one number at the same time. */

import type { Kpi } from "../workspace/model.ts";
import type { Window } from "../workspace/timeframe.ts";
import type { RuleContext } from "./define.ts";
import { type Figures, figuresOf } from "./figures.ts";

/** A KPI with the window that is scored. */
export interface Rival {
  readonly kpi: Kpi;
  readonly figures: Figures;
  readonly window: Window;
}

/** For each metric with several active KPIs: those that have a window, in the order of the workspace. */
export function* rivalsByMetric(context: RuleContext): Generator<readonly Rival[]> {
  for (const kpis of context.workspace.links.kpisOfMetric.values()) {
    if (kpis.length < 2) continue;
    const rivals: Rival[] = [];
    for (const kpi of kpis) {
      const figures = figuresOf(kpi, context);
      const window = figures?.resolved.window ?? null;
      if (figures !== null && window !== null) rivals.push({ kpi, figures, window });
    }
    if (rivals.length > 1) yield rivals;
  }
}
