import { formatExact } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/weight-changed",
  summary: "A KPI counts more or less in its goal.",
  level: "info",
  asksReason: false,
  messages: { weight: "The weight in the goal changes: {before} → {after}" },
  docs: "The weight decides how much a KPI moves the progress of its goal. It never changes the goal's status, which is that of the worst KPI.",
  example: edited(["    target: 75\n", "    target: 75\n    weight: 0.5\n"]),
  kpi: ({ before, after }, { report }) => {
    const old = before.kpi.definition.weight ?? 1;
    const now = after.kpi.definition.weight ?? 1;
    if (old === now) return;
    const [was, is] = [formatExact(old), formatExact(now)];
    report({
      message: "weight",
      data: { before: was, after: is },
      entity: after.kpi,
      field: "weight",
      before: was,
      after: is,
      resolvedBefore: old,
      resolvedAfter: now,
      place: placeOfField(after.kpi, ["weight"]),
    });
  },
});
