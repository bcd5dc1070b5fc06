import { placeOf } from "../../rules/define.ts";
import { type Goal, isAbsent, type Kpi } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import type { Answer } from "../change.ts";
import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/owner-dropped",
  summary: "A goal or a KPI has no owner any more.",
  level: "warning",
  asksReason: true,
  messages: { dropped: "The owner is removed: {before}; nobody answers for it" },
  docs: "What belongs to nobody is done by nobody. Name the next owner; where there is none yet, say why in an entry of the KPI's `changes` with `field: owner`, for a goal in that of one of its KPIs.",
  example: edited(['    owner: "@cx-lead"\n', ""]),
  kpi: ({ before, after }, context) => {
    look(before.kpi, after.kpi, context.reasons.kpi(before.kpi, after.kpi, ["owner"]), context);
  },
  goal: ({ before, after }, context) => {
    // Of a goal without KPIs there is nobody who could say it.
    const isSilent = !context.head.workspace.links.kpisOfGoal.has(after.id);
    look(before, after, isSilent ? null : context.reasons.goal(after.id, ["owner"]), context);
  },
});

function look(before: Goal | Kpi, after: Goal | Kpi, answer: Answer | null, { report }: ChangeContext): void {
  const owner = before.definition.owner ?? null;
  const isGone = after.kind === "goal" ? isAbsent(after, "owner") : isAbsent(after, "owner");
  if (owner === null || !isGone) return;
  report({
    message: "dropped",
    data: { before: quoteText(owner) },
    entity: after,
    field: "owner",
    before: owner,
    after: null,
    place: placeOf(after),
    ...(answer === null ? {} : { answer }),
  });
}
