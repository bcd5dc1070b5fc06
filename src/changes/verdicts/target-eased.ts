import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import type { KpiPair } from "../pairs.ts";
import { targetMove } from "../target-move.ts";
import { strictnessMoves, strictnessSides } from "../target-strictness.ts";
import { targetInWords, targetSides } from "../target-words.ts";

export const verdict = defineVerdict({
  id: "diff/target-eased",
  summary: "A target is easier to reach than before.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: {
    eased: "The target is eased: {before} → {after}",
    kind: "The target is of another kind, which counts as eased: {before} → {after}",
    unresolved: "The target can no longer be compared, which counts as eased: {before} → {after}",
    tolerance: "The tolerance of the target is wider: {before} → {after}",
    compliance: "Fewer values have to comply with the target: {before} → {after}",
    ambition: "The target is less binding: {before} → {after}",
  },
  docs: "Targets are compared by the number they resolve to on the base's data, not by their text: `-50%` → `-40%` of a churn of 4 % is 2 % → 2.4 %. For `better: higher` a lower number is easier, for `better: lower` and budgets a higher one; a range is easier where a bound moves outward. Tightening needs no words; easing does, in an entry of the KPI's `changes`.",
  example: edited(["target: 75", "target: 72"]),
  kpi: (pair, context) => {
    const { before, after } = pair;
    reportStrictness(pair, context);
    const move = targetMove(pair);
    if (!move.eased) return;
    context.report({
      message: move.because ?? "eased",
      data: { before: targetInWords(before), after: targetInWords(after) },
      entity: after.kpi,
      ...targetSides(before, after),
      place: placeOfField(after.kpi, ["target"]),
      answer: context.reasons.kpi(before.kpi, after.kpi, ["target"]),
    });
  },
});

function reportStrictness(pair: KpiPair, { reasons, report }: ChangeContext): void {
  const { before, after } = pair;
  for (const move of strictnessMoves(pair)) {
    if (!move.eased) continue;
    const sides = strictnessSides(move);
    report({
      message: sides.field,
      data: { before: sides.before, after: sides.after },
      entity: after.kpi,
      ...sides,
      unit: sides.field === "tolerance" ? after.unit : null,
      place: placeOfField(after.kpi, [sides.field]),
      answer: reasons.kpi(before.kpi, after.kpi, [sides.field, "target"]),
    });
  }
}
