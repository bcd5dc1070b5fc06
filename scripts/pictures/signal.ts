/** Signal or noise: values between their natural limits, and one outside. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { kpiCharts } from "../../src/report/html/charts.ts";
import { localeOf } from "../../src/report/html/locale.ts";
import { bare, measured } from "../../src/report/progress/figures.ts";
import type { ChartModel } from "../../src/report/svg/chart-model.ts";
import { timeSeriesSvg } from "../../src/report/svg/time-series.ts";
import { formatDay } from "../../src/workspace/day.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known } from "./company.ts";
import { dayText, monthText } from "./frame.ts";
import { LEFT, type Picture, placed, text } from "./ink.ts";
import { named } from "./steps.ts";

/** Where a chart of the report stands in a picture; it is 760 by 280. */
const CHART = { left: 16, top: 72, width: 688, height: 253.5 } as const;

/** The chart of the report's rows as its line, at its place. */
export function seriesAt(chart: ChartModel, label: string): string {
  const svg = timeSeriesSvg(chart, { value: formatNumber, tick: monthText }, label);
  return placed(svg, CHART.left, CHART.top, CHART.width, CHART.height);
}

/** How the charts of the report write days and figures here. */
export const LOCALE = { ...localeOf("en"), day: formatDay, tick: monthText };

/** A KPI on a sum, whose metric has one value that chance hardly explains. */
export function signalPicture(given: Calculated): Picture {
  const { progress, unit } = given;
  const chart = known(progress.signal, "limits");
  const [signal] = chart.signals;
  const day = known(signal?.days[0], "a signal");
  const amounts = known(
    kpiCharts(given, LOCALE).find(({ kind }) => kind === "columns"),
    "a chart",
  );
  const value = known(amounts.values[amounts.days.indexOf(day)], "the value of a signal");
  const range = (chart.upper - chart.mean) / 2.66;
  const figures = [
    bare(chart.mean, unit),
    bare(chart.lower, unit),
    bare(chart.upper, unit),
    measured(value, unit),
    bare(range, unit),
  ];
  const [mean, low, high, out, moved] = figures;
  const title = "Signal or noise: new clinics in each month";
  return {
    name: "signal",
    title,
    description: `${title}. The mean is ${mean}, the natural limits are ${low} and ${high}. One month, ${monthText(day)} with ${out}, lies outside and is a signal; all others vary by chance.`,
    figures,
    height: 404,
    parts: [
      text(
        LEFT,
        56,
        "Values between the limits vary by chance, unless they form a pattern. A signal asks for a cause.",
        "small muted",
      ),
      seriesAt({ ...amounts, kind: "line" }, `${chart.rows} values`),
      named("limits", 346, `mean ± 2.66 × mean moving range = ${mean} ± 2.66 × ${moved} = ${low} to ${high}`),
      named(
        "from",
        366,
        `${chart.limitRows} of ${chart.rows} values, those before the window of the KPI (dotted line)`,
      ),
      text(LEFT, 386, "signal:", "muted"),
      text(
        112,
        386,
        `▼ ${out} in ${monthText(day)}, the month that ends on ${dayText(day)}: outside a limit, a concern`,
      ),
    ],
  };
}
