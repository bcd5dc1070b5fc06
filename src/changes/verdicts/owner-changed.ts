import type { Goal, Kpi } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/owner-changed",
  summary: "A goal or a KPI has another owner.",
  level: "info",
  asksReason: false,
  messages: {
    changed: "The owner changes: {before} → {after}",
    added: "It has an owner now: {after}",
  },
  docs: "Somebody else answers for it from now on. Both should know: the old owner, that it is no longer theirs, and the new one, that it is.",
  example: edited(['owner: "@cx-lead"', 'owner: "@support-lead"']),
  kpi: ({ before, after }, context) => look(before.kpi, after.kpi, context),
  goal: ({ before, after }, context) => look(before, after, context),
});

function look(before: Goal | Kpi, after: Goal | Kpi, { report }: ChangeContext): void {
  const old = before.definition.owner ?? null;
  const now = after.definition.owner ?? null;
  if (now === null || old === now || !isReadable("owner", before)) return;
  report({
    message: old === null ? "added" : "changed",
    data: { before: quoteText(old ?? ""), after: quoteText(now) },
    entity: after,
    field: "owner",
    before: old,
    after: now,
    place: placeOfField(after, ["owner"]),
  });
}
