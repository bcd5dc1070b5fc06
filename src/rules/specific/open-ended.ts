import type { Goal, Kpi } from "../../workspace/model.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { OPEN_OPTIONS, openEnds } from "../words/escapes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/open-ended",
  summary: "A title leaves open what else counts.",
  letter: "S",
  level: "warning",
  text: true,
  messages: {
    open: '"{words}" leaves open what else counts; write the whole list, or a word that covers all of it.',
  },
  docs: `A list that ends in “etc.” can be made longer when it suits. Write a word that covers everything (“paid channels” instead of “ads, sponsoring etc.”) and put the list into the metric's \`definition\`. Examples in parentheses are fine. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Net Promoter Score of clinics, pharmacies etc. of 75 by 31 December 2026",
  ]),
  good,
  options: OPEN_OPTIONS,
  goal: check,
  kpi: check,
});

function check(entity: Goal | Kpi, context: RuleContext<WordOptions>): void {
  const title = judgedTitle(entity, context.workspace);
  if (title === null) return;
  for (const hit of openEnds(title, context.options)) reportWords(context, entity, "open", hit);
}
