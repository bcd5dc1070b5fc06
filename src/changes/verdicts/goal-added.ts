import { placeOf } from "../../rules/define.ts";
import { changed, good } from "../../rules/examples.ts";
import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/goal-added",
  summary: "A goal is new.",
  level: "info",
  asksReason: false,
  messages: {
    added: "The goal is new: {title}",
    under: "The goal is new, under {parent}: {title}",
  },
  docs: "Another thing to be reached. Nothing has to be said about it that its own fields do not say.",
  example: between(
    good,
    changed(["\nmetrics:", '  fast-answers:\n    title: Questions are answered fast\n    owner: "@ceo"\n\nmetrics:']),
  ),
  workspace: ({ pairs, report }) => {
    for (const goal of pairs.addedGoals) {
      const { title, parent } = goal.definition;
      report({
        message: parent === undefined || parent === null ? "added" : "under",
        data: { title: quoteText(title ?? goal.id), parent: parent ?? "" },
        entity: goal,
        field: "id",
        before: null,
        after: goal.id,
        place: placeOf(goal),
      });
    }
  },
});
