import { inside, same } from "../../progress/numbers.ts";
import type { ResolvedTarget } from "../../progress/target.ts";
import type { Direction } from "../../workspace/target.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { exactText } from "../wording.ts";

export const rule = defineRule({
  id: "achievable/stretch-not-harder",
  summary: "The stretch target is not beyond the target.",
  letter: "A",
  level: "warning",
  messages: {
    level:
      "The stretch target of {stretch} is not beyond the target of {target}; write a value {side} {target}, or leave `stretch` out.",
    range: "The stretch range is not narrower than the target; write bounds inside {target}, or leave `stretch` out.",
  },
  docs: "A stretch target is a second, harder one: it is shown beside the target and never scored. One that is easier, or the same, says nothing.",
  bad: changed(["    target: 75\n", "    target: 75\n    stretch: 72\n"]),
  good: changed(["    target: 75\n", "    target: 75\n    stretch: 80\n"]),
  kpi: (kpi, context) => {
    const figures = figuresOf(kpi, context);
    const stretch = figures === null ? null : resolvedStretch(figures);
    const { target = null, reason = null } = figures?.resolved ?? {};
    if (figures === null || stretch === null || target === null || reason !== null) return;
    const { better } = figures.measure;
    if (isHarder(stretch, target, better) !== false) return;
    const bar = barOf(target, better);
    const own = barOf(stretch, better);
    context.report({
      message: bar === null || own === null ? "range" : "level",
      data: {
        stretch: exactText(figures, own?.value ?? 0),
        target: bar === null ? rangeText(figures, target) : exactText(figures, bar.value),
        side: bar?.isFloor === true ? "above" : "below",
      },
      place: placeOf(kpi, { path: ["stretch"] }),
      entity: refOf(kpi),
    });
  },
});

/** The stretch target; null where it has none or has no number, which other rules report. */
function resolvedStretch({ stretch }: Figures): ResolvedTarget | null {
  if (stretch === null) return null;
  return stretch.fault === null || stretch.fault === "direction-conflict" ? stretch.target : null;
}

/** Whether everything that meets the stretch target lies beyond the target; null where they cannot be compared. */
function isHarder(stretch: ResolvedTarget, target: ResolvedTarget, better: Direction): boolean | null {
  const bar = barOf(target, better);
  const own = barOf(stretch, better);
  if (bar !== null && own !== null) {
    if (bar.isFloor !== own.isFloor) return null;
    return !same(own.value, bar.value) && own.value > bar.value === bar.isFloor;
  }
  if (stretch.kind !== "keep" || target.kind !== "keep") return null;
  const { min, max } = stretch;
  const isInside = holds(target, min, Number.NEGATIVE_INFINITY) && holds(target, max, Number.POSITIVE_INFINITY);
  return isInside && !(sameBound(min, target.min) && sameBound(max, target.max));
}

function holds(range: ResolvedTarget, bound: number | null, without: number): boolean {
  return inside(bound ?? without, range.min, range.max);
}

function sameBound(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && same(a, b));
}

/** The one value that must not be missed, and from which side; null for a range with two bounds. */
function barOf(
  target: ResolvedTarget,
  better: Direction,
): { readonly value: number; readonly isFloor: boolean } | null {
  if (target.kind === "reach") return { value: target.value, isFloor: better === "higher" };
  if (target.kind === "budget") return { value: target.value, isFloor: false };
  if (target.min !== null && target.max === null) return { value: target.min, isFloor: true };
  return target.max !== null && target.min === null ? { value: target.max, isFloor: false } : null;
}

function rangeText(figures: Figures, target: ResolvedTarget): string {
  const ends = [target.min, target.max].filter((end) => end !== null);
  return ends.map((end) => exactText(figures, end)).join(" to ");
}
