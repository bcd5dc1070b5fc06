/** How a pace becomes a status, and how one KPI is judged on every day of its life. */

import { type Status, verdictOf } from "../../src/progress/status.ts";
import { measured, paceText, share } from "../../src/report/progress/figures.ts";
import { n } from "../../src/report/svg/svg.ts";
import { textWidth } from "../../src/report/svg/text-width.ts";
import { type Day, dayOf, formatDayLong } from "../../src/workspace/day.ts";
import type { Workspace } from "../../src/workspace/model.ts";
import { formatNumber } from "../../src/workspace/units.ts";
import { known, kpiIn } from "./company.ts";
import { dayText } from "./frame.ts";
import { box, LEFT, type Picture, path, RIGHT, sign, statusAt, text } from "./ink.ts";

/** The paces that are drawn, and how finely they are tried. */
const HIGHEST_PACE = 1.35;
const STEP = 0.005;
/** KPIs of the example company whose pace is marked, and on which side of its mark the name stands. */
const MARKED = [
  { id: "first-response-q3", side: "" },
  { id: "nps-2026", side: " end" },
  { id: "churn-2026", side: "" },
] as const;

const STRIP = { left: 150, right: RIGHT, height: 30 } as const;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly status: Status;
  readonly stale: boolean;
}

/** The lines of the pace above, a life of a KPI below. */
export function statusesPicture(workspace: Workspace): Picture {
  const { onTrack, atRisk, warmUp } = workspace.settings.status;
  const lines = [formatNumber(atRisk), formatNumber(onTrack)];
  const marked = MARKED.map(({ id, side }) => ({
    id,
    side,
    pace: known(kpiIn(workspace, id).progress.pace, "a pace"),
  }));
  const life = lifeOf(workspace);
  const title = "From a pace to a status, and a status through time";
  const told = life.map(({ status, stale, from }, i) => {
    const word = `${status}${stale ? " and stale" : ""}`;
    return i === 0 ? `${word} at first` : `${word} from ${dated(from)}`;
  });
  const paces = marked.map(({ id, pace }) => `${id} ${paceText(pace)}`);
  return {
    name: "statuses",
    title,
    description: `${title}. A pace of at least ${lines[1]} is on-track, of at least ${lines[0]} at-risk, and below it off-track, which is softened to at-risk while less than ${share(warmUp)} of the window has passed. Paces: ${paces.join(", ")}. The KPI nps-2026 judged on every day is ${told.join(", ")}.`,
    figures: [...lines, share(warmUp), ...marked.map(({ pace }) => paceText(pace))],
    height: 440,
    parts: [
      text(LEFT, 68, "An open window, and a target that is not met yet: the pace decides", "strong"),
      ...paceStrip(workspace, false, 84, [`after the first ${share(warmUp)}`, "of the window"]),
      ...paceStrip(workspace, true, 124, [`in the first ${share(warmUp)}`, "of the window"]),
      ...paceAxis(workspace, marked),
      text(LEFT, 252, "nps-2026, judged on every day with the values known by then", "strong"),
      ...lifeStrip(workspace, life),
    ],
  };
}

function paceX(pace: number): number {
  return STRIP.left + (pace / HIGHEST_PACE) * (STRIP.right - STRIP.left);
}

/** The status of every pace, as the product says it. */
function paceStretches(workspace: Workspace, warmingUp: boolean): readonly Stretch[] {
  const window = { start: dayOf(2026, 1, 1), end: dayOf(2026, 12, 31) };
  const last = warmingUp ? window.start : dayOf(2026, 6, 30);
  const dates = { window, asOf: last, last, cadence: 28 };
  const judged = Array.from({ length: Math.round(HIGHEST_PACE / STEP) }, (_, i) => {
    const pace = i * STEP;
    const facts = { kind: "reach", met: false, compliant: true, tolerated: false, cannotFallBack: false } as const;
    const { status } = verdictOf({ ...facts, pace, nothingExpected: false }, dates, workspace.settings.status);
    return { at: pace, status, stale: false };
  });
  return stretchesOf(judged, HIGHEST_PACE);
}

function stretchesOf(
  judged: readonly { readonly at: number; readonly status: Status; readonly stale: boolean }[],
  end: number,
): readonly Stretch[] {
  const changes = judged.filter(
    ({ status, stale }, i) => status !== judged[i - 1]?.status || stale !== judged[i - 1]?.stale,
  );
  return changes.map(({ at, status, stale }, i) => ({ from: at, to: changes[i + 1]?.at ?? end, status, stale }));
}

function paceStrip(
  workspace: Workspace,
  warmingUp: boolean,
  top: number,
  names: readonly [string, string],
): readonly string[] {
  return [
    text(LEFT, top + 13, names[0], "small muted"),
    text(LEFT, top + 27, names[1], "small muted"),
    ...paceStretches(workspace, warmingUp).flatMap(({ from, to, status }) => [
      ...cell(status, paceX(from), paceX(to), top),
      statusAt(status, (paceX(from) + paceX(to) - 20 - textWidth(status, 12)) / 2, top + 20),
    ]),
  ];
}

