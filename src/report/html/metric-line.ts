/** A metric in one line: its latest value, its course, who uses it. */

import { countUntil } from "../../progress/window.ts";
import type { Metric } from "../../workspace/model.ts";
import { measured } from "../progress/figures.ts";
import { sparkline } from "../svg/sparkline.ts";
import { EMPTY, h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { entityLink } from "./pieces.ts";

const SPARK_ROWS = 24;

/** A metric by its id; one that is not defined is said to be so. */
export function metricLine(id: string, model: ReportModel): Safe {
  const metric = model.workspace.metrics.get(id);
  if (metric === undefined) return h`<li>${id} (not defined)</li>`;
  const { spark, value, on } = courseOf(metric, model);
  return h`<li>${entityLink(metric)} ${spark} <span class="fig">${value}${on}</span></li>`;
}

export interface Course {
  /** The latest values as a line. */
  readonly spark: Safe;
  /** The last one, or that there is none. */
  readonly value: string;
  /** ` on 30 Jun 2026`, to follow it; empty where there is none. */
  readonly on: string;
}

/** How a metric's values run up to the day of the report. */
export function courseOf(metric: Metric, { asOf, text }: ReportModel): Course {
  const { series, definition } = metric;
  const known = series === null ? 0 : countUntil(series.days, asOf);
  if (series === null || known === 0) return { spark: EMPTY, value: "no values yet", on: "" };
  const values = series.values.slice(Math.max(0, known - SPARK_ROWS), known);
  const value = text.figures(measured(series.values[known - 1] ?? 0, definition.unit));
  return { spark: raw(sparkline(values)), value, on: ` on ${text.day(series.days[known - 1] ?? 0)}` };
}
