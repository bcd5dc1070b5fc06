import { formatDay } from "../../workspace/day.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { figuresOf, isYesNo } from "../figures.ts";
import { levelToReach } from "../history.ts";
import { exactText, keepForm } from "../wording.ts";

export const rule = defineRule({
  id: "achievable/already-met",
  summary: "The last value before the window meets the target already.",
  letter: "A",
  level: "warning",
  messages: {
    met: "{last} on {day} meets the target of {value} before the window begins; write a {harder} target, or {keep} to hold the level.",
    done: "This was done on {day}, before the window begins; retire the KPI, or move its timeframe.",
  },
  docs: "A target that is met before the work begins asks for nothing. Set one beyond the last value, or write a keep target where the level is to be held. A stated baseline that differs from the last value is often the reason: it may be out of date.",
  bad: changed(["      2025-12-31: 62\n", "      2025-12-31: 76\n"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const level = figures === null ? null : levelToReach(figures, context.asOf);
    if (figures === null || level === null || !level.isMet) return;
    const { measure, metric } = figures;
    const row = level.series.places[level.before - 1];
    const isDerived = metric.definition.derived !== undefined;
    context.report({
      message: isYesNo(figures) ? "done" : "met",
      data: {
        last: exactText(figures, level.last.value),
        day: formatDay(level.last.day),
        value: exactText(figures, level.value),
        harder: measure.better,
        keep: keepForm(figures, level.value),
      },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
      related:
        row === undefined || isDerived
          ? []
          : [{ place: placeOfRow(metric, metric.dataFile, row, "value"), message: "The last value before the window" }],
    });
  },
});
