import { deadlineMoves } from "../deadline-move.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/deadline-shortened",
  summary: "A KPI has less time than before.",
  level: "info",
  asksReason: false,
  tightens: true,
  messages: {
    end: "The deadline moves forward: {before} → {after}",
    period: "The periods in which the target must hold are shorter: {before} → {after}",
  },
  docs: "The opposite of `diff/deadline-extended`. Less time for the same target is harder, so nobody has to say why; that the plan is steeper now is shown with the status.",
  example: edited([
    "    timeframe: 2026\n    baseline",
    "    timeframe: { start: 2026-01-01, end: 2026-11-30 }\n    baseline",
  ]),
  kpi: (pair, { report }) => {
    for (const { way, message, before, after } of deadlineMoves(pair)) {
      if (way !== "earlier") continue;
      report({
        message,
        data: { before, after },
        entity: pair.after.kpi,
        field: "timeframe",
        before,
        after,
        place: placeOfField(pair.after.kpi, ["timeframe"]),
      });
    }
  },
});
