import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/direction-flipped",
  summary: "What counted as better for a metric counts as worse.",
  level: "warning",
  asksReason: true,
  messages: {
    flipped: "The direction flips: {before} is better → {after} is better",
    unused: {
      text: "The direction flips: {before} is better → {after} is better; no active KPI uses the metric",
      level: "info",
    },
  },
  docs: "With the direction, every target of the metric turns round: what was missed is exceeded. Say why in an entry of the `changes` of any KPI that uses the metric, with `field: better`; that the direction was wrong from the start is a good reason.",
  example: edited(["    unit: points\n", "    unit: points\n    better: lower\n"]),
  metric: ({ before, after, users }, { reasons, report }) => {
    if (!isReadable("better", before, after)) return;
    const old = before.definition.better ?? "higher";
    const now = after.definition.better ?? "higher";
    if (old === now) return;
    report({
      message: users.length === 0 ? "unused" : "flipped",
      data: { before: old, after: now },
      entity: after,
      field: "better",
      before: old,
      after: now,
      place: placeOfField(after, ["better"]),
      kpis: users.map(({ id }) => id),
      ...(users.length === 0 ? {} : { answer: reasons.metric(after.id, ["better"]) }),
    });
  },
});
