import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { type Rival, rivalsByMetric } from "../rivals.ts";
import { twoKpisOnOneMetric } from "../second-target.ts";

export const rule = defineRule({
  id: "portfolio/duplicate-kpi",
  summary: "Two KPIs have the same goal, metric, window and target.",
  letter: null,
  level: "warning",
  messages: {
    duplicate:
      "This is {other} once more: the same goal, metric, window and target; remove one of them, or give them different targets.",
  },
  docs: "The same KPI under two ids counts twice in its goal's progress, and sooner or later only one of the two is changed. Targets are compared by what they come to: `+60%` of 40 is 64.",
  bad: twoKpisOnOneMetric("Net Promoter Score of 13 points more in 2026", "2026", "{ by: 13 }"),
  good: twoKpisOnOneMetric("Net Promoter Score of 69 in the first half of 2026", "2026-H1", "69"),
  workspace: (context) => {
    for (const rivals of rivalsByMetric(context)) {
      const first = new Map<string, Rival>();
      for (const rival of rivals) {
        const sameness = samenessOf(rival);
        const other = sameness === null ? undefined : first.get(sameness);
        if (other !== undefined) report(rival, other, context);
        else if (sameness !== null) first.set(sameness, rival);
      }
    }
  },
});

/** Digits to which targets are compared, so that binary fractions make no difference. */
const DIGITS = 9;

/** What KPIs of one metric have in common where they are the same; null without a goal or a valid target. */
function samenessOf({ kpi, figures, window }: Rival): string | null {
  const { goal } = kpi.definition;
  const { target, reason } = figures.resolved;
  if (goal === undefined || target === null || reason !== null) return null;
  const every = figures.terms.timeframe?.recurring?.every ?? "once";
  const numbers = [target.value, target.min, target.max].map((value) => value?.toPrecision(DIGITS) ?? "none");
  return [goal, window.start, window.end, every, target.kind, ...numbers].join(" ");
}

function report(rival: Rival, other: Rival, context: RuleContext): void {
  context.report({
    message: "duplicate",
    data: { other: other.kpi.id },
    place: placeOf(rival.kpi),
    entity: refOf(rival.kpi),
    related: [{ place: placeOf(other.kpi), message: `${other.kpi.id} is defined here` }],
  });
}
