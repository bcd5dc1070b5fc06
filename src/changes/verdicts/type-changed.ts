import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import type { KpiSide } from "../pairs.ts";

export const verdict = defineVerdict({
  id: "diff/type-changed",
  summary: "A KPI is of another type: leading or lagging, input or output.",
  level: "info",
  asksReason: false,
  messages: { type: "The type changes: {before} → {after}" },
  docs: "The type says how a KPI is to be read: whether it predicts or confirms, and whether it counts effort or results. It moves no number, but a KPI that is called leading today should still lead to something.",
  example: edited(["type: lagging", "type: [leading, output]"]),
  kpi: ({ before, after }, { report }) => {
    const [old, now] = [typeOf(before), typeOf(after)];
    if (old === now) return;
    report({
      message: "type",
      data: { before: old || "none", after: now || "none" },
      entity: after.kpi,
      field: "type",
      before: old || null,
      after: now || null,
      place: placeOfField(after.kpi, ["type"]),
    });
  },
});

function typeOf({ kpi }: KpiSide): string {
  return [kpi.definition.type ?? []].flat().sort().join(", ");
}
