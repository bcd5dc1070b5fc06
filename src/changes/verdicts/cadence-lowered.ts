import { cadenceDays } from "../../workspace/cadence.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/cadence-lowered",
  summary: "A metric is measured less often.",
  level: "info",
  asksReason: false,
  messages: { lowered: "The metric is measured less often: {before} → {after}" },
  docs: "What is measured rarely is noticed late, and a value counts as fresh for longer. It asks for no reason; whoever reviews it decides whether problems are still seen in time.",
  example: edited(["    cadence: quarterly\n", "    cadence: yearly\n"]),
  metric: ({ before, after, users }, { report }) => {
    if (!isReadable("cadence", before, after)) return;
    const old = before.definition.cadence ?? "monthly";
    const now = after.definition.cadence ?? "monthly";
    if (cadenceDays(now) <= cadenceDays(old)) return;
    report({
      message: "lowered",
      data: { before: old, after: now },
      entity: after,
      field: "cadence",
      before: old,
      after: now,
      place: placeOfField(after, ["cadence"]),
      kpis: users.map(({ id }) => id),
    });
  },
});
