import { addMonths } from "../../workspace/day.ts";
import type { Window } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";

const LONGEST_MONTHS = 24;

const LONG: readonly (readonly [string, string])[] = [
  ["    timeframe: 2026\n\nmetrics", "    timeframe: { start: 2026-01-01, end: 2028-12-31 }\n\nmetrics"],
  ["    timeframe: 2026\n    baseline", "    timeframe: { start: 2026-01-01, end: 2028-12-31 }\n    baseline"],
  ["of 75 by 31 December 2026", "of 75 by 31 December 2028"],
];

export const rule = defineRule({
  id: "timely/too-long",
  summary: "The window is over 24 months long and has no checkpoints.",
  letter: "T",
  level: "info",
  messages: { long: "The window is {length} long; add `checkpoints`, or split it into one KPI a year." },
  docs: "Over three years a straight line says little: nobody knows in the first one whether the pace is right. Checkpoints say where the number should be on the way. Recurring windows are judged period by period and need none.",
  bad: changed(...LONG),
  good: changed(...LONG, [
    "    target: 75\n",
    "    target: 75\n    checkpoints:\n      - { date: 2026-12-31, value: 69 }\n      - { date: 2027-12-31, value: 72 }\n",
  ]),
  kpi: (kpi, context) => {
    const { timeframe } = kpi;
    if (kpi.state !== "active" || timeframe === null || timeframe.recurring !== null) return;
    if (timeframe.end < addMonths(timeframe.start, LONGEST_MONTHS) || (kpi.definition.checkpoints ?? []).length > 0)
      return;
    context.report({
      message: "long",
      data: { length: lengthOf(timeframe) },
      place: placeOf(kpi, { path: ["timeframe"] }),
      entity: refOf(kpi),
    });
  },
});

/** "36 months", or "over 36 months" where days are left. */
function lengthOf({ start, end }: Window): string {
  let months = LONGEST_MONTHS;
  while (addMonths(start, months + 1) <= end + 1) months++;
  return `${addMonths(start, months) === end + 1 ? "" : "over "}${months} months`;
}
