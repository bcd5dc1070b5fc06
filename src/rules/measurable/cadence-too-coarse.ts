import { rowsIn } from "../../progress/window.ts";
import { type Cadence, cadenceDays } from "../../workspace/cadence.ts";
import { calendarPeriod, type Window, windowLabel } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, figuresOf, isYesNo } from "../figures.ts";

const ENOUGH = 2;

export const rule = defineRule({
  id: "measurable/cadence-too-coarse",
  summary: "A metric is measured too seldom for the window of its KPI.",
  letter: "M",
  level: "warning",
  messages: {
    coarse:
      "A {cadence} metric has {count} in {window}, so nothing can be steered; measure more often, or choose a longer timeframe.",
    unstated:
      "The metric states no cadence, and of monthly values {count} falls into {window}; write the `cadence` it has, or choose a longer timeframe.",
    yearly: {
      text: "A yearly metric has {count} in {window}; choose a longer timeframe, or a leading KPI that moves within the year.",
      level: "info",
    },
  },
  docs: "With fewer than two values in its window a KPI is judged once, when nothing can be done any more. Measure more often, choose a longer window, or add a leading KPI that moves earlier. Targets that are kept, yes-or-no targets and recurring timeframes need no second value; for yearly metrics, which often cannot be had more frequently, this is only a hint.",
  bad: changed(
    ["    timeframe: 2026\n    baseline: 62\n", "    timeframe: 2026-Q3\n    baseline: 68\n"],
    ["31 December 2026", "30 September 2026"],
  ),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const window = figures?.resolved.window ?? null;
    if (figures === null || window === null || isAside(figures)) return;
    const { measure, metric } = figures;
    const count = expectedRows(window, measure.cadence);
    if (count >= ENOUGH) return;
    const isStated = metric.definition.cadence !== undefined;
    if (!isStated && metric.series !== null) {
      const rows = rowsIn(metric.series.days, window, context.asOf);
      if (rows.to - rows.from >= ENOUGH) return;
    }
    context.report({
      message: measure.cadence === "yearly" ? "yearly" : isStated ? "coarse" : "unstated",
      data: {
        cadence: measure.cadence,
        count: count === 0 ? "no value" : "one value",
        window: windowLabel(window),
      },
      place: placeOf(kpi, { path: ["timeframe"] }),
      entity: refOf(kpi),
    });
  },
});

function isAside(figures: Figures): boolean {
  const { resolved, terms } = figures;
  return resolved.target?.kind === "keep" || isYesNo(figures) || terms.timeframe?.recurring !== null;
}

/**
 * How many values a window will have, counted up to two: the calendar periods that end in it, or the cadences that
 * fit into it where those are more.
 */
function expectedRows(window: Window, cadence: Cadence): number {
  const fitting = Math.floor((window.end - window.start + 1) / cadenceDays(cadence));
  if (fitting >= ENOUGH || cadence === "daily" || cadence === "biweekly") return fitting;
  let ending = 0;
  let period = calendarPeriod(window.start, cadence);
  while (ending < ENOUGH && period.end <= window.end) {
    ending++;
    period = calendarPeriod(period.end + 1, cadence);
  }
  return Math.max(fitting, ending);
}
