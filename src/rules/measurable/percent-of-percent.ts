import { inside, same } from "../../progress/numbers.ts";
import { isPercent } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { figuresOf } from "../figures.ts";
import { exactText, roundedText, writtenTarget, yamlNumber } from "../wording.ts";

const PERCENT: readonly (readonly [string, string])[] = [
  ["    title: Net Promoter Score\n", "    title: Customers who would recommend us\n"],
  ["    unit: points\n", '    unit: "%"\n'],
  ["    bounds: { min: -100, max: 100 }\n", ""],
  ["Net Promoter Score of 75 by", "Customers who would recommend us at 75% by"],
];

export const rule = defineRule({
  id: "measurable/percent-of-percent",
  summary: "A change in percent of a percentage can be read in two ways.",
  letter: "M",
  level: "info",
  fixable: "suggestion",
  messages: {
    two: "{target} of {baseline} is {percent}; {baseline} {sign} {size} points is {points}: write { by: {number} } for points, or {value} for what is meant now.",
  },
  docs: "`+25%` of a rate of 40 % is 50 %, but many readers take it for 25 points more, 65 %. Both are possible targets, so the file should say which: the value to reach, or `{ by: 25 }` for points. Where points would leave the bounds (0 to 100 unless the metric states others), nobody can misread it.",
  bad: changed(...PERCENT, ["    baseline: 62\n    target: 75\n", "    baseline: 60\n    target: +25%\n"]),
  good: changed(...PERCENT, ["    baseline: 62\n    target: 75\n", "    baseline: 60\n    target: { by: 15 }\n"]),
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null || figures.target.kind !== "percent" || !isPercent(figures.metric.definition.unit)) return;
    const { measure, resolved, target } = figures;
    const baseline = resolved.baseline.value;
    const relative = resolved.target?.value ?? null;
    if (resolved.reason !== null || baseline === null || relative === null) return;
    const points = baseline + target.percent;
    if (same(points, relative) || !inside(points, measure.min ?? 0, measure.max ?? 100)) return;
    const value = yamlNumber(relative);
    const by = `{ by: ${yamlNumber(target.percent)} }`;
    context.report({
      message: "two",
      data: {
        target: writtenTarget(figures),
        baseline: exactText(figures, baseline),
        percent: roundedText(figures, relative),
        sign: target.percent < 0 ? "-" : "+",
        size: yamlNumber(Math.abs(target.percent)),
        points: roundedText(figures, points),
        number: yamlNumber(target.percent),
        value,
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
      suggestions: [
        { title: `Write ${by}, for ${roundedText(figures, points)}`, replace: by },
        { title: `Write ${value}, for ${roundedText(figures, relative)}`, replace: value },
      ],
    });
  },
});
