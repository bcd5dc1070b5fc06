/** A KPI's target in the words of a title, and where in a title they belong. */

import type { Kpi } from "../../workspace/model.ts";
import { formatExact } from "../../workspace/units.ts";
import { withoutDates } from "./calendar.ts";
import { targetNumbers } from "./target-numbers.ts";
import { directionOf } from "./verbs.ts";

/** Units that cannot end or break a YAML value, however it is quoted. */
const PLAIN_UNIT = /^[\p{L}%°][\p{L}\p{N} %°/.²³-]{0,30}$/u;

/** Ways to name the target after a verb, the level first: `to 60 250 visits`, `by 25%`; none for `true`. */
export function targetPhrases(kpi: Kpi, verb: string, unit: string | undefined): readonly string[] {
  const { target } = kpi;
  const numbers = targetNumbers(kpi);
  if (target === null || numbers === null) return [];
  if (target.kind === "range") return [rangePhrase(target.min, target.max, unit)].filter((phrase) => phrase !== "");
  const phrases: string[] = [];
  if (numbers.level !== null) phrases.push(`to ${withUnit(numbers.level, unit)}`);
  const direction = directionOf(verb);
  if (target.kind === "percent" && target.percent * direction >= 0) {
    phrases.push(`by ${plainNumber(Math.abs(target.percent))}%`);
  }
  if (target.kind === "by" && target.by * direction >= 0) phrases.push(`by ${withUnit(Math.abs(target.by), unit)}`);
  return phrases;
}

function rangePhrase(min: number | null, max: number | null, unit: string | undefined): string {
  if (min !== null && max !== null) return `to between ${plainNumber(min)} and ${withUnit(max, unit)}`;
  if (min !== null) return `to at least ${withUnit(min, unit)}`;
  return max === null ? "" : `to at most ${withUnit(max, unit)}`;
}

function withUnit(value: number, unit: string | undefined): string {
  const number = plainNumber(value);
  if (unit === "%") return `${number}%`;
  return unit === undefined || !PLAIN_UNIT.test(unit) ? number : `${number} ${unit}`;
}

/** Thousands parted by spaces: a comma would end the title of a KPI that is written in braces. */
function plainNumber(value: number): string {
  return formatExact(value).replaceAll(",", " ");
}

const BEFORE_DATE =
  /\s*(?:(?<![\w-])(?:by|in|until|till|before|during|over|within|for|from|on|at|the|end|of|and|to)\s*|[,;–-]\s*)*$/i;
const YEAR = /(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)/g;

/** Where words on how much belong in a title: before a date or parentheses at its end, else at its end. */
export function endOfWhat(plain: string): number {
  const end = plain.replace(/[\s.;,:!]+$/, "").length;
  const undated = withoutDates(plain.slice(0, end))
    .replace(YEAR, (year) => " ".repeat(year.length))
    .trimEnd();
  if (undated.length === end) return end;
  return undated.replace(BEFORE_DATE, "").length;
}
