import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { targetInWords } from "../target-words.ts";

const OTHER_METRIC: readonly [string, string] = [
  "\nkpis:",
  "  csat:\n    title: Customer satisfaction\n    unit: points\n    cadence: quarterly\n    values: { 2026-06-30: 70 }\n\nkpis:",
];

export const verdict = defineVerdict({
  id: "diff/kpi-switched-metric",
  summary: "A KPI is measured by another metric.",
  level: "warning",
  asksReason: true,
  messages: { switched: "The KPI is measured by another metric: {before} → {after} (target {old} → {now})" },
  docs: "The same title with another measurement is another KPI; its history no longer belongs to it. Targets on different metrics are not compared. Say why in an entry of the KPI's `changes` with `field: metric`, or retire the KPI and start a new one.",
  example: between(changed(OTHER_METRIC), changed(OTHER_METRIC, ["metric: nps", "metric: csat"])),
  kpi: ({ before, after }, { reasons, report }) => {
    const old = before.kpi.definition.metric ?? null;
    const now = after.kpi.definition.metric ?? null;
    if (old === now) return;
    report({
      message: "switched",
      data: {
        before: old ?? "none",
        after: now ?? "none",
        old: targetInWords(before),
        now: targetInWords(after),
      },
      entity: after.kpi,
      field: "metric",
      before: old,
      after: now,
      place: placeOfField(after.kpi, ["metric"]),
      answer: reasons.kpi(before.kpi, after.kpi, ["metric"]),
    });
  },
});
