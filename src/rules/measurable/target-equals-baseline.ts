import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { figuresOf } from "../figures.ts";
import { isUnchanged } from "../history.ts";
import { exactText, keepForm } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/target-equals-baseline",
  summary: "The target is the baseline itself.",
  letter: "M",
  level: "warning",
  fixable: "suggestion",
  messages: {
    equal:
      "The target is the baseline, {value}, so nothing is to change; write {keep} to hold that level, or a {harder} target.",
  },
  docs: "A target that is to be reached and is the starting point at once is met on the first day, and progress has no way to measure. To hold a level is a fine aim: write it as a keep target, `{ min: 64 }`, which must then be met throughout.",
  bad: changed(["    baseline: 62\n    target: 75\n", "    baseline: 75\n    target: 75\n"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const value = figures?.resolved.target?.value ?? null;
    if (figures === null || value === null || !isUnchanged(figures)) return;
    const keep = keepForm(figures, value);
    context.report({
      message: "equal",
      data: {
        value: exactText(figures, value),
        keep,
        harder: figures.measure.better,
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
      suggestions: [{ title: `Hold the level: ${keep}`, replace: keep }],
    });
  },
});
