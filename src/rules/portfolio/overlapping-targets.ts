import { slack } from "../../progress/numbers.ts";
import { planAt } from "../../progress/plan.ts";
import { accumulates } from "../../progress/terms.ts";
import { formatDay } from "../../workspace/day.ts";
import type { Window } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import { type Rival, rivalsByMetric } from "../rivals.ts";
import { twoKpisOnOneMetric } from "../second-target.ts";
import { exactText, roundedText, yamlNumber } from "../wording.ts";

/** How far a target may be off another one's plan, as a share of what that expects. */
const LEEWAY = 0.05;

export const rule = defineRule({
  id: "portfolio/overlapping-targets",
  summary: "The target of a shorter window does not fit the plan of a longer one on the same metric.",
  letter: null,
  level: "info",
  messages: {
    off: "On {day} the plan of {other} expects {planned}, and this target is {value}; write a value near {planned}, or give {other} the checkpoint { date: {day}, value: {number} }.",
  },
  docs: "A target for the quarter and one for the year, on the same metric, describe one way: where the quarter's target lies more than 5 % off the plan of the year, one of them is on track while the other one is not. Adjust one, or state the quarter's target as a checkpoint of the year's. Totals are left out, because each window has its own.",
  bad: twoKpisOnOneMetric("Net Promoter Score of 74 in the first half of 2026", "2026-H1", "74"),
  good: twoKpisOnOneMetric("Net Promoter Score of 69 in the first half of 2026", "2026-H1", "69"),
  workspace: (context) => {
    for (const rivals of rivalsByMetric(context)) {
      if (rivals.every(({ window }) => lengthOf(window) === lengthOf(rivals[0]?.window ?? window))) continue;
      for (const rival of rivals) check(rival, rivals, context);
    }
  },
});

/** Reports the first plan that a KPI's target does not fit. */
function check(rival: Rival, rivals: readonly Rival[], context: RuleContext): void {
  const value = levelOf(rival);
  if (value === null) return;
  for (const other of rivals) {
    if (!isWithin(rival.window, other.window)) continue;
    const planned = plannedBy(other, rival.window);
    if (planned === null || Math.abs(value - planned) <= LEEWAY * Math.abs(planned) + slack(planned)) continue;
    context.report({
      message: "off",
      data: {
        day: formatDay(rival.window.end),
        other: other.kpi.id,
        planned: roundedText(other.figures, planned),
        value: exactText(rival.figures, value),
        number: yamlNumber(value),
      },
      place: placeOf(rival.kpi, { path: ["target"] }),
      entity: refOf(rival.kpi),
      related: [{ place: placeOf(other.kpi, { path: ["target"] }), message: `The target of ${other.kpi.id}` }],
      discriminator: other.kpi.id,
    });
    return;
  }
}

/** The value that a KPI is to reach at the end of its window; null for totals, keep targets and invalid ones. */
function levelOf({ figures }: Rival): number | null {
  const { reason, target } = figures.resolved;
  if (reason !== null || target?.kind !== "reach" || accumulates(figures.measure.aggregation)) return null;
  return target.value;
}

/** Whether a window is shorter than another one, shares a day with it and ends while its plan still runs. */
function isWithin(shorter: Window, longer: Window): boolean {
  const isShorter = lengthOf(shorter) < lengthOf(longer);
  return isShorter && shorter.end >= longer.start && shorter.end <= longer.end;
}

function lengthOf({ start, end }: Window): number {
  return end - start + 1;
}

/** What a KPI's plan expects at the end of a window; null without a plan for that day. */
function plannedBy({ figures }: Rival, window: Window): number | null {
  const { plan } = figures.resolved;
  return plan === null ? null : planAt(plan, window.end);
}
