import type { ProposedChange } from "../../findings/finding.ts";
import { formatDayLong } from "../../workspace/day.ts";
import type { Goal, Kpi } from "../../workspace/model.ts";
import { defineRule, placeOf, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Hit, LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { RELATIVE_OPTIONS, relativeWords } from "../words/relative.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "timely/relative-words",
  summary: "A title names a time that moves with the reader.",
  letter: "T",
  level: "info",
  text: true,
  fixable: "suggestion",
  messages: {
    relative: '"{words}" means another day whenever it is read; write the date or the period.',
  },
  docs: `A title is read long after it was written: “next quarter” in a file of last year misleads. Write the day (“by 30 September 2026”) or the period (“in Q3 2026”) that the \`timeframe\` says. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Net Promoter Score of 75 by end of year",
  ]),
  good,
  options: RELATIVE_OPTIONS,
  goal: check,
  kpi: check,
});

function check(entity: Goal | Kpi, context: RuleContext<WordOptions>): void {
  const title = judgedTitle(entity, context.workspace);
  if (title === null) return;
  for (const hit of relativeWords(title, context.options, entity.kind === "goal")) {
    reportWords(context, entity, "relative", hit, { suggestions: [absolute(entity, hit, title.text)] });
  }
}

/** Proposes the last day of the window, in place of the words and the preposition before them. */
function absolute(entity: Goal | Kpi, hit: Hit, text: string): ProposedChange {
  const window = entity.timeframe;
  if (window === null || window.recurring !== null) return { title: "Write the date or the period" };
  const lead = /(?:(?<![\w-])(?:by|in|within|during|over|for|until|till|before)\s+)?(?:the\s+)?$/i.exec(
    text.slice(0, hit.start),
  );
  const start = lead?.index ?? hit.start;
  const date = `${start === 0 ? "By" : "by"} ${formatDayLong(window.end)}`;
  return {
    title: `Write "${date}"`,
    replace: date,
    at: placeOf(entity, { path: ["title"], slice: [start, hit.end] }),
  };
}
