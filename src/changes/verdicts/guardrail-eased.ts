import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { guardrailInWords, guardrailMoves } from "../guardrail-moves.ts";

const METRIC: readonly [string, string] = [
  "\nkpis:",
  '  refund-rate:\n    title: Refunds among orders\n    unit: "%"\n    better: lower\n    values: { 2026-06-30: 2.1 }\n\nkpis:',
];
const withGuardrail = (max: number): readonly [string, string] => [
  "    target: 75\n",
  `    target: 75\n    guardrails: [{ metric: refund-rate, max: ${max} }]\n`,
];

export const verdict = defineVerdict({
  id: "diff/guardrail-eased",
  summary: "A guardrail of a KPI leaves more room.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: { eased: "The guardrail leaves more room: {before} → {after}" },
  docs: "A wider guardrail lets more damage pass while the KPI is pursued. Say why in an entry of the KPI's `changes` with `field: guardrails`.",
  example: between(changed(METRIC, withGuardrail(2.5)), changed(METRIC, withGuardrail(4))),
  kpi: (pair, { reasons, report }) => {
    for (const { before, after } of guardrailMoves(pair).eased) {
      const [was, is] = [guardrailInWords(before), guardrailInWords(after)];
      report({
        message: "eased",
        data: { before: was, after: is },
        entity: pair.after.kpi,
        field: "guardrails",
        before: was,
        after: is,
        place: placeOfField(pair.after.kpi, ["guardrails", after.index]),
        answer: reasons.kpi(pair.before.kpi, pair.after.kpi, ["guardrails"]),
      });
    }
  },
});
