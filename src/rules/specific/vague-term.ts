import type { Entity } from "../../workspace/model.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";
import { VAGUE_OPTIONS, vagueWords } from "../words/vague.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/vague-term",
  summary: "A title holds a word that every reader measures differently.",
  letter: "S",
  level: "warning",
  text: true,
  messages: {
    vague: '"{words}" means something else to every reader; write a number, a limit or a list instead.',
    approximate: '"{words}" leaves open which number counts; write the number alone.',
    metric: {
      text: '"{words}" does not say what is counted; write the limit or the list that decides it.',
      level: "info",
    },
  },
  docs: `“Adequate”, “effective”, “significant”, “several” or “about 500” sound like a measure and are none: whoever reads the title decides from when on it holds. Write the limit: not “timely answers” but “answers within 24 hours”. Words in parentheses or quotation marks do not count, nor do answers that people gave (“rated effective”) or fixed terms (“effective tax rate”, “statistically significant”). In the title of a metric it is only information. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Adequate Net Promoter Score of 75 by 31 December 2026",
  ]),
  good,
  options: VAGUE_OPTIONS,
  goal: check,
  metric: check,
  kpi: check,
});

function check(entity: Entity, context: RuleContext<WordOptions>): void {
  const title = judgedTitle(entity, context.workspace);
  if (title === null) return;
  for (const hit of vagueWords(title, context.options)) {
    const message = entity.kind === "metric" ? "metric" : /\d/.test(hit.text) ? "approximate" : "vague";
    reportWords(context, entity, message, hit);
  }
}
