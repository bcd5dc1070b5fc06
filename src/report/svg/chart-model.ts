/** What a chart over time shows, before it is drawn: on paper by `time-series.ts`, on a screen by the page's script. */

import type { Day } from "../../workspace/day.ts";

/** A value on a day, in the metric's unit. */
export type DayValue = readonly [day: Day, value: number];

/** A row that chance alone hardly explains. */
export interface MarkedRow {
  /** Its number among the rows, from 0. */
  readonly row: number;
  readonly kind: "improvement" | "concern";
  /** What is special about it, in a few words. */
  readonly text: string;
}

export interface ForecastModel {
  readonly from: DayValue;
  readonly day: Day;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** A line across the whole chart, with its name. */
export interface Level {
  readonly value: number;
  readonly text: string;
}

export interface ChartModel {
  readonly title: string;
  /** Levels are joined by a line; amounts stand beside each other as columns. */
  readonly kind: "line" | "columns";
  /** Oldest first; the three run side by side. */
  readonly days: readonly Day[];
  readonly values: readonly number[];
  /** The values as they are read. */
  readonly texts: readonly string[];
  /** Whether the first of them is where a total starts, and nothing that was measured. */
  readonly startsAtOrigin: boolean;
  /** The corners of the plan; none where there is no plan or it is the target throughout. */
  readonly plan: readonly DayValue[];
  readonly target: Level | null;
  readonly stretch: Level | null;
  /** Bounds that must hold; one of them may be null. */
  readonly band: { readonly min: number | null; readonly max: number | null; readonly text: string } | null;
  /** Between which values vary by chance. */
  readonly limits: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
  readonly signals: readonly MarkedRow[];
  readonly forecast: ForecastModel | null;
  readonly window: { readonly start: Day; readonly end: Day } | null;
  /** What is shown first: history from here on; older rows come with a wider view. */
  readonly from: Day;
  readonly until: Day;
}

/** The lowest and the highest value that a chart shows between two days. */
export function extentOf(chart: ChartModel, from: Day, until: Day): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const take = (value: number | null | undefined): void => {
    if (value === null || value === undefined) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (let i = 0; i < chart.days.length; i++) {
    const day = chart.days[i] ?? 0;
    if (day >= from && day <= until) take(chart.values[i]);
  }
  for (const [day, value] of chart.plan) if (day >= from && day <= until) take(value);
  take(chart.target?.value);
  take(chart.stretch?.value);
  take(chart.band?.min);
  take(chart.band?.max);
  take(chart.limits?.lower);
  take(chart.limits?.upper);
  if (chart.forecast !== null && chart.forecast.day <= until) {
    take(chart.forecast.low);
    take(chart.forecast.high);
  }
  if (chart.kind === "columns") take(0);
  return low > high ? [0, 1] : [low, high];
}
