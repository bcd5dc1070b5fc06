import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "ref/inactive-goal",
  summary: "An active KPI belongs to a goal that is done or dropped.",
  letter: null,
  level: "warning",
  messages: {
    inactive: 'The goal "{goal}" is {state}; retire this KPI, or link it to a goal that is pursued.',
  },
  docs: "A KPI under a finished goal asks for attention that nobody owes it any more. Retire it with `state: retired` and a reason, or point it at the goal it serves now.",
  bad: changed(['    owner: "@ceo"\n', '    owner: "@ceo"\n    state: done\n']),
  good,
  kpi: (kpi, context) => {
    if (kpi.state !== "active" || kpi.definition.goal === undefined) return;
    const goal = context.workspace.goals.get(kpi.definition.goal);
    if (goal === undefined || (goal.state !== "done" && goal.state !== "dropped")) return;
    context.report({
      message: "inactive",
      data: { goal: goal.id, state: goal.state },
      place: placeOf(kpi, { path: ["goal"] }),
      entity: refOf(kpi),
      related: [{ place: placeOf(goal, { path: ["state"] }), message: `${goal.id} is ${goal.state}` }],
    });
  },
});
