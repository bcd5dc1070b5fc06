import { defineRule } from "../define.ts";
import { reportWithout } from "../portfolio-types.ts";
import { twoKpis } from "../second-kpi.ts";

export const rule = defineRule({
  id: "portfolio/no-leading",
  summary: "A goal with several typed KPIs has no leading one.",
  letter: null,
  level: "warning",
  messages: {
    none: "None of the {count} typed KPIs of this goal is leading; add one that moves before the result does.",
  },
  docs: "Lagging KPIs confirm what has happened, when it is too late to act. A leading one moves earlier: it is what the team can steer by.",
  bad: twoKpis("lagging", "[lagging, input]"),
  good: twoKpis("lagging", "leading"),
  goal: (goal, context) => reportWithout("leading", goal, context),
});
