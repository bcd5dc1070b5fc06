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

function describe({ days, texts }: ChartModel, text: Locale): string {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return `${text.many(days.length, "value")}, from ${texts[0] ?? ""} on ${text.day(first)} to ${texts.at(-1) ?? ""} on ${text.day(last)}`;
}

/** The model for the page's script; numbers that are no whole ones need no more digits than are seen. */
function dataOf(chart: ChartModel): Safe {
  return jsonScript(chart, (_, value: unknown) => (typeof value === "number" ? drawn(value) : value));
}

function drawn(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DRAWN));
}

function table({ days, texts, signals }: ChartModel, text: Locale): Safe {
  const marks = new Map(signals.map((signal) => [signal.row, signal]));
  const rows = days.map((day, i) => {
    const mark = marks.get(i);
    return h`<tr><td>${text.day(day)}</td><td class="num">${texts[i] ?? ""}</td><td>${mark === undefined ? "" : mark.kind}</td></tr>`;
  });
  const more = rows.length - MOST_ROWS;
  const shown = rows.toReversed().slice(0, MOST_ROWS);
  return h`
    <details class="values">
      <summary>${text.many(rows.length, "value")} as a table</summary>
      <table>
        <thead><tr><th scope="col">day</th><th scope="col" class="num">value</th><th scope="col">signal</th></tr></thead>
        <tbody>${shown}</tbody>
      </table>
      ${more > 0 && h`<p class="quiet">and ${text.count(more)} older</p>`}
    </details>`;
}
