import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { isWatched } from "../watched.ts";

export const rule = defineRule({
  id: "measurable/unit-missing",
  summary: "A metric that a KPI uses has no unit.",
  letter: "M",
  level: "warning",
  messages: { missing: 'Add `unit`: "%", an ISO 4217 code such as EUR, boolean, or what is counted, such as visits.' },
  docs: "75 of what? The unit stands behind every number that is shown, and it decides how a ratio is scaled and how a relative target is read.",
  bad: changed(["    unit: points\n", ""]),
  good,
  metric: (metric, context) => {
    if (!isAbsent(metric, "unit") || !isWatched(metric, context)) return;
    context.report({ message: "missing", place: placeOf(metric), entity: refOf(metric) });
  },
});
