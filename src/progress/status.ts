/** One word for how a KPI stands, and its flags (progress.md, step 8). */

import type { Day } from "../workspace/day.ts";
import type { Window } from "../workspace/timeframe.ts";
import { EPSILON } from "./numbers.ts";
import { elapsedAt, type Phase, phaseAt } from "./window.ts";

/** From best to worst: the order in which a goal takes the worst of its KPIs (progress.md, step 11). */
export const STATUSES = [
  "achieved",
  "on-track",
  "not-started",
  "no-data",
  "awaiting-data",
  "at-risk",
  "off-track",
  "missed",
  "invalid",
] as const;

export type Status = (typeof STATUSES)[number];

/** Shares of the plan: pace at or above `onTrack` is on track, at or above `atRisk` at risk; `warmUp` of the window. */
export interface StatusLines {
  readonly onTrack: number;
  readonly atRisk: number;
  readonly warmUp: number;
}

/** A status, and whether no later value can change it. */
export interface Verdict {
  readonly status: Status;
  readonly final: boolean;
}

/** What the status of a valid definition with a value follows from. */
export interface Facts {
  readonly kind: "reach" | "keep" | "budget";
  /** The current value meets the target, lies inside the range, or is within the budget. */
  readonly met: boolean;
  /** Keep: enough rows comply; true for other kinds. */
  readonly compliant: boolean;
  /** Keep: outside, but by no more than the tolerance. */
  readonly tolerated: boolean;
  /** Reach: no later value can undo that it is met. */
  readonly cannotFallBack: boolean;
  readonly pace: number | null;
  /** Reach: the plan expects nothing yet. */
  readonly nothingExpected: boolean;
}

/** The dates that a status depends on; `last` is the day of the last value in the window, `cadence` in days. */
export interface Dates {
  readonly window: Window;
  readonly asOf: Day;
  readonly last: Day | null;
  readonly cadence: number;
}

export interface Flags {
  /** Open, and the last value (or the start) is more than one and a half cadences ago. */
  readonly stale: boolean;
  /** Closed, and the last value does not cover the end of the window. */
  readonly incomplete: boolean;
}

/** The status of a window without values. */
export function verdictWithoutData(dates: Dates): Verdict {
  const { window, asOf, cadence } = dates;
  const phase = phaseAt(window, asOf);
  if (phase === "before") return { status: "not-started", final: false };
  if (phase === "open") return { status: "no-data", final: false };
  const awaiting = asOf - window.end <= cadence;
  return { status: awaiting ? "awaiting-data" : "no-data", final: !awaiting };
}

/** The status of a window with values. */
export function verdictOf(facts: Facts, dates: Dates & { readonly last: Day }, lines: StatusLines): Verdict {
  const phase = phaseAt(dates.window, dates.asOf);
  if (phase === "closed") return closedVerdict(facts, dates);
  if (facts.kind === "budget" && !facts.met) return { status: "off-track", final: false };
  if (facts.kind === "reach" && facts.met) return { status: "achieved", final: facts.cannotFallBack };
  const status = facts.kind === "keep" ? keepStatus(facts) : paceStatus(facts, lines);
  const warmingUp = elapsedAt(dates.window, dates.last) < lines.warmUp - EPSILON;
  return { status: status === "off-track" && warmingUp ? "at-risk" : status, final: false };
}

function closedVerdict(facts: Facts, dates: Dates & { readonly last: Day }): Verdict {
  const { window, asOf, cadence } = dates;
  if (facts.kind === "budget" && !facts.met) return { status: "missed", final: true };
  if (isComplete(dates) || asOf - window.end > cadence) {
    const held = facts.kind === "keep" ? facts.compliant : facts.met;
    return { status: held ? "achieved" : "missed", final: true };
  }
  if (facts.kind === "reach" && facts.met && facts.cannotFallBack) return { status: "achieved", final: true };
  return { status: "awaiting-data", final: false };
}

function paceStatus(facts: Facts, lines: StatusLines): Status {
  if (facts.pace === null) return facts.kind === "budget" || facts.nothingExpected ? "on-track" : "off-track";
  if (facts.pace >= lines.onTrack - EPSILON) return "on-track";
  return facts.pace >= lines.atRisk - EPSILON ? "at-risk" : "off-track";
}

function keepStatus(facts: Facts): Status {
  if (facts.met) return facts.compliant ? "on-track" : "at-risk";
  return facts.tolerated ? "at-risk" : "off-track";
}

/** Whether the last value covers the end of its window. */
function isComplete(dates: Dates): boolean {
  return dates.last !== null && dates.window.end - dates.last < dates.cadence;
}

/** What is drawn over a status; never changes it. */
export function flagsOf(dates: Dates): Flags {
  const { window, asOf, last, cadence } = dates;
  const phase: Phase = phaseAt(window, asOf);
  const silent = last === null ? asOf - window.start + 1 : asOf - last;
  return {
    stale: phase === "open" && silent > Math.floor(1.5 * cadence),
    incomplete: phase === "closed" && !isComplete(dates),
  };
}
