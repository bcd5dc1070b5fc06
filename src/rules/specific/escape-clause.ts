import type { Goal, Kpi } from "../../workspace/model.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { ESCAPE_OPTIONS, escapeClauses } from "../words/escapes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/escape-clause",
  summary: "A title takes its own promise back.",
  letter: "S",
  level: "warning",
  text: true,
  messages: {
    escape: '"{words}" takes the promise back; leave it out, or write exactly which cases do not count.',
  },
  docs: `“Where possible”, “as appropriate”, “aim to” and “should” make a title true whatever happens. If some cases do not count, name them in the metric's \`definition\`; if the target may be missed, \`ambition: aspirational\` says so. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Net Promoter Score of 75 by 31 December 2026 where possible",
  ]),
  good,
  options: ESCAPE_OPTIONS,
  goal: check,
  kpi: check,
});

function check(entity: Goal | Kpi, context: RuleContext<WordOptions>): void {
  const title = judgedTitle(entity, context.workspace);
  if (title === null) return;
  for (const hit of escapeClauses(title, context.options)) reportWords(context, entity, "escape", hit);
}
