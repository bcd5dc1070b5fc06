import { formatDay } from "../../workspace/day.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { formatNumber } from "../../workspace/units.ts";
import { defineRule, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";

const FACTORS = [100, 1000];
const TOLERANCE = 0.1;
/** Safely below what the smallest factor tolerates: nearly all values need no closer look. */
const SMALLEST = 80;

export const rule = defineRule({
  id: "data/unit-jump",
  summary: "A value is about 100 or 1000 times its neighbours, or the inverse.",
  letter: "M",
  level: "warning",
  messages: {
    jump: "{value} is about {factor} times {direction} than the values before it (median {median}); was it entered in another unit?",
  },
  docs: "A jump by a factor of 100 or 1000 is nearly always a change of unit: a share instead of per cent, thousands instead of units. Correct the value, or change the unit of the whole series in one step and say so in a note.",
  bad: changed(
    ["    bounds: { min: -100, max: 100 }\n", ""],
    ["      2025-12-31: 62\n", "      2025-09-30: 61\n      2025-12-31: 62\n"],
    ["      2026-06-30: 68\n", "      2026-06-30: 0.63\n"],
  ),
  good,
  metric: (metric, context) => {
    const series = metric.series;
    if (series === null) return;
    for (let i = 3; i < series.values.length; i++) {
      const value = series.values[i] ?? 0;
      const median = medianOf(series.values[i - 3] ?? 0, series.values[i - 2] ?? 0, series.values[i - 1] ?? 0);
      const ratio = value / median;
      if (!(ratio > 0) || !Number.isFinite(ratio)) continue;
      const size = ratio > 1 ? ratio : 1 / ratio;
      if (size < SMALLEST) continue;
      const factor = FACTORS.find((f) => Math.abs(size / f - 1) <= TOLERANCE);
      if (factor === undefined) continue;
      context.report({
        message: "jump",
        data: {
          value: formatNumber(value),
          factor,
          direction: ratio > 1 ? "larger" : "smaller",
          median: formatNumber(median),
        },
        place: placeOfRow(metric, metric.dataFile, series.places[i] ?? 0, "value"),
        entity: refOf(metric),
        discriminator: `${formatDay(series.days[i] ?? 0)} value`,
      });
    }
  },
});

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
