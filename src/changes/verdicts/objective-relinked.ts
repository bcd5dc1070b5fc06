import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { placeOfField } from "../field-place.ts";

const OTHER_GOAL: readonly [string, string] = [
  "\nmetrics:",
  '  brand:\n    title: People know our name\n    owner: "@ceo"\n\nmetrics:',
];

export const verdict = defineVerdict({
  id: "diff/objective-relinked",
  summary: "A KPI belongs to another goal.",
  level: "warning",
  asksReason: true,
  messages: { relinked: "The KPI belongs to another goal: {before} → {after}" },
  docs: "A goal is as good as the KPIs below it: moving a red one away makes its goal look better. Say why in an entry of the KPI's `changes` with `field: goal`.",
  example: between(changed(OTHER_GOAL), changed(OTHER_GOAL, ["    goal: happy-customers", "    goal: brand"])),
  kpi: ({ before, after }, { reasons, report }) => {
    const old = before.kpi.definition.goal ?? null;
    const now = after.kpi.definition.goal ?? null;
    if (old === now) return;
    report({
      message: "relinked",
      data: { before: old ?? "none", after: now ?? "none" },
      entity: after.kpi,
      field: "goal",
      before: old,
      after: now,
      place: placeOfField(after.kpi, ["goal"]),
      answer: reasons.kpi(before.kpi, after.kpi, ["goal"]),
    });
  },
});
