import { isAbsent } from "../../workspace/model.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "achievable/resources-missing",
  summary: "A goal names no resources.",
  letter: "A",
  level: "off",
  messages: { missing: "Add `resources`: the people, time or money that this goal has." },
  docs: "A goal without people, time or money is a hope. Off by default, because many teams plan resources elsewhere.",
  bad: changed(["    resources: One survey tool, a day a week of the support lead\n", ""]),
  good,
  goal: (goal, context) => {
    if (goal.state !== "active" || !isAbsent(goal, "resources")) return;
    context.report({ message: "missing", place: placeOf(goal), entity: refOf(goal) });
  },
});
