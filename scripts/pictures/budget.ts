/** A budget: a total that must not exceed its maximum. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { planCorners } from "../../src/report/html/chart-plan.ts";
import { runningTotals } from "../../src/report/html/chart-rows.ts";
import { measured, numberText, paceText, share } from "../../src/report/progress/figures.ts";
import { bulletEnd, bulletSvg } from "../../src/report/svg/bullet.ts";
import { n } from "../../src/report/svg/svg.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known } from "./company.ts";
import { axes, type Dot, dayText, frameOf, level, lineOf, planLine } from "./frame.ts";
import { LEFT, type Picture, path, placed, text } from "./ink.ts";
import { formulas } from "./steps.ts";

/** A KPI with a maximum on a sum: the total over time, and what is used of it. */
export function budgetPicture(given: Calculated): Picture {
  const { progress, unit } = given;
  const current = known(progress.current, "a total");
  const budget = known(progress.target?.value, "a budget");
  const planned = known(progress.planned, "a plan");
  const used = known(progress.used, "a used share");
  const pace = known(progress.pace, "a pace");
  const title = `A budget: at most ${measured(budget, unit)} in 2026`;
  const figures = [measured(current.value, unit), numberText(planned, unit, false), share(used), paceText(pace)];
  return {
    name: "budget",
    title,
    description: `${title}. On ${dayText(current.day)} the total is ${figures[0]}, ${figures[2]} of the budget; the plan allows ${figures[1]} by then. The pace is plan ÷ total, ${figures[3]}, so the KPI is ${progress.status}.`,
    figures,
    height: 464,
    parts: [
      text(
        LEFT,
        56,
        "Less than the plan is better, so the pace is plan ÷ total. There is no attainment.",
        "small muted",
      ),
      ...chart(given, { value: current.value, day: current.day, budget, planned }),
      ...bar(given, { used, planned: planned / budget, budget }),
      ...formulas(given, 414),
    ],
  };
}

interface Total {
  readonly value: number;
  readonly day: number;
  readonly budget: number;
  readonly planned: number;
}

function chart(given: Calculated, { value, day, budget, planned }: Total): readonly string[] {
  const { progress, series, rows, unit } = given;
  const window = known(progress.window, "a window");
  const totals = runningTotals(known(series, "the values"), rows, false, window.start);
  const dots = totals.days.map((at, i): Dot => [at, totals.values[i] ?? 0]);
  const place = { left: 60, right: 556, top: 84, bottom: 272 };
  const frame = frameOf(place, [window.start - 1, window.end], [0, budget]);
  const [x, y] = [frame.x.at(day), frame.y];
  return [
    text(LEFT, 80, unit ?? "", "small muted"),
    ...axes(frame),
    path("target", level(frame, budget)),
    text(frame.right + 10, y.at(budget) + 4, `budget T = ${formatNumber(budget)}`, "strong"),
    text(frame.right + 10, y.at(0) + 4, "origin O = 0"),
    planLine(lineOf(frame, planCorners(known(given.resolved.plan, "a plan")))),
    text(frame.x.at(window.end) - 70, y.at(budget * 0.86) + 26, "plan", "muted"),
    path("actual", lineOf(frame, dots)),
    path("dots", dots.map(([at, total]) => `M${n(frame.x.at(at))} ${n(y.at(total))}h0`).join("")),
    path("guide", `M${n(x)} ${frame.top - 8}V${frame.bottom}`),
    text(x + 5, frame.top - 2, `${dayText(day)}: last value`, "small muted"),
    path("point", `M${n(x - 5)} ${n(y.at(planned))}l5-5 5 5-5 5z`),
    text(x - 12, y.at(value) - 6, `total C = ${measured(value, unit)}`, "strong over end"),
    text(x + 12, y.at(planned) + 16, `plan P = ${numberText(planned, unit, false)}`, "strong over"),
  ];
}

function bar(
  { lines }: Calculated,
  { used, planned, budget }: { readonly used: number; readonly planned: number; readonly budget: number },
): readonly string[] {
  const bullet = {
    done: used,
    planned,
    forecast: null,
    stretch: null,
    lines: { atRisk: lines.atRisk, onTrack: lines.onTrack },
    isBudget: true,
    label: `${share(used)} used, plan ${share(planned)}`,
  };
  const [left, right, top, height] = [60, 556, 330, 30];
  const at = (part: number): number => left + (part / bulletEnd(bullet)) * (right - left);
  const edges = [0, planned / lines.onTrack, planned / lines.atRisk, 1];
  const names = (["on-track", "at-risk", "off-track"] as const).map((name, i) =>
    text((at(edges[i] ?? 0) + at(edges[i + 1] ?? 1)) / 2, top - 7, name, "small muted middle"),
  );
  return [
    ...names,
    placed(bulletSvg(bullet, { width: right - left, height }), left, top, right - left, height),
    path("stem", `M${n(at(used))} ${top + height}v8M${n(at(planned))} ${top + height}v8`),
    text(at(used) - 2, top + height + 20, `used = ${share(used)}`, "strong"),
    text(at(planned) + 2, top + height + 20, `plan = ${share(planned)}`, "strong end"),
    text(right + 10, top + 12, "share of the budget:", "small muted"),
    text(right + 10, top + 28, `100 % is ${formatNumber(budget)}`, "small muted"),
  ];
}
