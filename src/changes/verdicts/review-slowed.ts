import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { reviewMove } from "../review-move.ts";

export const verdict = defineVerdict({
  id: "diff/review-slowed",
  summary: "A KPI is reviewed less often, or no longer.",
  level: "info",
  asksReason: false,
  messages: { slowed: "The KPI is reviewed less often: {before} → {after}" },
  docs: "What nobody looks at, nobody steers. Review dates themselves are part of a check-in and are not shown.",
  example: edited(["review: { every: quarterly,", "review: { every: yearly,"]),
  kpi: (pair, { report }) => {
    if (reviewMove(pair) !== "slower") return;
    const [old, now] = [pair.before, pair.after].map(({ kpi }) => kpi.definition.review?.every ?? null);
    report({
      message: "slowed",
      data: { before: old ?? "never", after: now ?? "never" },
      entity: pair.after.kpi,
      field: "review",
      before: old ?? null,
      after: now ?? null,
      place: placeOfField(pair.after.kpi, ["review"]),
    });
  },
});
