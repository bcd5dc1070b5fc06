import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { targetMove } from "../target-move.ts";
import { strictnessMoves, strictnessSides } from "../target-strictness.ts";
import { targetInWords, targetSides } from "../target-words.ts";

export const verdict = defineVerdict({
  id: "diff/target-raised",
  summary: "A target is harder to reach than before.",
  level: "info",
  asksReason: false,
  tightens: true,
  messages: {
    raised: "The target is harder to reach: {before} → {after}",
    stricter: "The target counts more strictly, by its {field}: {before} → {after}",
  },
  docs: "The opposite of `diff/target-eased`, by the same comparison of resolved numbers. Whoever makes a target harder owes nobody an explanation; the review shows it so that the owner sees it.",
  example: edited(["target: 75", "target: 78"]),
  kpi: (pair, { report }) => {
    const { before, after } = pair;
    for (const move of strictnessMoves(pair)) {
      if (move.eased) continue;
      const sides = strictnessSides(move);
      report({
        message: "stricter",
        data: { field: sides.field, before: sides.before, after: sides.after },
        entity: after.kpi,
        ...sides,
        place: placeOfField(after.kpi, [sides.field]),
      });
    }
    if (!targetMove(pair).raised) return;
    report({
      message: "raised",
      data: { before: targetInWords(before), after: targetInWords(after) },
      entity: after.kpi,
      ...targetSides(before, after),
      place: placeOfField(after.kpi, ["target"]),
    });
  },
});
