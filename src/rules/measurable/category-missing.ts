import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { isWatched } from "../watched.ts";

export const rule = defineRule({
  id: "measurable/category-missing",
  summary: "A metric that a KPI uses has no category.",
  letter: "M",
  level: "warning",
  messages: { missing: "Add `category`: financial, customer, operational or employee." },
  docs: "The four categories show at a glance whether a portfolio looks at money alone. Reports group and filter by them.",
  bad: changed(["    category: customer\n", ""]),
  good,
  metric: (metric, context) => {
    if (!isAbsent(metric, "category") || !isWatched(metric, context)) return;
    context.report({ message: "missing", place: placeOf(metric), entity: refOf(metric) });
  },
});
