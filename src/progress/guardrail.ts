/** Counter-metrics that must not suffer (progress.md, step 10). */

import type { Day } from "../workspace/day.ts";
import type { Window } from "../workspace/timeframe.ts";
import { currentOf } from "./aggregate.ts";
import { atMost, inside } from "./numbers.ts";
import { accumulates, type GuardrailTerms, type SeriesOf } from "./terms.ts";
import { phaseAt, rowsIn } from "./window.ts";

export interface GuardrailState {
  readonly metric: string;
  /** The metric's own aggregation over the KPI's window, in the metric's unit; null without rows. */
  readonly value: number | null;
  readonly day: Day | null;
  readonly min: number | null;
  readonly max: number | null;
  /** False is broken; null is unknown: no rows, or a total that may still reach its lower bound. */
  readonly ok: boolean | null;
}

/** A guardrail over the window of its KPI, as known on `asOf`. */
export function guardrailState(
  guardrail: GuardrailTerms,
  seriesOf: SeriesOf,
  window: Window | null,
  asOf: Day,
): GuardrailState {
  const { metric, terms, min, max } = guardrail;
  const series = seriesOf(metric);
  const current =
    series === null || terms === null || window === null
      ? null
      : currentOf(series, rowsIn(series.days, window, asOf), terms.aggregation, terms.scale);
  if (current === null || terms === null || window === null)
    return { metric, value: null, day: null, min, max, ok: null };
  const growing = accumulates(terms.aggregation) && phaseAt(window, asOf) === "open";
  return { metric, value: current.value, day: current.day, min, max, ok: isOk(current.value, min, max, growing) };
}

function isOk(value: number, min: number | null, max: number | null, growing: boolean): boolean | null {
  if (inside(value, min, max)) return true;
  return growing && (max === null || atMost(value, max)) ? null : false;
}
