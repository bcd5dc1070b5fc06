import { placeOf } from "../../rules/define.ts";
import { changed } from "../../rules/examples.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/draft-removed",
  summary: "A draft of a KPI is deleted or retired.",
  level: "info",
  asksReason: false,
  messages: { deleted: "The draft is deleted", retired: "The draft is retired" },
  docs: "A draft promises nothing yet, so it may go without a reason. It is shown, so that whoever waits for it knows.",
  example: between(
    changed(["\nkpis:\n", "\nkpis:\n  idea:\n    title: Answer every question within a day\n    state: draft\n"]),
    changed(),
  ),
  workspace: ({ pairs, report }) => {
    for (const { before, after } of pairs.idle) {
      if (before?.state !== "draft" || after?.state === "draft") continue;
      report({
        message: after === null ? "deleted" : "retired",
        entity: before,
        field: "state",
        before: "draft",
        after: after === null ? null : after.state,
        place: after === null ? placeOf(before) : placeOf(after),
        ...(after === null ? { side: "base" } : {}),
      });
    }
  },
});
