/** A chart with its data: still for paper and readers without JavaScript, and as JSON for the page's script. */

import { formatNumber } from "../../workspace/units.ts";
import type { ChartModel } from "../svg/chart-model.ts";
import { timeSeriesSvg } from "../svg/time-series.ts";
import type { Locale } from "./locale.ts";
import { h, jsonScript, raw, type Safe } from "./markup.ts";

/** Rows of the table below a chart. */
const MOST_ROWS = 24;
/** Digits of numbers that are only drawn. */
const DRAWN = 7;

/** The chart, and its values as a table that opens. */
export function chartFigure(chart: ChartModel, of: string, text: Locale): Safe {
  const still = timeSeriesSvg(
    chart,
    { value: (value) => text.figures(formatNumber(value)), tick: text.tick },
    `${chart.title}: ${describe(chart, text)}`,
  );
  return h`
    <figure class="chart">
      <figcaption>${chart.title} <span class="sub">${of}</span></figcaption>
      <div class="plot">${raw(still)}</div>
      ${dataOf(chart)}
      ${table(chart, text)}
    </figure>`;
}

function describe(chart: ChartModel, text: Locale): string {
  const { days, texts } = chart;
  const first = firstValue(chart);
  const at = (row: number): string => `${texts[row] ?? ""} on ${text.day(days[row] ?? 0)}`;
  return `${text.many(days.length - first, "value")}, from ${at(first)} to ${at(days.length - 1)}`;
}

/** The row of the first value that was measured. */
function firstValue({ startsAtOrigin }: ChartModel): number {
  return startsAtOrigin ? 1 : 0;
}

/** The model for the page's script; numbers that are no whole ones need no more digits than are seen. */
function dataOf(chart: ChartModel): Safe {
  return jsonScript(chart, drawn);
}

function drawn(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DRAWN));
}

function table(chart: ChartModel, text: Locale): Safe {
  const { days, texts, signals } = chart;
  const marks = new Map(signals.map((signal) => [signal.row, signal]));
  const first = firstValue(chart);
  const more = Math.max(0, days.length - first - MOST_ROWS);
  const shown: Safe[] = [];
  for (let i = days.length - 1; i >= first + more; i--) {
    shown.push(
      h`<tr><td>${text.day(days[i] ?? 0)}</td><td class="num">${texts[i] ?? ""}</td><td>${marks.get(i)?.kind}</td></tr>`,
    );
  }
  return h`
    <details class="values">
      <summary>${text.many(days.length - first, "value")} as a table</summary>
      <table>
        <thead><tr><th scope="col">day</th><th scope="col" class="num">value</th><th scope="col">signal</th></tr></thead>
        <tbody>${shown}</tbody>
      </table>
      ${more > 0 && h`<p class="quiet">and ${text.count(more)} older</p>`}
    </details>`;
}
