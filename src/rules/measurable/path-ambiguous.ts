import { type Plan, pathExists, planAt } from "../../progress/plan.ts";
import { addMonths, formatDay } from "../../workspace/day.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { baselineText, exactText, roundedText } from "../wording.ts";

const LARGE_FACTOR = 2;
/** So that 30 to 60 counts as twice, whatever binary fractions make of it. */
const ROUNDING = 1e-9;

const LONG_WINDOW: readonly (readonly [string, string])[] = [
  ["    timeframe: 2026\n\nmetrics", "    timeframe: { start: 2025-07-01, end: 2026-12-31 }\n\nmetrics"],
  [
    "    timeframe: 2026\n    baseline: 62\n",
    "    timeframe: { start: 2025-07-01, end: 2026-12-31 }\n    baseline: 30\n",
  ],
];

export const rule = defineRule({
  id: "measurable/path-ambiguous",
  summary: "A level is to double or halve over more than a year, and no path is stated.",
  letter: "M",
  level: "info",
  fixable: "suggestion",
  messages: {
    ambiguous:
      "From {baseline} to {target}, a straight line expects {linear} on {day} and steady growth {compound}; state `path: linear` or `path: compound`.",
  },
  docs: "Over a long time a large change can go in equal steps (`linear`) or by an equal percentage (`compound`), and half-way the two expect different values: the same number is on track by one and off track by the other. Who sets the target knows which is meant. Checkpoints answer the question too.",
  bad: changed(...LONG_WINDOW),
  good: changed(...LONG_WINDOW, ["    target: 75\n", "    target: 75\n    path: compound\n"]),
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const plan = figures === null ? null : ambiguousPlan(figures);
    if (figures === null || plan === null) return;
    const middle = plan.first + Math.floor((plan.end - plan.first) / 2);
    const compound = planAt(withPath(plan, "compound"), middle) ?? 0;
    context.report({
      message: "ambiguous",
      data: {
        baseline: baselineText(figures),
        target: exactText(figures, plan.target),
        day: formatDay(middle),
        linear: roundedText(figures, planAt(plan, middle) ?? 0),
        compound: roundedText(figures, compound),
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
      suggestions: [
        { title: "Add path: linear, for equal steps" },
        { title: "Add path: compound, for an equal percentage each day" },
      ],
    });
  },
});

/** The linear plan of a level that was chosen by default although a compound one would fit as well. */
function ambiguousPlan({ measure, resolved, terms }: Figures): Plan | null {
  const { plan, target } = resolved;
  if (plan === null || plan.path !== "linear" || target?.kind !== "reach" || measure.aggregation !== "last")
    return null;
  if (terms.path !== null || terms.checkpoints.length > 0 || plan.origin === null) return null;
  if (plan.end < addMonths(plan.first + 1, 12) || !pathExists("compound", plan.origin, plan.target)) return null;
  const factor = plan.target / plan.origin;
  const isLarge = factor >= LARGE_FACTOR - ROUNDING || factor <= 1 / LARGE_FACTOR + ROUNDING;
  return isLarge ? plan : null;
}

function withPath(plan: Plan, path: Plan["path"]): Plan {
  const { first, end, origin, target, checkpoints } = plan;
  return { path, first, end, origin, target, checkpoints };
}
