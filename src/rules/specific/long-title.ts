import type { Entity } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { isPursued } from "../words/titles.ts";

const LONGEST = 120;

export const rule = defineRule({
  id: "specific/long-title",
  summary: "A title is longer than 120 characters.",
  letter: "S",
  level: "info",
  messages: {
    long: "This title has {length} characters; keep what, how much and until when in 120, and move the rest to `{field}`.",
  },
  docs: "Titles stand in tables, charts and messages. What is counted, and what is not, belongs in the metric's `definition`; why it matters in `why`.",
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Net Promoter Score of 75 by 31 December 2026, asked of everybody who had a paid contract for ninety days or longer, in writing",
  ]),
  good,
  goal: check,
  metric: check,
  kpi: check,
});

function check(entity: Entity, context: RuleContext): void {
  const { title } = entity.definition;
  if (typeof title !== "string" || title.length <= LONGEST || !isPursued(entity)) return;
  const { length } = [...title.trimEnd()];
  if (length <= LONGEST) return;
  context.report({
    message: "long",
    data: { length, field: entity.kind === "metric" ? "definition" : "why" },
    place: placeOf(entity, { path: ["title"] }),
    entity: refOf(entity),
  });
}
