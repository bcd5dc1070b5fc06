import { accumulates } from "../../progress/terms.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { figuresOf } from "../figures.ts";
import { exactText, yamlNumber } from "../wording.ts";

export const rule = defineRule({
  id: "measurable/total-below-zero",
  summary: "A total, which starts at 0, is to reach a value below it.",
  letter: "M",
  level: "warning",
  messages: {
    below:
      "A total starts at 0, above {value}, so this counts as met from the first day; count losses as positive numbers with `better: lower`, and write { max: {size} } as their budget.",
  },
  docs: "Values of a window are added up from 0, whatever the year before was. A sum of −300,000 is passed on the way down, so a KPI that has to reach it is green until the loss is larger, and its pace says nothing. Turned around it works: a loss of 300,000 that must not be passed is a budget, and every month shows how much of it is used.",
  bad: changed(
    ["    title: Net Promoter Score\n", "    title: Visits against last year\n"],
    [
      "    unit: points\n    cadence: quarterly\n",
      "    unit: visits\n    aggregation: running\n    cadence: quarterly\n",
    ],
    ["    bounds: { min: -100, max: 100 }\n", ""],
    ["Net Promoter Score of 75 by", "At most 300 visits lost by"],
    ["    baseline: 62\n    target: 75\n", "    target: -300\n"],
  ),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null || !accumulates(figures.measure.aggregation)) return;
    const { target, reason } = figures.resolved;
    if (reason !== null || target?.kind !== "reach" || target.value >= 0) return;
    context.report({
      message: "below",
      data: { value: exactText(figures, target.value), size: yamlNumber(-target.value) },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
    });
  },
});
