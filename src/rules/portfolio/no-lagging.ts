import { defineRule } from "../define.ts";
import { reportWithout } from "../portfolio-types.ts";
import { twoKpis } from "../second-kpi.ts";

export const rule = defineRule({
  id: "portfolio/no-lagging",
  summary: "A goal with several typed KPIs has no lagging one.",
  letter: null,
  level: "info",
  messages: { none: "None of the {count} typed KPIs of this goal is lagging; add one that confirms the result." },
  docs: "Leading KPIs predict, and predictions can be wrong. A lagging one confirms that what they promised came true.",
  bad: twoKpis("leading", "[leading, input]"),
  good: twoKpis("lagging", "leading"),
  goal: (goal, context) => reportWithout("lagging", goal, context),
});
