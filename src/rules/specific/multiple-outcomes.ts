import type { Goal, Kpi } from "../../workspace/model.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { DIRECTION_OPTIONS, secondOutcome } from "../words/outcomes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/multiple-outcomes",
  summary: "A title promises two outcomes at once.",
  letter: "S",
  level: "warning",
  text: true,
  messages: {
    second: '"{words}" begins a second outcome; give it a KPI of its own, or make it a guardrail of this one.',
  },
  docs: `A KPI has one metric, so of “increase sales and reduce returns” only one half is measured, and nobody can say whether the whole was reached. Write two KPIs. Where the second half must only not suffer, it is a guardrail. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Raise the Net Promoter Score to 75 and reduce complaints by 31 December 2026",
  ]),
  good,
  options: DIRECTION_OPTIONS,
  goal: check,
  kpi: check,
});

function check(entity: Goal | Kpi, context: RuleContext<WordOptions>): void {
  const title = judgedTitle(entity, context.workspace);
  const second = title === null ? null : secondOutcome(title, context.options);
  if (second !== null) reportWords(context, entity, "second", second);
}
