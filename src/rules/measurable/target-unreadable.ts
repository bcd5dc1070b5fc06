import { accumulates, aggregationOf } from "../../progress/terms.ts";
import type { Metric } from "../../workspace/model.ts";
import { type Target, targetText } from "../../workspace/target.ts";
import { isBoolean, isYesOrNo } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { metricOf } from "../figures.ts";

export const rule = defineRule({
  id: "measurable/target-unreadable",
  summary: "The target is none of the forms of a target, or not one of its metric's unit.",
  letter: "M",
  level: "error",
  fixable: "suggestion",
  messages: {
    unreadable: "Write a number, a change, a range or true.",
    "not-boolean":
      "`true` means done, for the unit boolean, and {metric} is measured in {unit}; write the number to reach, or `unit: boolean` at the metric.",
    boolean:
      "{metric} is done or not done, because its unit is boolean, and {target} is neither; write true, or another unit at the metric.",
  },
  docs: `A target is one of

| written | means |
|---|---|
| \`75\` | reach 75 (\`better\` says from which side) |
| \`+25%\`, \`-50%\` | relative to the baseline, a share of its size |
| \`{ by: 10 }\` | the baseline plus 10 |
| \`{ min: 99.9 }\`, \`{ max: 3 }\`, \`{ min: 60, max: 70 }\` | keep inside, for the whole window |
| \`true\` | done, for unit \`boolean\` |

YAML has traps here: \`+10\` is the number 10, \`1,200\` and \`1_000\` are text, and an unquoted \`>= 99.9\` begins a block of text.`,
  bad: changed(["    target: 75\n", "    target: at least 75\n"]),
  good,
  // What is no target at all is found where definitions are read.
  kpi: (kpi, context) => {
    const metric = metricOf(kpi, context.workspace);
    const unit = metric?.definition.unit;
    if (metric === undefined || unit === undefined || kpi.state === "draft") return;
    for (const field of ["target", "stretch"] as const) {
      const target = kpi[field];
      const message = target === null ? null : misfit(target, metric);
      if (target === null || message === null) continue;
      context.report({
        message,
        data: { metric: metric.id, unit, target: targetText(target) },
        place: placeOf(kpi, { path: [field] }),
        entity: refOf(kpi),
        suggestions: message === "boolean" ? [{ title: "Write true", replace: "true" }] : [],
      });
    }
  },
});

/** What is wrong with a target for the unit of its metric; null where it fits. */
function misfit(target: Target, { definition }: Metric): "not-boolean" | "boolean" | null {
  if (!isBoolean(definition.unit)) return target.kind === "done" ? "not-boolean" : null;
  if (target.kind === "range" || target.kind === "done" || countsRows(definition)) return null;
  return target.kind === "number" && isYesOrNo(target.value) ? null : "boolean";
}

/** Whether the value of a window is a number or a share of rows, which may be any. */
function countsRows(definition: Metric["definition"]): boolean {
  const aggregation = aggregationOf(definition);
  return accumulates(aggregation) || aggregation === "mean" || aggregation === "ratio";
}
