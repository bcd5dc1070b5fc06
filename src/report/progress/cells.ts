/** One KPI as the texts of a row: what terminal and Markdown tables share. */

import type { ScoredKpi } from "../../progress/progress.ts";
import { shorten } from "../untrusted.ts";
import { isExact, measured, nowAndTarget, paceText, share } from "./figures.ts";
import { statusText } from "./words.ts";

/** Columns that a unit may take in a row; the whole of it stands in the other formats. */
const UNIT_LENGTH = 24;

export interface KpiCells {
  /** `▲ at-risk`, and ` (stale)` where it is. */
  readonly status: string;
  /** What a bar shows, as shares; null where there is none. */
  readonly bar: { readonly done: number; readonly planned: number | null } | null;
  /** For keep targets, in place of a bar: `held 10 of 11`. */
  readonly held: string;
  /** The share of the way, of the budget or of complying rows; empty where unknown. */
  readonly percent: string;
  readonly now: string;
  readonly pace: string;
  /** likely, uncertain, unlikely, or empty. */
  readonly outlook: string;
  /** `58,900 to 62,100 visits`, or empty. */
  readonly range: string;
}

/** The texts of a KPI's row, not yet made safe for where they go. */
export function cellsOf(scored: ScoredKpi, ascii = false): KpiCells {
  const { kpi, metric, progress } = scored;
  const unit = shorten(metric?.definition.unit ?? "", UNIT_LENGTH);
  const { forecast } = progress;
  const hasRange = forecast !== null && forecast.low !== null && forecast.high !== null;
  const percent = progress.attainment ?? progress.used;
  return {
    status: statusText(progress.status, ascii) + (progress.stale ? " (stale)" : ""),
    bar: barShares(scored),
    held: heldText(scored),
    percent: percent === null ? "" : share(percent),
    now: nowAndTarget(progress.current?.value ?? null, progress.target, unit, {
      exact: isExact(kpi.target),
      arrow: ascii ? "->" : "→",
    }),
    pace: progress.pace === null ? "" : paceText(progress.pace),
    outlook: forecast === null || forecast.outlook === "insufficient-data" ? "" : forecast.outlook,
    range: hasRange ? rangeOf(forecast.low, forecast.high, unit) : "",
  };
}

function rangeOf(low: number, high: number, unit: string): string {
  const top = measured(high, unit);
  const bottom = measured(low, unit);
  if (top === bottom) return top;
  const suffix = unit === "" ? "" : ` ${unit}`;
  return `${bottom.endsWith(suffix) ? bottom.slice(0, bottom.length - suffix.length) : bottom} to ${top}`;
}

function barShares({ progress }: ScoredKpi): KpiCells["bar"] {
  const { target, used, planned, attainment, expected } = progress;
  if (target === null || target.kind === "keep") return null;
  if (target.kind === "budget") {
    return used === null ? null : { done: used, planned: planned === null ? null : planned / target.value };
  }
  return attainment === null ? null : { done: attainment, planned: expected };
}

function heldText({ progress }: ScoredKpi): string {
  const { target, record, compliance, rows } = progress;
  if (target?.kind !== "keep") return "";
  if (record !== null) return record.periods === 0 ? "" : `held ${record.held} of ${record.periods}`;
  return compliance === null ? "" : `held ${Math.round(compliance * rows)} of ${rows}`;
}
