import { inside, same } from "../../progress/numbers.ts";
import type { ResolvedTarget } from "../../progress/target.ts";
import { accumulates } from "../../progress/terms.ts";
import type { Direction } from "../../workspace/target.ts";
import { isPercent } from "../../workspace/units.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good } from "../examples.ts";
import { type Figures, figuresOf, isYesNo } from "../figures.ts";
import { exactText } from "../wording.ts";

export const rule = defineRule({
  id: "achievable/absolute-extreme",
  summary: "The target is the best value that is possible at all.",
  letter: "A",
  level: "info",
  messages: {
    extreme:
      "{value} is the {end} value that {metric} can have, so a single exception misses it; write a value that leaves room for one, or `ambition: aspirational`.",
  },
  docs: "100 % and 0 allow not a single exception, and the last part of the way is the dearest one. Often 99.5 % is what is meant. Where the extreme is the point, `ambition: aspirational` says so. The metric's `bounds` say what is possible; for percentages without bounds 0 and 100, unless a value lies outside them.",
  bad: changed(["    target: 75\n", "    target: 100\n"], ["Net Promoter Score of 75", "Net Promoter Score of 100"]),
  good,
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    if (figures === null || kpi.definition.ambition === "aspirational" || isYesNo(figures)) return;
    const extreme = extremeOf(figures);
    if (extreme === null) return;
    context.report({
      message: "extreme",
      data: { value: exactText(figures, extreme.value), end: extreme.end, metric: figures.metric.id },
      place: placeOf(kpi, { path: ["target"] }),
      entity: refOf(kpi),
    });
  },
});

interface Extreme {
  readonly value: number;
  readonly end: "highest" | "lowest";
}

/** The bound that a target equals on the side it is reached from; null where it equals none. */
function extremeOf(figures: Figures): Extreme | null {
  const { measure, metric, resolved } = figures;
  const { target, reason } = resolved;
  if (target === null || reason !== null) return null;
  const { min, max } = measure;
  if (target.kind === "budget") return equals(target.value, min === 0 ? 0 : null, "lowest");
  if (accumulates(measure.aggregation)) return null;
  const stated = bestOf(target, measure.better, min, max);
  if (stated !== null || !isPercent(metric.definition.unit)) return stated;
  const usual = bestOf(target, measure.better, min ?? 0, max ?? 100);
  return usual !== null && isShare(figures) ? usual : null;
}

function bestOf(target: ResolvedTarget, better: Direction, min: number | null, max: number | null): Extreme | null {
  if (target.kind === "keep") return equals(target.min, max, "highest") ?? equals(target.max, min, "lowest");
  return better === "higher" ? equals(target.value, max, "highest") : equals(target.value, min, "lowest");
}

function equals(value: number | null, bound: number | null, end: Extreme["end"]): Extreme | null {
  return value !== null && bound !== null && same(value, bound) ? { value, end } : null;
}

/** Whether nothing that is known of a percentage lies outside 0 to 100. */
function isShare({ metric, resolved }: Figures): boolean {
  const values = metric.series?.values ?? [];
  return inside(resolved.baseline.value ?? 0, 0, 100) && values.every((value) => inside(value, 0, 100));
}
