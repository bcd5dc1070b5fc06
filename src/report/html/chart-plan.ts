/** The plan as a line with corners. */

import { type Plan, planAt } from "../../progress/plan.ts";
import type { DayValue } from "../svg/chart-model.ts";

/** Pieces of a curve that is drawn with straight lines. */
const PIECES = 24;

/** From the first point to the end; none for a flat plan, which is the target, and where its start is unknown. */
export function planCorners(plan: Plan): readonly DayValue[] {
  const { path, first, end, origin, target, checkpoints } = plan;
  if (path === "flat" || origin === null || first >= end) return [];
  const corners: DayValue[] = [[first, origin]];
  if (path === "compound") {
    for (let i = 1; i < PIECES; i++) {
      const day = Math.round(first + ((end - first) * i) / PIECES);
      if (day > (corners.at(-1)?.[0] ?? first) && day < end) corners.push([day, planAt(plan, day) ?? origin]);
    }
  }
  let level = origin;
  for (const { day, value } of [...checkpoints, { day: end, value: target }]) {
    if (path === "step") corners.push([day, level]);
    corners.push([day, value]);
    level = value;
  }
  return corners;
}
