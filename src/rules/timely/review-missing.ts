import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "timely/review-missing",
  summary: "An active KPI has no review rhythm.",
  letter: "T",
  level: "warning",
  messages: { missing: "Add `review: { every: monthly, last: … }`: how often do you look at this number together?" },
  docs: "A KPI that nobody looks at changes nothing. `review` says how often its owner goes through it with others, and when that last happened.",
  bad: changed(["    review: { every: quarterly, last: 2026-07-02 }\n", ""]),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.definition.review !== undefined || !isAbsent(kpi, "review")) return;
    context.report({ message: "missing", place: placeOf(kpi), entity: refOf(kpi) });
  },
});
