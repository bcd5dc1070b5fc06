import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { isWatched } from "../watched.ts";

export const rule = defineRule({
  id: "measurable/source-missing",
  summary: "A metric that a KPI uses does not say where its values come from.",
  letter: "M",
  level: "info",
  messages: { missing: "Add `source`: the system the values come from, and how: automatic, manual or planned." },
  docs: "Whoever doubts a number wants to look it up. `source` names the system, says whether somebody copies the values by hand, and may link to the report or hold the query. Derived metrics need none: their parts have theirs.",
  bad: changed(["    source: { system: survey tool, how: automatic }\n", ""]),
  good,
  metric: (metric, context) => {
    if (!isAbsent(metric, "source") || !isAbsent(metric, "derived") || !isWatched(metric, context)) return;
    context.report({ message: "missing", place: placeOf(metric), entity: refOf(metric) });
  },
});