function cell(status: Status, from: number, to: number, top: number): readonly string[] {
  return [
    box(`tint st-${status}`, from + 1, top, to - from - 2, STRIP.height, 3),
    path(`stem sk-${status}`, `M${n(from + 1)} ${top}v${STRIP.height}`),
  ];
}

interface Marked {
  readonly id: string;
  readonly side: string;
  readonly pace: number;
}

function paceAxis(workspace: Workspace, marked: readonly Marked[]): readonly string[] {
  const { onTrack, atRisk } = workspace.settings.status;
  const top = 160;
  return [
    path(
      "axis",
      `M${STRIP.left} ${top}H${STRIP.right}${[0, 0.25, 0.5, atRisk, onTrack].map((pace) => `M${n(paceX(pace))} ${top}v5`).join("")}`,
    ),
    ...[0, 0.25, 0.5].map((pace) => text(paceX(pace), top + 19, formatNumber(pace), "small muted middle")),
    ...[atRisk, onTrack].map((pace) => text(paceX(pace), top + 19, formatNumber(pace), "strong middle")),
    text(LEFT, top + 19, "pace", "small muted"),
    ...marked.flatMap(({ id, side, pace }) => [
      path("ink", `M${n(paceX(pace))} ${top + 26}l4 8h-8z`),
      text(paceX(pace) + (side === "" ? -4 : 4), top + 50, `${id}: ${paceText(pace)}`, `small${side}`),
    ]),
  ];
}

const LIFE = { from: dayOf(2025, 10, 20), to: dayOf(2027, 5, 31) } as const;

/** The status of a KPI on every day. */
function lifeOf(workspace: Workspace): readonly Stretch[] {
  const judged = Array.from({ length: LIFE.to - LIFE.from }, (_, i) => {
    const { status, stale } = kpiIn(workspace, "nps-2026", LIFE.from + i).progress;
    return { at: LIFE.from + i, status, stale };
  });
  return stretchesOf(judged, LIFE.to);
}

function lifeX(day: Day): number {
  return LEFT + ((day - LIFE.from) / (LIFE.to - LIFE.from)) * (RIGHT - LEFT);
}

function lifeStrip(workspace: Workspace, life: readonly Stretch[]): readonly string[] {
  const top = 312;
  const { progress, series, rows, unit } = kpiIn(workspace, "nps-2026");
  const window = known(progress.window, "a window");
  const values = known(series, "the values");
  const events = [
    { day: window.start, words: "window begins" },
    ...values.days.slice(rows.from, rows.to).map((day, i) => ({
      day,
      words: measured(values.values[rows.from + i] ?? 0, unit),
    })),
    { day: window.end, words: "window ends" },
  ];
  return [
    ...events.flatMap(({ day, words }) => [
      path("stem", `M${n(lifeX(day))} ${top - 38}V${top}`),
      text(lifeX(day) + 5, top - 28, dayText(day), "small muted"),
      text(lifeX(day) + 5, top - 12, words, "small muted"),
    ]),
    ...life.flatMap((stretch) => lifeCell(stretch, top)),
    ...lifeReasons(workspace, life, top),
  ];
}

function lifeCell({ from, to, status, stale }: Stretch, top: number): readonly string[] {
  const [left, right] = [lifeX(from), lifeX(to)];
  const middle = (left + right) / 2;
  return [
    ...cell(status, left, right, top),
    stale ? box("tolerated", left + 1, top, right - left - 2, STRIP.height, 3) : "",
    stale ? box("paper", middle - 11, top + 4, 22, 22, 11) : "",
    sign(status, middle - 7, top + 7),
    text(middle, top + 48, status, `small strong middle st-${status}`),
    stale ? text(middle, top + 63, "and stale", "small strong middle") : "",
  ];
}

/** Why, below the words. */
function lifeReasons(workspace: Workspace, life: readonly Stretch[], top: number): readonly string[] {
  const paces = life
    .filter(({ status, stale }) => !stale && (status === "off-track" || status === "at-risk"))
    .map(({ from, to }) => {
      const { pace } = kpiIn(workspace, "nps-2026", from).progress;
      return text(
        (lifeX(from) + lifeX(to)) / 2,
        top + 63,
        `pace ${paceText(known(pace, "a pace"))}`,
        "small muted middle",
      );
    });
  const stale = known(
    life.find((stretch) => stretch.stale),
    "a stale status",
  );
  const awaiting = known(
    life.find(({ status }) => status === "awaiting-data"),
    "an awaited value",
  );
  return [
    ...paces,
    text(
      LEFT,
      top + 92,
      `Stale from ${dated(stale.from)}: the last value is more than 1.5 quarters old. The status stays what it was.`,
      "small muted",
    ),
    text(
      LEFT,
      top + 108,
      `From ${dated(awaiting.to)} the last value decides, finally: the one of 31 December has not come.`,
      "small muted",
    ),
  ];
}

function dated(day: Day): string {
  return formatDayLong(day);
}
