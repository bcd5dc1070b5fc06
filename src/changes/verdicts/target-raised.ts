import { formatExact } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { targetMove } from "../target-move.ts";
import { strictnessMoves } from "../target-strictness.ts";
import { targetInWords, writtenTarget } from "../target-words.ts";

export const verdict = defineVerdict({
  id: "diff/target-raised",
  summary: "A target is harder to reach than before.",
  level: "info",
  asksReason: false,
  tightens: true,
  messages: {
    raised: "The target is raised: {before} → {after}",
    stricter: "The target counts more strictly, by its {field}: {before} → {after}",
  },
  docs: "The opposite of `diff/target-eased`, by the same comparison of resolved numbers. Whoever makes a target harder owes nobody an explanation; the review shows it so that the owner sees it.",
  example: edited(["target: 75", "target: 78"]),
  kpi: (pair, { report }) => {
    const { before, after } = pair;
    for (const { field, old, now, eased } of strictnessMoves(pair)) {
      if (eased) continue;
      const [was = "", is = ""] = [old, now].map((value) => (typeof value === "number" ? formatExact(value) : value));
      report({
        message: "stricter",
        data: { field, before: was, after: is },
        entity: after.kpi,
        field,
        before: was,
        after: is,
        resolvedBefore: typeof old === "number" ? old : null,
        resolvedAfter: typeof now === "number" ? now : null,
        place: placeOfField(after.kpi, [field]),
      });
    }
    if (!targetMove(pair).raised) return;
    report({
      message: "raised",
      data: { before: targetInWords(before), after: targetInWords(after) },
      entity: after.kpi,
      field: "target",
      before: writtenTarget(before),
      after: writtenTarget(after),
      resolvedBefore: before.resolved.target?.value ?? null,
      resolvedAfter: after.resolved.target?.value ?? null,
      unit: after.unit,
      place: placeOfField(after.kpi, ["target"]),
    });
  },
});
