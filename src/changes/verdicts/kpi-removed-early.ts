import { progressOfKpi } from "../../progress/progress.ts";
import { placeOf } from "../../rules/define.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Kpi } from "../../workspace/model.ts";
import { OPEN_END } from "../../workspace/timeframe.ts";
import type { Answer } from "../change.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { type EndedKpi, isOver } from "../pairs.ts";
import type { Reasons } from "../reasons.ts";

export const verdict = defineVerdict({
  id: "diff/kpi-removed-early",
  summary: "A KPI is deleted, retired or set to draft before its end.",
  level: "warning",
  asksReason: true,
  messages: {
    deleted: "The KPI is deleted while it is {status}{end}",
    retired: "The KPI is retired while it is {status}{end}",
    draft: "The KPI is set back to a draft while it is {status}{end}",
  },
  docs: "A KPI that goes badly is easily made to go away. Retire it with `state: retired` and a reason, so that its history stays; where it must be deleted, the top-level map `removed: { id: { on, reason } }` holds the reason. One that turns into a draft says why in its `changes` with `field: state`.",
  example: edited([
    "    review: { every: quarterly, last: 2026-07-02 }\n",
    "    review: { every: quarterly, last: 2026-07-02 }\n    state: draft\n",
  ]),
  workspace: ({ base, asOf, pairs, reasons, report }) => {
    for (const ended of pairs.ended) {
      const { before, after } = ended;
      if (isOver(before, asOf)) continue;
      const { status } = progressOfKpi(base.workspace, before, asOf);
      const state = after === null ? "deleted" : after.state === "retired" ? "retired" : "draft";
      report({
        message: state,
        data: { status, end: endInWords(before, asOf) },
        entity: before,
        field: "state",
        before: "active",
        after: state,
        place: after === null ? placeOf(before) : placeOfField(after, ["state"]),
        ...(after === null ? { side: "base" } : {}),
        answer: answerOf(ended, reasons),
      });
    }
  },
});

function answerOf({ before, after }: EndedKpi, reasons: Reasons): Answer {
  if (after === null) return reasons.removal(before);
  if (after.state === "draft") return reasons.kpi(before, after, ["state"]);
  const reason = after.definition.retired?.reason.trim() ?? "";
  return { text: reason === "" ? null : reason, advice: "say why in retired: { on, reason }" };
}

function endInWords({ timeframe }: Kpi, asOf: Day): string {
  if (timeframe === null || timeframe.end === OPEN_END) return "";
  const days = timeframe.end - asOf;
  const left = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  return `, and ends ${left} (${formatDay(timeframe.end)})`;
}
