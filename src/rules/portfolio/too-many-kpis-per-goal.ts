import { defineRule, placeOf, refOf } from "../define.ts";
import { good, withFiles } from "../examples.ts";
import { twoKpis } from "../second-kpi.ts";

const LIMIT = "version: 1\nlimits: { kpis_per_goal: NUMBER }\n";

export const rule = defineRule({
  id: "portfolio/too-many-kpis-per-goal",
  summary: "A goal has more active KPIs than the limit.",
  letter: null,
  level: "warning",
  messages: {
    many: "{count} active KPIs measure this goal, and the limit is {limit}; retire some, or split the goal.",
  },
  docs: "The K stands for key. With ten numbers for one goal, each gets a tenth of the attention; two to five are usual. The limit is `limits.kpis_per_goal` in the config.",
  bad: withFiles(twoKpis("lagging", "leading"), { "kpi.config.yaml": LIMIT.replace("NUMBER", "1") }),
  good: withFiles(good, { "kpi.config.yaml": LIMIT.replace("NUMBER", "5") }),
  goal: (goal, context) => {
    const limit = context.workspace.settings.limits.kpisPerGoal;
    const active = (context.workspace.links.kpisOfGoal.get(goal.id) ?? []).filter((kpi) => kpi.state === "active");
    if (active.length <= limit) return;
    context.report({
      message: "many",
      data: { count: active.length, limit },
      place: placeOf(goal),
      entity: refOf(goal),
    });
  },
});
