import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/unit-changed",
  summary: "The unit of a metric changes.",
  level: "warning",
  asksReason: true,
  messages: {
    changed: "The unit changes: {before} → {after}",
    unused: { text: "The unit changes: {before} → {after}; no active KPI uses the metric", level: "info" },
    stated: { text: "The unit is stated, where none was stated before: {after}", level: "info" },
  },
  docs: "The same number in another unit is another value: 12.5 is 12.5 %, or twelve and a half times the whole. Rows and targets have to follow the unit. Say why in an entry of the `changes` of any KPI that uses the metric, with `field: unit`. A unit that is stated for the first time asks for nothing.",
  example: edited(["unit: points", "unit: score"]),
  metric: ({ before, after, users }, { reasons, report }) => {
    if (!isReadable("unit", before, after)) return;
    const old = before.definition.unit ?? null;
    const now = after.definition.unit ?? null;
    if (old === now) return;
    const message = users.length === 0 ? "unused" : old === null ? "stated" : "changed";
    report({
      message,
      data: { before: unitInWords(old), after: unitInWords(now) },
      entity: after,
      field: "unit",
      before: old,
      after: now,
      unit: now,
      place: placeOfField(after, ["unit"]),
      kpis: users.map(({ id }) => id),
      ...(message === "changed" ? { answer: reasons.metric(after.id, ["unit"]) } : {}),
    });
  },
});

function unitInWords(unit: string | null): string {
  return unit === null ? "none" : quoteText(unit);
}
