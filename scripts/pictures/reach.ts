/** From a value to a pace: a target that is reached from below, and one that is reached from above. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { planCorners } from "../../src/report/html/chart-plan.ts";
import { measured, numberText, paceText, share } from "../../src/report/progress/figures.ts";
import { type Bullet, bulletEnd, bulletSvg } from "../../src/report/svg/bullet.ts";
import { n } from "../../src/report/svg/svg.ts";
import type { Day } from "../../src/workspace/day.ts";
import { known } from "./company.ts";
import { axes, type Dot, dayText, type Frame, frameOf, level, lineOf, planLine } from "./frame.ts";
import { LEFT, type Picture, path, placed, text } from "./ink.ts";
import { formulas, valuesIn } from "./steps.ts";

/** What one picture of a way says differently from the other. */
export interface WayWords {
  readonly name: string;
  readonly title: string;
  /** What is to be seen in this picture alone. */
  readonly remark: string;
}

interface Way {
  readonly given: Calculated;
  readonly origin: number;
  readonly target: number;
  readonly value: number;
  readonly day: Day;
  readonly planned: number;
  readonly attainment: number;
  readonly expected: number;
  readonly pace: number;
}

/** Baseline, plan, value and target over time, the same as shares of the way, and the pace. */
export function reachPicture(given: Calculated, words: WayWords): Picture {
  const { progress, unit } = given;
  const current = known(progress.current, "a value");
  const way: Way = {
    given,
    origin: known(progress.origin, "a baseline"),
    target: known(progress.target?.value, "a target"),
    value: current.value,
    day: current.day,
    planned: known(progress.planned, "a plan"),
    attainment: known(progress.attainment, "an attainment"),
    expected: known(progress.expected, "what the plan expects"),
    pace: known(progress.pace, "a pace"),
  };
  const figures = [
    measured(way.value, unit),
    measured(way.planned, unit),
    share(way.attainment),
    share(way.expected),
    paceText(way.pace),
  ];
  const goal = numberText(way.target, unit, true);
  const description = `${words.title}. The baseline is ${measured(way.origin, unit)}, the target ${measured(way.target, unit)}. On ${dayText(way.day)} the value is ${figures[0]} and the plan ${figures[1]}: attainment ${figures[2]}, expected ${figures[3]}, pace ${figures[4]}, so ${progress.status}.`;
  return {
    name: words.name,
    title: words.title,
    description,
    figures: [...figures, goal],
    height: 484,
    parts: [...chart(way), text(LEFT, 56, words.remark, "small muted"), ...bar(way), ...formulas(given, 420)],
  };
}

function chart(way: Way): readonly string[] {
  const { given, origin, target, day, planned } = way;
  const { progress, unit, asOf } = given;
  const window = known(progress.window, "a window");
  const start = progress.planStart ?? window.start - 1;
  const dots: readonly Dot[] = [[start, origin], ...valuesIn(given)];
  const place = { left: 60, right: 556, top: 84, bottom: 280 };
  const frame = frameOf(place, [start, window.end], [Math.min(origin, target), Math.max(origin, target)]);
  const { x, y } = frame;
  const plan = known(given.resolved.plan, "a plan");
  const at = x.at(day);
  const falls = target < origin;
  return [
    ...axes(frame),
    path("target", level(frame, target)),
    text(frame.right + 10, y.at(target) + 4, `target T = ${numberText(target, unit, given.exact)}`, "strong"),
    path("base", level(frame, origin)),
    text(frame.right + 10, y.at(origin) + 4, `baseline B = ${numberText(origin, unit, true)}`),
    path("guide", `M${n(at)} ${frame.top - 8}V${frame.bottom}M${n(x.at(asOf))} ${frame.top - 8}V${frame.bottom}`),
    text(at - 5, frame.top - 2, `${dayText(day)}: last value`, "small muted end"),
    text(x.at(asOf) + 5, frame.top - 2, `as of ${dayText(asOf)}`, "small muted"),
    planLine(lineOf(frame, planCorners(plan))),
    ...planName(frame, way),
    path("actual", lineOf(frame, dots)),
    path("dots", dots.map(([dotDay, dot]) => `M${n(x.at(dotDay))} ${n(y.at(dot))}h0`).join("")),
    path("point", `M${n(at - 5)} ${n(y.at(planned))}l5-5 5 5-5 5z`),
    ...pointNames(frame, way, falls),
    text(LEFT, frame.top - 2, unit ?? "", "small muted"),
  ];
}

/** Value and plan named on the sides of their line where there is room. */
function pointNames({ x, y }: Frame, { value, planned, day, given }: Way, falls: boolean): readonly string[] {
  const names = [
    { name: `plan P = ${measured(planned, given.unit)}`, value: planned },
    { name: `value C = ${measured(value, given.unit)}`, value },
  ].sort((a, b) => b.value - a.value);
  const [upper, lower] = names;
  const at = x.at(day);
  return [
    text(
      falls ? at + 12 : at - 12,
      y.at(upper?.value ?? 0) - 6,
      upper?.name ?? "",
      falls ? "strong over" : "strong over end",
    ),
    text(
      falls ? at - 12 : at + 12,
      y.at(lower?.value ?? 0) + 16,
      lower?.name ?? "",
      falls ? "strong over end" : "strong over",
    ),
  ];
}

function planName(frame: Frame, { origin, target }: Way): readonly string[] {
  const share = 0.86;
  const at = frame.left + (frame.right - frame.left) * share;
  const planY = frame.y.at(origin + (target - origin) * share);
  return [text(at + 8, planY + (target < origin ? -12 : 22), "plan", "muted")];
}

/** The way from baseline to target as a bar: what is reached, and where the plan stands. */
function bar({ given, attainment, expected, origin, target }: Way): readonly string[] {
  const { lines, unit } = given;
  const bullet: Bullet = {
    done: attainment,
    planned: expected,
    forecast: null,
    stretch: null,
    lines: { atRisk: lines.atRisk, onTrack: lines.onTrack },
    isBudget: false,
    label: `${share(attainment)} of the way, plan ${share(expected)}`,
  };
  const [left, right, top, height] = [60, 556, 336, 30];
  const at = (part: number): number => left + (part / bulletEnd(bullet)) * (right - left);
  const zones = [0, expected * lines.atRisk, expected * lines.onTrack, 1];
  const zoneNames = (["off-track", "at-risk", "on-track"] as const).map((name, i) => {
    const middle = (at(zones[i] ?? 0) + at(zones[i + 1] ?? 1)) / 2;
    return text(middle, top - 7, name, "small muted middle");
  });
  const [first, second] = [attainment, expected].sort((a, b) => a - b);
  const name = (part: number): string =>
    part === attainment ? `attainment A = ${share(part)}` : `expected E = ${share(part)}`;
  return [
    ...zoneNames,
    placed(bulletSvg(bullet, { width: right - left, height }), left, top, right - left, height),
    path("stem", `M${n(at(first ?? 0))} ${top + height}v8M${n(at(second ?? 0))} ${top + height}v8`),
    text(at(first ?? 0) + 2, top + height + 20, name(first ?? 0), "strong end"),
    text(at(second ?? 0) - 2, top + height + 20, name(second ?? 0), "strong"),
    text(right + 10, top + 6, "share of the way:", "small muted"),
    text(right + 10, top + 22, `0 % is ${numberText(origin, unit, true)}`, "small muted"),
    text(right + 10, top + 38, `100 % is ${numberText(target, unit, given.exact)}`, "small muted"),
  ];
}
