import { placeOf } from "../../rules/define.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";

/** Verdicts on new rows. */
const NEW_ROWS: ReadonlySet<string> = new Set(["diff/data-added", "diff/backfilled"]);

export const verdict = defineVerdict({
  id: "diff/mixed-lanes",
  summary: "New values and an easing of the same KPI come in one change set.",
  level: "info",
  asksReason: false,
  messages: { mixed: "New values and an easing of the same KPI come together; two pull requests are easier to judge" },
  docs: "A check-in of values can be approved at a glance, an easing cannot. Together, the new value looks like the occasion of the easing, or hides it. Put them into two pull requests.",
  example: edited(
    ["target: 75", "target: 72"],
    ["      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-08-14: 69\n"],
  ),
  derived: ({ changes, effects, kpi, report }) => {
    for (const { id } of effects) {
      const own = changes.filter(({ kpis }) => kpis.includes(id));
      const easing = own.find(({ eases }) => eases);
      const now = kpi(id);
      if (now === null || easing === undefined || !own.some(({ ruleId }) => NEW_ROWS.has(ruleId))) continue;
      report({
        message: "mixed",
        entity: now,
        field: easing.field,
        before: null,
        after: null,
        place: placeOf(now),
      });
    }
  },
});
