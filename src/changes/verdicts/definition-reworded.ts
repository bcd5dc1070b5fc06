import { quoteText } from "../../workspace/units.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { isReadable, placeOfField } from "../field-place.ts";
import { rewordedText } from "../reworded.ts";

export const verdict = defineVerdict({
  id: "diff/definition-reworded",
  summary: "The definition of a metric says something else.",
  level: "info",
  asksReason: false,
  messages: {
    reworded: "The definition says something else: {words}",
    added: "The metric has a definition now: {after}",
    removed: "The definition of the metric is removed: {before}",
  },
  docs: "A few words decide what is counted and what is not, so the words that differ are shown one by one. Links, markup, capitals and punctuation do not count. Where the new words mean another number, the old values should be measured again.",
  example: edited(["rolling 90 days", "rolling 30 days"]),
  metric: ({ before, after, users }, { report }) => {
    if (!isReadable("definition", before, after)) return;
    const old = before.definition.definition ?? "";
    const now = after.definition.definition ?? "";
    const words = rewordedText(old, now);
    if (words === null) return;
    report({
      message: old.trim() === "" ? "added" : now.trim() === "" ? "removed" : "reworded",
      data: { words, before: quoteText(old), after: quoteText(now) },
      entity: after,
      field: "definition",
      before: old === "" ? null : old,
      after: now === "" ? null : now,
      place: placeOfField(after, ["definition"]),
      kpis: users.map(({ id }) => id),
    });
  },
});
