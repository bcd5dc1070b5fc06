import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { guardrailInWords, guardrailMoves } from "../guardrail-moves.ts";

const METRIC: readonly [string, string] = [
  "\nkpis:",
  '  refund-rate:\n    title: Refunds among orders\n    unit: "%"\n    better: lower\n    values: { 2026-06-30: 2.1 }\n\nkpis:',
];

export const verdict = defineVerdict({
  id: "diff/guardrail-removed",
  summary: "A KPI no longer has one of its guardrails.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: { removed: "The guardrail is gone: {guardrail}" },
  docs: "A guardrail keeps a KPI from being reached at the cost of something else. Without it the easy way is open again. Say why in an entry of the KPI's `changes` with `field: guardrails`.",
  example: between(
    changed(METRIC, ["    target: 75\n", "    target: 75\n    guardrails: [{ metric: refund-rate, max: 2.5 }]\n"]),
    changed(METRIC),
  ),
  kpi: (pair, { reasons, report }) => {
    const { before, after } = pair;
    for (const guardrail of guardrailMoves(pair).removed) {
      const words = guardrailInWords(guardrail);
      report({
        message: "removed",
        data: { guardrail: words },
        entity: after.kpi,
        field: "guardrails",
        before: words,
        after: null,
        place: placeOfField(after.kpi, ["guardrails"]),
        answer: reasons.kpi(before.kpi, after.kpi, ["guardrails"]),
      });
    }
  },
});
