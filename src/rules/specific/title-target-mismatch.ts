import type { ProposedChange } from "../../findings/finding.ts";
import type { Kpi } from "../../workspace/model.ts";
import { targetText } from "../../workspace/target.ts";
import { formatExact } from "../../workspace/units.ts";
import { defineRule, type RuleContext } from "../define.ts";
import { changed, good } from "../examples.ts";
import { metricOf } from "../figures.ts";
import { findMismatch, type Mismatch, namesLevel, namesTarget } from "../words/mismatch.ts";
import { isReaching, openingPromise, PROMISE_OPTIONS } from "../words/outcomes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { type TargetNumbers, targetNumbers } from "../words/target-numbers.ts";
import { pursuedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/title-target-mismatch",
  summary: "The number in a KPI's title is not the one in its target.",
  letter: "S",
  level: "warning",
  fixable: "suggestion",
  messages: {
    mismatch: "The title says {words}, the target {target}; write the same number in both.",
  },
  docs: `People read the title, the tool scores the target: when one is edited and the other forgotten, they disagree about success. A title that opens with a direction verb, or with reach, achieve, acquire or keep, may name the target, the change, the change in percent, the baseline, a stretch target, a checkpoint or a guardrail. Dates, ranks and numbers of something else are left alone, and so is everything that cannot be computed because no baseline is stated. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Raise the Net Promoter Score to 80 by 31 December 2026",
  ]),
  good,
  options: PROMISE_OPTIONS,
  kpi: (kpi, context) => {
    const title = pursuedTitle(kpi);
    if (title === null || kpi.target === null || !/\d/.test(title.plain)) return;
    const metric = metricOf(kpi, context.workspace)?.definition;
    if (namesTarget(title.plain, kpi.target, metric?.unit ?? undefined)) return;
    const numbers = targetNumbers(kpi);
    if (numbers === null) return;
    const subject = { unit: metric?.unit ?? undefined, metric: metric?.title ?? "" };
    if (namesLevel(title.plain, numbers.level, subject.unit)) return;
    const verb = openingPromise(title, context.options);
    if (verb === null) return;
    const found = findMismatch(title.plain, { end: verb.end, direct: isReaching(verb.text) }, numbers, subject);
    if (found !== null) report(found, title.text, kpi, context, targetShown(kpi, numbers, subject.unit));
  },
});

function report(found: Mismatch, title: string, kpi: Kpi, context: RuleContext<WordOptions>, target: string): void {
  const { start, end } = found.number;
  const { right } = found;
  const suggestions: readonly ProposedChange[] = right === null ? [] : [{ title: `Write ${right}`, replace: right }];
  const words = title.slice(start, end);
  reportWords(context, kpi, "mismatch", { start, end, text: words }, { data: { target }, suggestions });
}

/** The target as written, and what it comes to where it is relative to a stated baseline. */
function targetShown(kpi: Kpi, numbers: TargetNumbers, unit: string | undefined): string {
  if (kpi.target === null) return "";
  const text = targetText(kpi.target, unit);
  const isRelative = kpi.target.kind === "percent" || kpi.target.kind === "by";
  return isRelative && numbers.level !== null ? `${text} (${formatExact(numbers.level)})` : text;
}
