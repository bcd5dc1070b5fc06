import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "relevant/why-missing",
  summary: "A KPI does not say why it matters.",
  letter: "R",
  level: "info",
  messages: {
    missing: "Add `why`: how does this KPI serve the goal {goal}?",
    "without-goal": "Add `why`: which goal does this KPI serve, and how?",
  },
  docs: "One sentence is enough: it is what a reviewer asks first when a target changes.",
  bad: changed(["    why: Promoters renew and bring other customers.\n", ""]),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.definition.why !== undefined || !isAbsent(kpi, "why")) return;
    const { goal } = kpi.definition;
    context.report({
      message: goal === undefined ? "without-goal" : "missing",
      data: { goal: goal ?? "" },
      place: placeOf(kpi),
      entity: refOf(kpi),
    });
  },
});
