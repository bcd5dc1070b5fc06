import { isPercent } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { fieldWith, figuresOf } from "../figures.ts";
import { baselineText, differenceText, yamlNumber } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/zero-baseline",
  summary: "A target in percent has a baseline of 0.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: {
    zero: "{percent} of {baseline} is still 0; write the change as { by: … } in {unit}, or the value to reach.",
  },
  docs: "Any percentage of nothing is nothing, so such a target is met before the work begins, or never. Write the change in the metric's unit, `{ by: 10 }`, or the value to reach.",
  bad: changed(["    baseline: 62\n    target: 75\n", "    baseline: 0\n    target: +75%\n"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const field = figures === null ? null : fieldWith("zero-baseline", figures);
    const written = field === null ? null : kpi[field];
    if (figures === null || field === null || written?.kind !== "percent") return;
    const { unit } = figures.metric.definition;
    const change = yamlNumber(written.percent);
    context.report({
      message: "zero",
      data: {
        percent: `${written.percent < 0 ? "" : "+"}${change}%`,
        baseline: baselineText(figures),
        unit: unit === undefined || isPercent(unit) ? "points" : unit,
      },
      place: placeOf(kpi, { path: [field] }),
      entity: refOf(kpi),
      suggestions: [
        {
          title: `Write { by: ${change} }, for ${differenceText(figures, written.percent)} ${written.percent < 0 ? "less" : "more"}`,
          replace: `{ by: ${change} }`,
        },
      ],
    });
  },
});
