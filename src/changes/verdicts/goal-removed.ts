import { placeOf } from "../../rules/define.ts";
import type { Goal, Kpi } from "../../workspace/model.ts";
import type { Answer } from "../change.ts";
import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/goal-removed",
  summary: "A goal is deleted or dropped.",
  level: "warning",
  asksReason: true,
  messages: {
    deleted: "The goal is deleted; {kpis} served it",
    dropped: "The goal is dropped; {kpis} served it",
    "deleted-idle": { text: "The goal is deleted; no active KPI served it", level: "info" },
    "dropped-idle": { text: "The goal is dropped; no active KPI served it", level: "info" },
  },
  docs: "Active KPIs lose what they are for, so somebody should say why. For a goal that is deleted, the top-level map `removed: { id: { on, reason } }` holds the reason; for one that gets `state: dropped`, that map or an entry with `field: goal` in the `changes` of one of its KPIs. Without active KPIs nothing is asked.",
  example: edited(["    resources: One survey tool", "    state: dropped\n    resources: One survey tool"]),
  goal: ({ before, after }, context) => {
    if (before.state === "dropped" || after.state !== "dropped") return;
    const path = { path: ["state"] };
    context.report({
      ...changeOf(before, after, context),
      place: placeOf(after, path),
    });
  },
  workspace: (context) => {
    for (const goal of context.pairs.removedGoals) {
      context.report({
        ...changeOf(goal, null, context),
        place: placeOf(goal),
        side: "base",
      });
    }
  },
});

function changeOf(before: Goal, after: Goal | null, { base, reasons, head }: ChangeContext) {
  const users = (base.workspace.links.kpisOfGoal.get(before.id) ?? []).filter(({ state }) => state === "active");
  const event = after === null ? "deleted" : "dropped";
  const isIdle = users.length === 0;
  return {
    message: isIdle ? `${event}-idle` : event,
    data: { kpis: users.length === 1 ? "one active KPI" : `${users.length} active KPIs` },
    entity: before,
    field: "state",
    before: before.state,
    after: event,
    kpis: users.map(({ id }) => id),
    ...(isIdle ? {} : { answer: answerOf(before, after, { head, reasons }) }),
  };
}

function answerOf(
  before: Goal,
  after: Goal | null,
  { head, reasons }: Pick<ChangeContext, "head" | "reasons">,
): Answer {
  const removal = reasons.removal(before);
  if (after === null || removal.text !== null) return removal;
  const kpis: readonly Kpi[] = head.workspace.links.kpisOfGoal.get(after.id) ?? [];
  return kpis.length === 0 ? removal : reasons.goal(after.id, ["goal", "state"]);
}
