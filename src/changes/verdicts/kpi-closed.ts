import { progressOfKpi } from "../../progress/progress.ts";
import { placeOf } from "../../rules/define.ts";
import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { isOver } from "../pairs.ts";

const OVER: readonly [string, string] = ["    timeframe: 2026\n    baseline", "    timeframe: 2026-Q1\n    baseline"];

export const verdict = defineVerdict({
  id: "diff/kpi-closed",
  summary: "A KPI whose window is over is retired, deleted or set to draft, or a retired one is deleted.",
  level: "info",
  asksReason: false,
  messages: {
    over: "The KPI is {state} after its end; its last status was {status}",
    idle: "The retired KPI is deleted",
  },
  docs: "Tidying up what is over needs no reason. The last status is said once more, because after this change nobody will see it in a table.",
  example: between(
    changed(OVER),
    changed(OVER, [
      "    review: { every: quarterly, last: 2026-07-02 }\n",
      '    state: retired\n    retired: { on: 2026-04-02, reason: "Its time was over" }\n',
    ]),
  ),
  workspace: ({ base, asOf, pairs, report }) => {
    for (const { before, after } of pairs.ended) {
      if (!isOver(before, asOf)) continue;
      const state = after === null ? "deleted" : after.state === "retired" ? "retired" : "set back to a draft";
      report({
        message: "over",
        data: { state, status: progressOfKpi(base.workspace, before, asOf).status },
        entity: before,
        field: "state",
        before: "active",
        after: after === null ? null : after.state,
        place: after === null ? placeOf(before) : placeOfField(after, ["state"]),
        ...(after === null ? { side: "base" } : {}),
      });
    }
    for (const { before, after } of pairs.idle) {
      if (before?.state !== "retired" || after !== null) continue;
      report({
        message: "idle",
        entity: before,
        field: "state",
        before: "retired",
        after: null,
        place: placeOf(before),
        side: "base",
      });
    }
  },
});
