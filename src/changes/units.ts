/** Numbers of one unit in another: percent and shares say the same in two ways. */

import { isPercent } from "../workspace/units.ts";

/** What numbers of one unit are multiplied by to say the same in another; 1 where nothing is known. */
export function unitFactor(before: string | null, after: string | null): number {
  if (isPercent(before) && isShare(after)) return 0.01;
  return isShare(before) && isPercent(after) ? 100 : 1;
}

/**
 * An older number in the unit that a newer one is written in. Numbers may have been converted with the unit or left
 * as they were, where only its name was wrong: what is nearer to the newer number is meant.
 */
export function asInUnitOf(now: number, old: number, factor: number): number {
  const converted = old * factor;
  return Math.abs(now - converted) < Math.abs(now - old) ? converted : old;
}

function isShare(unit: string | null): boolean {
  return unit === "fraction" || unit === "share" || unit === "ratio";
}
