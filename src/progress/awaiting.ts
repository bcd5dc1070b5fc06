/** Windows that are over and still await their final value (progress.md, step 8). */

import { cadenceDays } from "../workspace/cadence.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi, Metric, Workspace } from "../workspace/model.ts";
import { type Timeframe, type Window, windowAt } from "../workspace/timeframe.ts";
import { judge } from "./judge.ts";
import { kpiTerms } from "./terms.ts";

/** A closed window of an active KPI whose status is awaiting-data. */
export interface AwaitingWindow {
  readonly kpi: Kpi;
  readonly window: Window;
}

/** The windows of the KPIs of a metric that await their final value on a day, the earliest end first. */
export function awaitingOf(metric: Metric, workspace: Workspace, asOf: Day): readonly AwaitingWindow[] {
  const patience = cadenceDays(metric.definition.cadence ?? "monthly");
  const awaiting: AwaitingWindow[] = [];
  for (const kpi of workspace.links.kpisOfMetric.get(metric.id) ?? []) {
    if (kpi.state !== "active" || kpi.timeframe === null) continue;
    const closed = closedWithin(kpi.timeframe, asOf, patience);
    if (closed.length === 0) continue;
    const terms = kpiTerms(kpi, workspace.metrics);
    for (const window of closed) {
      const { status } = judge(terms, metric.series, window, asOf, workspace.settings.status);
      if (status === "awaiting-data") awaiting.push({ kpi, window });
    }
  }
  return awaiting.sort((a, b) => a.window.end - b.window.end);
}

/** The windows that ended before a day, at most so many days ago. */
function closedWithin(timeframe: Timeframe, asOf: Day, days: number): readonly Window[] {
  if (timeframe.start >= asOf || timeframe.end < asOf - days) return [];
  const closed: Window[] = [];
  let window = windowAt(timeframe, asOf);
  for (;;) {
    if (window.end < asOf - days) return closed;
    if (window.end < asOf) closed.push(window);
    if (window.start <= timeframe.start) return closed;
    window = windowAt(timeframe, window.start - 1);
  }
}
