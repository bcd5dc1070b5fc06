/** A metric in one line: its latest value, its course, who uses it. */

import { countUntil } from "../../progress/window.ts";
import type { Metric } from "../../workspace/model.ts";
import { measured } from "../progress/figures.ts";
import { sparkline } from "../svg/sparkline.ts";
import { h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { entityLink } from "./pieces.ts";

const SPARK_ROWS = 24;

/** A metric by its id; one that is not defined is said to be so. */
export function metricLine(id: string, model: ReportModel): Safe {
  const metric = model.workspace.metrics.get(id);
  if (metric === undefined) return h`<li>${id} (not defined)</li>`;
  const { spark, latest } = courseOf(metric, model);
  return h`<li>${entityLink(metric)} ${spark} <span class="fig">${latest}</span></li>`;
}

/** The latest values as a line, and the last one in words. */
export function courseOf(
  metric: Metric,
  { asOf, text }: ReportModel,
): { readonly spark: Safe; readonly latest: string } {
  const { series, definition } = metric;
  const known = series === null ? 0 : countUntil(series.days, asOf);
  if (series === null || known === 0) return { spark: raw(""), latest: "no values yet" };
  const values = series.values.slice(Math.max(0, known - SPARK_ROWS), known);
  const value = text.figures(measured(series.values[known - 1] ?? 0, definition.unit));
  return { spark: raw(sparkline(values)), latest: `${value} on ${text.day(series.days[known - 1] ?? 0)}` };
}
