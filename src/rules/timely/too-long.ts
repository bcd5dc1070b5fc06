import { addMonths } from "../../workspace/day.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";

const LONGEST_MONTHS = 24;
const DAYS_PER_MONTH = 30.44;

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
  messages: { long: "The window has {months} months; add `checkpoints`, or split it into one KPI a year." },
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
      data: { months: Math.round((timeframe.end - timeframe.start + 1) / DAYS_PER_MONTH) },
      place: placeOf(kpi, { path: ["timeframe"] }),
      entity: refOf(kpi),
    });
  },
});
