import { slack } from "../../progress/numbers.ts";
import { countUntil } from "../../progress/window.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Series } from "../../workspace/series.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, figuresOf, isYesNo } from "../figures.ts";
import { levelToReach, noiseAround } from "../history.ts";
import { baselineText, differenceText, exactText } from "../wording.ts";

/** How many times the largest change ever seen a target may ask for. */
const FACTOR = 3;
const FEWEST_SPANS = 2;
/** How far the length of a span may be off, as a share of it, where half a cadence is less. */
const LEEWAY = 0.05;

export const rule = defineRule({
  id: "achievable/never-seen-pace",
  summary: "The target asks for a change several times larger than any seen in the history.",
  letter: "A",
  level: "info",
  messages: {
    pace: "From {baseline} to {value} in {days} days is a change of {change}, over 3 times the largest one seen in as long ({largest}, {from} to {to}); write a nearer target or a later end, or `ambition: aspirational`.",
  },
  docs: "The history of a metric shows how far it has ever moved in as much time as the target allows. Asking for more than three times that, in either direction, is a bet on something new: name it in `why`, take more time, or say `ambition: aspirational`. Spans of the same length are compared wherever the history before the window holds at least two of them.",
  bad: changed([
    "      2025-12-31: 62\n",
    "      2024-09-30: 59\n      2024-12-31: 59\n      2025-03-31: 60\n      2025-06-30: 60\n      2025-09-30: 61\n      2025-12-31: 62\n",
  ]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null || kpi.definition.ambition === "aspirational" || isYesNo(figures)) return;
    const level = levelToReach(figures, context.asOf);
    const { plan } = figures.resolved;
    // A level that chance alone reaches has a finding of its own, with the opposite advice.
    if (level === null || level.isMet || noiseAround(level) !== null || plan === null || plan.origin === null) return;
    const days = plan.end - plan.first;
    const change = Math.abs(plan.target - plan.origin);
    const largest = largestChange(level.series, countUntil(level.series.days, Math.min(context.asOf, plan.first)), {
      days,
      leeway: leewayOf(figures, days),
    });
    if (largest === null || change <= FACTOR * largest.size + slack(change)) return;
    context.report({
      message: "pace",
      data: {
        baseline: baselineText(figures),
        value: exactText(figures, level.value),
        days,
        change: differenceText(figures, change),
        largest: differenceText(figures, largest.size),
        from: formatDay(largest.from),
        to: formatDay(largest.to),
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
    });
  },
});

/** Rows stand at most half a cadence away from the day that is looked for. */
function leewayOf({ measure }: Figures, days: number): number {
  return Math.max(cadenceDays(measure.cadence) / 2, LEEWAY * days);
}

interface Change {
  readonly size: number;
  readonly from: Day;
  readonly to: Day;
}

/** The largest change, in either direction, between rows that lie a span apart; null for fewer than two spans. */
function largestChange(
  series: Series,
  count: number,
  span: { readonly days: number; readonly leeway: number },
): Change | null {
  const { days, values } = series;
  let largest: Change | null = null;
  let spans = 0;
  let end = 0;
  for (let start = 0; start < count; start++) {
    const from = days[start] ?? 0;
    const wanted = from + span.days;
    while (end + 1 < count && Math.abs((days[end + 1] ?? 0) - wanted) <= Math.abs((days[end] ?? 0) - wanted)) end++;
    const to = days[end] ?? 0;
    if (to <= from || Math.abs(to - wanted) > span.leeway) continue;
    spans++;
    const size = Math.abs((values[end] ?? 0) - (values[start] ?? 0));
    if (largest === null || size > largest.size) largest = { size, from, to };
  }
  return spans < FEWEST_SPANS ? null : largest;
}
