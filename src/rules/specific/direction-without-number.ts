import type { ProposedChange } from "../../findings/finding.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import { defineRule, placeOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { DIRECTION_OPTIONS, directionWithoutNumber } from "../words/outcomes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { endOfWhat, targetPhrases } from "../words/target-words.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/direction-without-number",
  summary: "A KPI's title says which way, but not how far.",
  letter: "S",
  level: "warning",
  text: true,
  fixable: "suggestion",
  messages: {
    direction: '"{words}" says which way, not how far; write the target into the title.',
  },
  docs: `The title is what people repeat. “Increase web traffic” is reached by one more visit; “Increase web traffic by 25%” is not. A date, a rank or a name with digits (“in 2026”, “top 10”, “CO2”) does not say how far, “double” or “to zero” does. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Increase the Net Promoter Score by 31 December 2026",
  ]),
  good,
  options: DIRECTION_OPTIONS,
  kpi: (kpi, context) => {
    const title = judgedTitle(kpi, context.workspace);
    if (title === null) return;
    const verb = directionWithoutNumber(title, context.options);
    if (verb === null) return;
    reportWords(context, kpi, "direction", verb, {
      suggestions: insertions(kpi, context.workspace, verb.text, endOfWhat(title.plain)),
    });
  },
});

/** Proposes the title with the target in it. */
function insertions(kpi: Kpi, workspace: Workspace, verb: string, end: number): readonly ProposedChange[] {
  const unit = workspace.metrics.get(kpi.definition.metric ?? "")?.definition.unit;
  return targetPhrases(kpi, verb, unit).map((phrase) => ({
    title: `Insert "${phrase}"`,
    replace: ` ${phrase}`,
    at: placeOf(kpi, { path: ["title"], slice: [end, end] }),
  }));
}
