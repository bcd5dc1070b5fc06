import { inside } from "../../progress/numbers.ts";
import { accumulates } from "../../progress/terms.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { exactText, roundedText } from "../wording.ts";

export const rule = defineRule({
  id: "achievable/out-of-bounds",
  summary: "The target lies outside the metric's bounds.",
  letter: "A",
  level: "error",
  messages: {
    above:
      "The target of {value} lies above {max}, the most that {metric} can be; write a value within the bounds, or correct `bounds.max`.",
    below:
      "The target of {value} lies below {min}, the least that {metric} can be; write a value within the bounds, or correct `bounds.min`.",
  },
  docs: "Bounds say which values are possible at all: a share ends at 100 %, a Net Promoter Score lies between -100 and 100. A target beyond them is never reached, so either it or the bounds hold a typing mistake. Totals are left out, because bounds are those of a single row.",
  bad: changed(["    target: 75\n", "    target: 175\n"], ["Net Promoter Score of 75", "Net Promoter Score of 175"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const value = figures === null ? null : valueOutside(figures);
    if (figures === null || value === null) return;
    const { measure, metric, target } = figures;
    const isAbove = measure.max !== null && value > measure.max;
    const bound = placeOf(metric, { path: ["bounds", isAbove ? "max" : "min"] });
    context.report({
      message: isAbove ? "above" : "below",
      data: {
        value:
          target.kind === "percent" || target.kind === "by" ? roundedText(figures, value) : exactText(figures, value),
        max: exactText(figures, measure.max ?? 0),
        min: exactText(figures, measure.min ?? 0),
        metric: metric.id,
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
      related: [{ place: bound, message: `The bound of ${metric.id}` }],
    });
  },
});

/** A value of the target that its metric cannot have; null where all can be. */
function valueOutside({ measure, resolved }: Figures): number | null {
  const { target, reason } = resolved;
  if (target === null || accumulates(measure.aggregation)) return null;
  if (reason !== null && reason !== "path-impossible" && reason !== "ratio-without-parts") return null;
  for (const value of [target.value, target.min, target.max]) {
    if (value !== null && !inside(value, measure.min, measure.max)) return value;
  }
  return null;
}
