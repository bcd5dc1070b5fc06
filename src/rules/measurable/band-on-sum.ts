import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { fieldWith, figuresOf } from "../figures.ts";
import { exactText, yamlNumber } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/band-on-sum",
  summary: "A total has a lower and an upper bound at once.",
  letter: "M",
  level: "error",
  messages: {
    band: "A total is either reached or kept small: write { min: {minNumber} } to reach {min}, or { max: {maxNumber} } as a budget of {max}, and the other one as a KPI of its own.",
  },
  docs: "While a total grows it lies below its lower bound for most of the window, and that is no failure; passing the upper bound is one at once. The two ask for different judgements, so they are two KPIs: one with `{ min }`, which is reached, and one with `{ max }`, which is a budget.",
  bad: changed(
    ["    title: Net Promoter Score\n", "    title: Refunds in the quarter\n"],
    [
      "    unit: points\n    cadence: quarterly\n",
      "    unit: refunds\n    aggregation: sum\n    better: lower\n    cadence: quarterly\n",
    ],
    ["    bounds: { min: -100, max: 100 }\n", ""],
    ["Net Promoter Score of 75 by", "Between 200 and 300 refunds by"],
    ["    baseline: 62\n    target: 75\n", "    target: { min: 200, max: 300 }\n"],
  ),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const field = figures === null ? null : fieldWith("band-on-sum", figures);
    const band = field === null ? null : kpi[field];
    if (figures === null || field === null || band?.kind !== "range" || band.min === null || band.max === null) return;
    context.report({
      message: "band",
      data: {
        min: exactText(figures, band.min),
        max: exactText(figures, band.max),
        minNumber: yamlNumber(band.min),
        maxNumber: yamlNumber(band.max),
      },
      place: placeOf(kpi, { path: [field] }),
      entity: refOf(kpi),
    });
  },
});
