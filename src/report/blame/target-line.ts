/** The target over time, as one line of characters. */

import type { TargetLevel } from "../../changes/blame/life.ts";
import { parseDay } from "../../workspace/day.ts";

const BLOCKS = "▁▂▃▄▅▆▇█";
const ASCII = "_.-=#";
const NONE = " ";

interface Level {
  readonly from: number;
  readonly target: number | null;
}

/**
 * The targets from the first day to `until`, in `columns` characters of equal time each, from the lowest to the highest
 * target; null where it never changed.
 */
export function targetLine(
  targets: readonly TargetLevel[],
  until: string,
  columns: number,
  ascii: boolean,
): string | null {
  const levels = targets.flatMap(({ date, target }): Level[] => {
    const from = parseDay(date);
    return from === null ? [] : [{ from, target }];
  });
  const values = levels.flatMap(({ target }) => target ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const start = Math.min(...levels.map(({ from }) => from));
  const end = Math.max(parseDay(until) ?? start, ...levels.map(({ from }) => from));
  if (values.length < 2 || low === high || end === start) return null;
  const steps = ascii ? ASCII : BLOCKS;
  const drawn = Array.from({ length: columns }, (_, column) => {
    const value = targetOn(levels, start + Math.round(((end - start) * column) / (columns - 1)));
    return value === null ? NONE : steps.charAt(Math.round(((value - low) / (high - low)) * (steps.length - 1)));
  });
  return drawn.join("");
}

/** Commits may be dated earlier than those they come from; the newest of all that are not later counts. */
function targetOn(levels: readonly Level[], day: number): number | null {
  let target: number | null = null;
  for (const level of levels) if (level.from <= day) target = level.target;
  return target;
}
