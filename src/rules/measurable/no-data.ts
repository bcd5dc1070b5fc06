import { rowsIn } from "../../progress/window.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Metric } from "../../workspace/model.ts";
import { type Window, windowAt } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { figuresOf, metricOf, rowsWereLost } from "../figures.ts";

/** How many cadences after its start a window may be empty. */
const PATIENCE = 1.5;

export const rule = defineRule({
  id: "measurable/no-data",
  summary: "The window of a KPI has long begun, and no value lies in it.",
  letter: "M",
  level: "warning",
  messages: {
    open: "The window began on {start}, {age} days before {asOf}, and holds no value of {metric} ({cadence}); record one, or write `state: draft` until it is measured.",
    closed: "The window ended on {end} and holds no value of {metric}; record what was measured, or retire the KPI.",
  },
  docs: "A KPI without values is unknown, which is neither good nor bad, and stays so until somebody measures. One and a half cadences after the start at least one value should be there. Record it (`kpi record`), correct `data:`, or keep the KPI as a draft until its metric is measured.",
  bad: changed(["    values:\n      2025-12-31: 62\n      2026-03-31: 64\n      2026-06-30: 68\n", ""]),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.timeframe === null) return;
    const { asOf, workspace } = context;
    // Without a target there are no figures, but values are missed all the same.
    const figures = figuresOf(kpi, context);
    const metric = figures?.metric ?? metricOf(kpi, workspace);
    if (metric === undefined) return;
    const window = figures?.resolved.window ?? windowAt(kpi.timeframe, asOf);
    const cadence = metric.definition.cadence ?? "monthly";
    const age = asOf - window.start;
    if (age <= PATIENCE * cadenceDays(cadence) || hasRow(metric, window, asOf)) return;
    if (metric.faulty?.has("cadence") === true || rowsWereLost(metric, workspace)) return;
    context.report({
      message: asOf > window.end ? "closed" : "open",
      data: {
        start: formatDay(window.start),
        end: formatDay(window.end),
        age,
        asOf: formatDay(asOf),
        metric: metric.id,
        cadence,
      },
      place: placeOf(kpi),
      entity: refOf(kpi),
    });
  },
});

function hasRow({ series }: Metric, window: Window, asOf: Day): boolean {
  if (series === null) return false;
  const rows = rowsIn(series.days, window, asOf);
  return rows.from < rows.to;
}
