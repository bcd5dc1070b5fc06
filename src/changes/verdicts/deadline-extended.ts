import { changed } from "../../rules/examples.ts";
import { deadlineMoves } from "../deadline-move.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/deadline-extended",
  summary: "A KPI has more time than before.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: {
    end: "The deadline moves back: {before} → {after}",
    period: "The periods in which the target must hold are longer: {before} → {after}",
  },
  docs: "The same target by a later day is an easier target. Timeframes are compared by their days: `2026-Q3` and `{ start: 2026-07-01, end: 2026-09-30 }` are the same. Say why in an entry of the KPI's `changes` with `field: timeframe`.",
  example: between(
    changed(["    timeframe: 2026\n    baseline", "    timeframe: 2026-Q3\n    baseline"]),
    changed([
      "    timeframe: 2026\n    baseline",
      "    timeframe: { start: 2026-07-01, end: 2026-10-31 }\n    baseline",
    ]),
  ),
  kpi: (pair, { reasons, report }) => {
    for (const { way, message, before, after } of deadlineMoves(pair)) {
      if (way !== "later") continue;
      report({
        message,
        data: { before, after },
        entity: pair.after.kpi,
        field: "timeframe",
        before,
        after,
        place: placeOfField(pair.after.kpi, ["timeframe"]),
        answer: reasons.kpi(pair.before.kpi, pair.after.kpi, ["timeframe"]),
      });
    }
  },
});
