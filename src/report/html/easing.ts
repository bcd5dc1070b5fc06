/** Whether an entry of a KPI's change trail eased what was promised. */

import type { ChangeInput } from "../../definition/kpi.ts";
import type { KpiTerms } from "../../progress/terms.ts";
import { parseDay } from "../../workspace/day.ts";
import { parseTarget, type Target } from "../../workspace/target.ts";
import { type FiscalYear, parseTimeframe } from "../../workspace/timeframe.ts";

/** Null where the entry does not say enough, or its field promises nothing by itself. */
export type Easing = "eased" | "tightened" | null;

/** What an entry did, by the values that it states; direction and aggregation are those in force today. */
export function easingOf({ field, from, to }: ChangeInput, terms: KpiTerms, fiscal: FiscalYear): Easing {
  switch (field) {
    case "target":
      return ofTargets(parseTarget(from), parseTarget(to), terms.metric?.better !== "lower");
    case "timeframe":
    case "end":
      return easedByMore(lastDayOf(from, fiscal), lastDayOf(to, fiscal));
    case "tolerance":
      return easedByMore(numberOf(from), numberOf(to));
    case "compliance":
      return easedByMore(numberOf(to), numberOf(from));
    case "ambition":
      if (from === to) return null;
      return to === "aspirational" ? "eased" : "tightened";
    default:
      return null;
  }
}

function easedByMore(from: number | null, to: number | null): Easing {
  if (from === null || to === null || from === to) return null;
  return to > from ? "eased" : "tightened";
}

function ofTargets(from: Target | null, to: Target | null, upward: boolean): Easing {
  if (from === null || to === null || from.kind !== to.kind) return null;
  if (from.kind === "range" && to.kind === "range") return ofRanges(from, to);
  const [old, now] = [sizeOf(from), sizeOf(to)];
  return upward ? easedByMore(now, old) : easedByMore(old, now);
}

function sizeOf(target: Target): number | null {
  if (target.kind === "number") return target.value;
  if (target.kind === "percent") return target.percent;
  return target.kind === "by" ? target.by : null;
}

/** Eased where either bound gives way; a bound that is not there binds nothing. */
function ofRanges(from: Target & { kind: "range" }, to: Target & { kind: "range" }): Easing {
  const none = Number.NEGATIVE_INFINITY;
  const low = easedByMore(to.min ?? none, from.min ?? none);
  const high = easedByMore(from.max ?? -none, to.max ?? -none);
  return low === "eased" || high === "eased" ? "eased" : (low ?? high);
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The last day of a timeframe, a date, or of two dates with words between them (`2026-05-01 to 2026-07-31`). */
function lastDayOf(value: unknown, fiscal: FiscalYear): number | null {
  if (typeof value === "string") {
    const day = parseDay(value.slice(-10));
    if (day !== null) return day;
  }
  const read = parseTimeframe(value, fiscal);
  return read.ok ? read.timeframe.end : null;
}
