import { changed } from "../../rules/examples.ts";
import { formatDay } from "../../workspace/day.ts";
import { formatNumber, formatValue } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { easedPlan } from "../plan-move.ts";
import { isSame } from "../same.ts";

const checkpoint = (value: number): readonly [string, string] => [
  "    target: 75\n",
  `    target: 75\n    checkpoints: [{ date: 2026-09-30, value: ${value} }]\n`,
];

export const verdict = defineVerdict({
  id: "diff/plan-backloaded",
  summary: "The plan of a KPI expects less on a day that is still to come.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: { backloaded: "The plan expects less on the way: {before} → {after} on {date}" },
  docs: "With the same target by the same day, a plan that rises later keeps a KPI on track for longer, until too little time is left. Checkpoints, `path` and the day of the baseline shape the plan. Say why in an entry of the KPI's `changes` with `field: checkpoints` or `field: path`.",
  example: between(changed(checkpoint(72)), changed(checkpoint(66))),
  kpi: (pair, { asOf, reasons, report }) => {
    const { before, after } = pair;
    const eased = easedPlan(pair, asOf);
    if (eased === null) return;
    const field = (["checkpoints", "path", "baseline"] as const).find(
      (name) => !isSame(before.kpi.definition[name], after.kpi.definition[name]),
    );
    if (field === undefined) return; // the plan follows from a metric that was redefined, and that is said there
    report({
      message: "backloaded",
      data: {
        before: formatValue(eased.before, before.unit),
        after: formatValue(eased.after, after.unit),
        date: formatDay(eased.day),
      },
      entity: after.kpi,
      field,
      before: formatNumber(eased.before),
      after: formatNumber(eased.after),
      resolvedBefore: eased.before,
      resolvedAfter: eased.after,
      unit: after.unit,
      place: placeOfField(after.kpi, [field]),
      answer: reasons.kpi(before.kpi, after.kpi, [field, "checkpoints", "path", "plan"]),
    });
  },
});
