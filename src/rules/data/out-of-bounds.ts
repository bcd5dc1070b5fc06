import { saysYesOrNo } from "../../progress/terms.ts";
import { formatDay } from "../../workspace/day.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { formatExact, isYesOrNo } from "../../workspace/units.ts";
import { defineRule, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "data/out-of-bounds",
  summary: "A value lies outside the metric's bounds.",
  letter: "M",
  level: "error",
  messages: {
    below: "The value is below `bounds.min`.",
    above: "The value is above `bounds.max`.",
    boolean:
      "{value} on {date} is neither yes nor no, and the unit is boolean; write 1 for done and 0 for not done, or another unit.",
  },
  docs: "Bounds say which values are possible at all, so a value outside them is a typing mistake or the bounds are wrong. Values of the unit `boolean` are 1 (done) and 0 (not done). The row still counts, because hiding it would hide the mistake.",
  bad: changed(["      2026-06-30: 68\n", "      2026-06-30: 680\n"]),
  good,
  // Stated bounds are looked at where rows are read.
  metric: (metric, context) => {
    const { series, definition, dataFile } = metric;
    if (series === null || !saysYesOrNo(definition)) return;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = definition.bounds ?? {};
    for (const [row, value] of series.values.entries()) {
      if (isYesOrNo(value) || value < min || value > max) continue;
      const date = formatDay(series.days[row] ?? 0);
      context.report({
        message: "boolean",
        data: { value: formatExact(value), date },
        place: placeOfRow(metric, dataFile, series.places[row] ?? 0, "value"),
        entity: refOf(metric),
        discriminator: `${date} value`,
      });
    }
  },
});
