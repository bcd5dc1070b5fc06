import { nextAfter } from "../../workspace/cadence.ts";
import { formatDay, parseDay } from "../../workspace/day.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "timely/review-overdue",
  summary: "The review of a KPI is overdue.",
  letter: "T",
  level: "warning",
  messages: {
    overdue: "The last review was on {last} and the next was due on {due}; review the KPI and write the new date.",
  },
  docs: "The next review is due one period after the last one. After it, write its date into `last`; a pull request that does only that is a check-in.",
  bad: changed(["last: 2026-07-02", "last: 2026-04-02"]),
  good,
  kpi: (kpi, context) => {
    const { review } = kpi.definition;
    if (kpi.state !== "active" || review?.last === undefined || review.every === undefined) return;
    const last = parseDay(review.last);
    if (last === null) return;
    const due = nextAfter(last, review.every);
    if (due >= context.asOf) return;
    context.report({
      message: "overdue",
      data: { last: formatDay(last), due: formatDay(due) },
      place: placeOf(kpi, { path: ["review"] }),
      entity: refOf(kpi),
    });
  },
});
