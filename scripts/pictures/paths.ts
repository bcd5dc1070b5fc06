/** One value judged by five plans, side by side. */

import type { Calculated } from "../../src/report/explain/calculated.ts";
import { planCorners } from "../../src/report/html/chart-plan.ts";
import { bare, measured, paceText, share } from "../../src/report/progress/figures.ts";
import { n } from "../../src/report/svg/svg.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known, kpiIn } from "./company.ts";
import { type Dot, dayText, type Frame, frameOf, level, lineOf, planLine } from "./frame.ts";
import { LEFT, type Picture, path, RIGHT, statusAt, text } from "./ink.ts";
import { valuesIn } from "./steps.ts";

/** The KPI of each plan, how it is written, and what it means. */
const PLANS = [
  { id: "linear", written: "linear", means: "the same each day" },
  { id: "compound", written: "compound", means: "the same % a day" },
  { id: "flat", written: "flat", means: "the target all along" },
  { id: "step", written: "step", means: "the last point passed" },
  { id: "checkpoints", written: "checkpoints", means: "lines between points" },
] as const;

const GAP = 16;
const PANEL = (RIGHT - LEFT - GAP * (PLANS.length - 1)) / PLANS.length;

/** The plans of the KPIs of a workspace that is written for them. */
export function pathsPicture(workspace: Workspace): Picture {
  const drawn = PLANS.map(({ id, written, means }, i) => {
    const given = kpiIn(workspace, id);
    const left = LEFT + i * (PANEL + GAP);
    return { parts: panel(given, left, written, means), ...figuresOf(given), written };
  });
  const [first] = drawn;
  const { value, day, attainment } = known(first, "a plan");
  const title = "The path decides what the plan expects";
  const each = drawn.map(
    ({ written, planned, pace, status }) =>
      `${written}: plan ${planned}, ${pace === null ? "no pace" : `pace ${pace}`}, ${status}`,
  );
  return {
    name: "paths",
    title,
    description: `${title}. The same value, ${value} on ${dayText(day)}, an attainment of ${attainment} on the way from 4,000 to 6,000, judged by five plans. ${each.join("; ")}.`,
    figures: [attainment, ...drawn.flatMap(({ planned, pace }) => (pace === null ? [planned] : [planned, pace]))],
    height: 344,
    parts: [
      text(
        LEFT,
        56,
        `${value} on ${dayText(day)}, attainment A = ${attainment} of the way from 4,000 to 6,000 in 2026, judged by five plans.`,
        "small muted",
      ),
      ...drawn.flatMap(({ parts }) => parts),
    ],
  };
}

function figuresOf({ progress, unit }: Calculated) {
  const current = known(progress.current, "a value");
  return {
    value: measured(current.value, unit),
    day: current.day,
    attainment: share(known(progress.attainment, "an attainment")),
    planned: bare(known(progress.planned, "a plan"), unit),
    pace: progress.pace === null ? null : paceText(progress.pace),
    status: progress.status,
  };
}

function panel(given: Calculated, left: number, written: string, means: string): readonly string[] {
  const { resolved, progress, unit } = given;
  const plan = known(resolved.plan, "a plan");
  const window = known(progress.window, "a window");
  const current = known(progress.current, "a value");
  const planned = known(progress.planned, "a plan");
  const { origin, target } = { origin: known(plan.origin, "a baseline"), target: plan.target };
  const place = { left, right: left + PANEL, top: 112, bottom: 226 };
  const frame = frameOf(place, [window.start - 1, window.end], [origin, target]);
  const corners = planCorners(plan);
  const dots: readonly Dot[] =
    corners.length > 0
      ? corners
      : [
          [window.start - 1, target],
          [window.end, target],
        ];
  const at = frame.x.at(current.day);
  const expected = progress.expected === null ? "" : share(progress.expected);
  const { pace } = figuresOf(given);
  return [
    text(left, 84, written, "strong"),
    text(left, 101, means, "small muted"),
    path("grid", level(frame, origin) + level(frame, target)),
    path("axis", `M${n(left)} ${n(frame.bottom)}H${n(frame.right)}`),
    planLine(lineOf(frame, dots)),
    ...stated(given, frame),
    path("actual", lineOf(frame, [[window.start - 1, origin], ...valuesIn(given)])),
    path("guide", `M${n(at)} ${frame.top}V${frame.bottom}`),
    path("bracket", `M${n(at)} ${n(frame.y.at(current.value))}V${n(frame.y.at(planned))}`),
    path("dots", `M${n(at)} ${n(frame.y.at(current.value))}h0`),
    path("point", `M${n(at - 5)} ${n(frame.y.at(planned))}l5-5 5 5-5 5z`),
    text(left, 248, `P ${bare(planned, unit)}`, "small"),
    text(frame.right, 248, `E ${expected}`, "small end"),
    text(left, 268, `A / E = ${pace ?? "none"}`, "small"),
    statusAt(progress.status, left, 294),
    ...(left === LEFT ? axisNames(frame, origin, target) : []),
  ];
}

/** Checkpoints as written. */
function stated({ resolved }: Calculated, { x, y }: Frame): readonly string[] {
  const points = resolved.plan?.checkpoints ?? [];
  return points.length === 0
    ? []
    : [path("point", points.map(({ day, value }) => `M${n(x.at(day) - 3)} ${n(y.at(value) - 3)}h6v6h-6z`).join(""))];
}

function axisNames({ left, y, bottom, right }: Frame, origin: number, target: number): readonly string[] {
  return [
    text(left, y.at(target) + 15, formatNumber(target), "small muted over"),
    text(right, y.at(origin) - 5, formatNumber(origin), "small muted over end"),
    text(
      left,
      bottom + 98,
      "◇ plan on the day of the value, ● value, □ checkpoint as written in the file",
      "small muted",
    ),
  ];
}
