import { formatDay, parseDay } from "../../workspace/day.ts";
import type { Kpi } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { figuresOf } from "../figures.ts";

export const rule = defineRule({
  id: "timely/bad-range",
  summary: "The timeframe ends before it starts, or holds a day that does not exist.",
  letter: "T",
  level: "error",
  messages: {
    "bad-range": "The end lies before the start.",
    "impossible-date": "There is no such day.",
    outside: "The checkpoint {date} does not lie inside the window and before its end ({start} to {end}); move it.",
    "before-plan":
      "The checkpoint {date} does not come after {first}, the day of the baseline, from which the plan starts; move the checkpoint, or remove it.",
    order:
      "The checkpoint {date} does not come after the one before it ({before}); put them in the order of their dates.",
  },
  docs: "Both days belong to the window: `{ start: 2026-07-01, end: 2026-07-31 }` has 31 days. Checkpoints lie inside the window and before its end, with rising dates, and after the day of a baseline that lies inside the window.",
  bad: changed([
    "    timeframe: 2026\n    baseline: 62\n",
    "    timeframe: { start: 2026-12-31, end: 2026-01-01 }\n    baseline: 62\n",
  ]),
  good: changed([
    "    timeframe: 2026\n    baseline: 62\n",
    "    timeframe: { start: 2026-01-01, end: 2026-12-31 }\n    baseline: 62\n",
  ]),
  kpi: checkCheckpoints,
});

function checkCheckpoints(kpi: Kpi, context: RuleContext): void {
  const { timeframe } = kpi;
  const { checkpoints } = kpi.definition;
  if (timeframe === null || checkpoints == null) return;
  const first = figuresOf(kpi, context)?.resolved.plan?.first ?? Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, checkpoint] of checkpoints.entries()) {
    const day = parseDay(checkpoint.date);
    if (day === null) continue;
    const isInside = timeframe.start <= day && day < timeframe.end;
    const message = !isInside ? "outside" : day <= before ? "order" : day <= first ? "before-plan" : null;
    if (message !== null) {
      context.report({
        message,
        data: {
          date: formatDay(day),
          start: formatDay(timeframe.start),
          end: formatDay(timeframe.end),
          first: Number.isFinite(first) ? formatDay(first) : "",
          before: Number.isFinite(before) ? formatDay(before) : "",
        },
        place: placeOf(kpi, { path: ["checkpoints", i, "date"] }),
        entity: refOf(kpi),
      });
    }
    before = Math.max(before, day);
  }
}
