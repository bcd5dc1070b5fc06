import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { figuresOf } from "../figures.ts";
import { levelToReach, noiseAround } from "../history.ts";
import { exactText, roundedText } from "../wording.ts";

export const rule = defineRule({
  id: "achievable/inside-noise",
  summary: "The target lies inside the range in which the metric varies by chance.",
  letter: "A",
  level: "warning",
  messages: {
    noise:
      "By chance alone the metric moves between {lower} and {upper} (from the {count} values before the window), so {value} comes up without any change; write a target {side} {limit}.",
  },
  docs: "Every number varies. From the values before the window the natural limits follow: their mean ± 2.66 times the mean difference of neighbours (a process behaviour chart). A target inside these limits can be reached by luck and lost again, and reaching it proves nothing. Set it outside, or work on the variation first. At least six values before the window are needed.",
  bad: changed([
    "      2025-12-31: 62\n",
    "      2024-09-30: 61\n      2024-12-31: 69\n      2025-03-31: 60\n      2025-06-30: 70\n      2025-09-30: 61\n      2025-12-31: 62\n",
  ]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const level = figures === null ? null : levelToReach(figures, context.asOf);
    const limits = level === null ? null : noiseAround(level);
    if (figures === null || level === null || limits === null) return;
    const isHigher = figures.measure.better === "higher";
    context.report({
      message: "noise",
      data: {
        count: level.before,
        lower: roundedText(figures, limits.lower),
        upper: roundedText(figures, limits.upper),
        value: exactText(figures, level.value),
        side: isHigher ? "above" : "below",
        limit: roundedText(figures, isHigher ? limits.upper : limits.lower),
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
    });
  },
});
