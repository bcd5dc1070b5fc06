import type { Timeframe } from "../../workspace/timeframe.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";
import { isSame } from "../same.ts";
import { timeframeInWords } from "../target-words.ts";

export const verdict = defineVerdict({
  id: "diff/goal-redefined",
  summary: "A goal has another timeframe or another parent.",
  level: "warning",
  asksReason: false,
  messages: {
    timeframe: "The timeframe of the goal changes: {before} → {after}",
    parent: "The parent of the goal changes: {before} → {after}",
  },
  docs: "The windows of KPIs should lie inside the timeframe of their goal, and parents add up what their children reach; both change what the KPIs below are for. Timeframes are compared by their days: `2026-Q3` and its first and last day are the same. Nothing is asked for, but a reviewer should look at the KPIs of the goal.",
  example: edited([
    "    resources: One survey tool, a day a week of the support lead\n    timeframe: 2026\n",
    "    resources: One survey tool, a day a week of the support lead\n    timeframe: 2026-H2\n",
  ]),
  goal: ({ before, after }, { head, report }) => {
    const kpis = (head.workspace.links.kpisOfGoal.get(after.id) ?? [])
      .filter(({ state }) => state === "active")
      .map(({ id }) => id);
    if (isReadable("timeframe", before, after) && !isSameWindow(before.timeframe, after.timeframe)) {
      report({
        message: "timeframe",
        data: { before: timeframeInWords(before.timeframe), after: timeframeInWords(after.timeframe) },
        entity: after,
        field: "timeframe",
        before: before.timeframe === null ? null : timeframeInWords(before.timeframe),
        after: after.timeframe === null ? null : timeframeInWords(after.timeframe),
        place: placeOfField(after, ["timeframe"]),
        kpis,
      });
    }
    const old = before.definition.parent ?? null;
    const now = after.definition.parent ?? null;
    if (old === now || !isReadable("parent", before, after)) return;
    report({
      message: "parent",
      data: { before: old ?? "none", after: now ?? "none" },
      entity: after,
      field: "parent",
      before: old,
      after: now,
      place: placeOfField(after, ["parent"]),
      kpis,
    });
  },
});

function isSameWindow(a: Timeframe | null, b: Timeframe | null): boolean {
  if (a === null || b === null) return a === b;
  return a.start === b.start && a.end === b.end && isSame(a.recurring, b.recurring);
}
