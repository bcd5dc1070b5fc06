import type { ProposedChange } from "../../findings/finding.ts";
import { defineRule, placeOf, type Report, type RuleContext, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { baselineText, exactText, keepForm, roundedText, writtenTarget, yamlNumber } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/direction-conflict",
  summary: "The target lies on the worse side of its baseline.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: {
    level:
      "The target of {value} is {where} the baseline of {baseline}, but {better} is better for {metric}; write `better: {opposite}` at the metric, or {keep} to hold that level.",
    relative:
      "{target} leads from {baseline} to {value}, but {better} is better for {metric}; write `better: {opposite}` at the metric, or a change in the other direction.",
    minimum:
      "A total of at least {value} cannot be the aim where lower is better for {metric}; write { max: {number} } as a budget, or `better: higher` at the metric.",
  },
  docs: "`better` says which side of a number is the good one; it is `higher` unless the metric says otherwise. A target on the other side of its baseline would be met by getting worse, so it is not judged at all. Mostly `better: lower` is missing at the metric. Where the level is to be held although it was passed before, write a keep target: `{ min: 30 }`.",
  bad: changed(["    baseline: 62\n    target: 75\n", "    baseline: 80\n    target: 75\n"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null || figures.resolved.reason !== "direction-conflict") return;
    const value = figures.resolved.target?.value ?? null;
    if (value === null) return;
    report(figures, value, context);
  },
});

function report(figures: Figures, value: number, context: RuleContext): void {
  const { kpi, measure, metric, target, resolved } = figures;
  const opposite = measure.better === "higher" ? "lower" : "higher";
  const isRange = target.kind === "range";
  const isLevel = target.kind === "number" || target.kind === "done";
  const stated = metric.definition.better !== undefined;
  const better = placeOf(metric, stated ? { path: ["better"] } : {});
  const changes: ProposedChange[] = [
    {
      title: `Write better: ${opposite} at the metric ${metric.id}`,
      ...(stated ? { replace: opposite, at: better } : {}),
    },
  ];
  if (isRange) changes.unshift({ title: "Write a budget", replace: `{ max: ${yamlNumber(value)} }` });
  if (isLevel)
    changes.push({ title: `Hold the level: ${keepForm(figures, value)}`, replace: keepForm(figures, value) });
  const data: Report["data"] = {
    target: writtenTarget(figures),
    value: isLevel ? exactText(figures, value) : roundedText(figures, value),
    number: yamlNumber(value),
    where: value < (resolved.baseline.value ?? 0) ? "below" : "above",
    baseline: baselineText(figures),
    better: measure.better,
    opposite,
    metric: metric.id,
    keep: keepForm(figures, value),
  };
  context.report({
    message: isRange ? "minimum" : isLevel ? "level" : "relative",
    data,
    place: placeOf(kpi, { path: ["target"] }),
    entity: refOf(kpi),
    suggestions: changes,
    related: [{ place: better, message: `${measure.better} is better for ${metric.id}` }],
  });
}
