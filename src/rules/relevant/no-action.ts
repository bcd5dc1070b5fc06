import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "relevant/no-action",
  summary: "A KPI does not say what happens when it goes off track.",
  letter: "R",
  level: "info",
  messages: { missing: "Add `if_off_track`: what is done, and by whom, when this KPI goes off track?" },
  docs: "A number that nobody acts on need not be watched. Write the first step before it is needed: then an off-track KPI starts work instead of a discussion.",
  bad: changed(["    if_off_track: Call the ten largest detractors within a week.\n", ""]),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.definition.if_off_track !== undefined || !isAbsent(kpi, "if_off_track")) return;
    context.report({ message: "missing", place: placeOf(kpi), entity: refOf(kpi) });
  },
});
