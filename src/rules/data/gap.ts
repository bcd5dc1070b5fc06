import { gapsBetween, periodLabel } from "../../workspace/cadence.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { defineRule, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

const NAMED = 4;

export const rule = defineRule({
  id: "data/gap",
  summary: "A period between two rows has no row.",
  letter: "M",
  level: "warning",
  messages: {
    gap: "No value for {periods}, although the cadence is {cadence}; add the rows, or an empty value with a note where the gap is known.",
  },
  docs: "A metric that states its cadence promises a row a period. A hole makes sums too small and trends crooked. Where nothing could be measured, write the period with an empty value and a note: then the gap is known and nothing is reported. While rows of the metric cannot be read, only they are reported.",
  bad: changed(["      2025-12-31: 62\n", "      2025-09-30: 62\n"]),
  good,
  metric: (metric, context) => {
    const { cadence } = metric.definition;
    const series = metric.series;
    if (series === null || metric.unread > 0 || cadence === undefined || metric.definition.derived !== undefined)
      return;
    const gaps = gapsBetween(series.days, cadence, series.knownGaps);
    const [first] = gaps;
    if (first === undefined) return;
    const after = series.days.findIndex((day) => day > first.end);
    const named = gaps
      .slice(0, NAMED)
      .map((gap) => periodLabel(gap, cadence))
      .join(", ");
    context.report({
      message: "gap",
      data: { periods: gaps.length > NAMED ? `${named} and ${gaps.length - NAMED} more` : named, cadence },
      place: placeOfRow(metric, metric.dataFile, series.places[after] ?? 0, "date"),
      entity: refOf(metric),
      discriminator: "gap",
    });
  },
});
