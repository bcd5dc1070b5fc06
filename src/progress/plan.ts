/** What is expected on each day of a window (progress.md, step 6). */

import type { Day } from "../workspace/day.ts";
import { finite } from "./numbers.ts";
import { type Aggregation, accumulates, type KpiTerms, type Path, type Reading } from "./terms.ts";

/** A plan in the metric's unit. */
export interface Plan {
  readonly path: Path;
  /** On and before this day the plan stands at the origin; a flat one stands at the target throughout. */
  readonly first: Day;
  readonly end: Day;
  /** Null where the starting value is unknown; then only a flat plan has values. */
  readonly origin: number | null;
  readonly target: number;
  /** Checkpoints strictly between `first` and `end`, rising; for linear and step only. */
  readonly checkpoints: readonly Reading[];
}

/** The path as stated, else step for yes or no, linear for checkpoints, levels and totals, flat for the rest. */
export function pathOf(terms: Pick<KpiTerms, "path" | "target" | "checkpoints">, aggregation: Aggregation): Path {
  if (terms.path !== null) return terms.path;
  if (terms.target?.kind === "done") return "step";
  if (terms.checkpoints.length > 0) return "linear";
  return aggregation === "last" || accumulates(aggregation) ? "linear" : "flat";
}

/** Whether a path can lead from `origin` to `target`: compound needs numbers of the same sign. */
export function pathExists(path: Path, origin: number | null, target: number): boolean {
  return path !== "compound" || origin === null || Math.sign(origin) * Math.sign(target) > 0;
}

/** The checkpoints that a plan goes through, rising by day; of two on one day the first counts. */
export function usableCheckpoints(
  checkpoints: readonly Reading[],
  path: Path,
  first: Day,
  end: Day,
): readonly Reading[] {
  if (checkpoints.length === 0 || path === "flat" || path === "compound") return [];
  const between = checkpoints.filter((point) => point.day > first && point.day < end);
  between.sort((a, b) => a.day - b.day);
  return between.filter((point, i) => point.day !== between[i - 1]?.day);
}

/** The plan on a day, in the metric's unit; null where the starting value is unknown. */
export function planAt(plan: Plan, day: Day): number | null {
  const { path, first, end, origin, target } = plan;
  if (path === "flat") return target;
  if (origin === null) return null;
  if (day <= first) return origin;
  if (day >= end) return target;
  if (path === "compound") return finite(origin * finite(target / origin) ** ((day - first) / (end - first)));
  const next = nextPoint(plan.checkpoints, day);
  const previous = plan.checkpoints[next - 1];
  const fromDay = previous === undefined ? first : previous.day;
  const fromValue = previous === undefined ? origin : previous.value;
  if (path === "step") return fromValue;
  const to = plan.checkpoints[next];
  const toDay = to === undefined ? end : to.day;
  const toValue = to === undefined ? target : to.value;
  return finite(fromValue + finite(toValue - fromValue) * ((day - fromDay) / (toDay - fromDay)));
}

/** The number of the first checkpoint after a day. */
function nextPoint(checkpoints: readonly Reading[], day: Day): number {
  let next = 0;
  while ((checkpoints[next]?.day ?? Number.POSITIVE_INFINITY) <= day) next++;
  return next;
}
