/** What progress reporters are given and what they are. */

import type { SmartCard } from "../../engine/result.ts";
import type { EarlyWarning } from "../../progress/early-warning.ts";
import type { ProgressSummary, ScoredKpi } from "../../progress/progress.ts";
import { type GoalProgress, worse } from "../../progress/rollup.ts";
import type { Day } from "../../workspace/day.ts";
import type { Unit } from "./figures.ts";

/** A goal with its own KPIs, in tree order; `goal` is null for KPIs whose goal is not defined. */
export interface GoalSection {
  readonly goal: GoalProgress | null;
  /** 0 for a goal without parent. */
  readonly depth: number;
  /** Whether the goal has others below it, whose KPIs count for it. */
  readonly hasChildren: boolean;
  readonly kpis: readonly ScoredKpi[];
}

/** The part of a workspace's progress that somebody asked for. */
export interface ProgressReport {
  readonly asOf: Day;
  /** Counts of the KPIs that are shown, and of drafts and retired ones that were asked for as well. */
  readonly summary: ProgressSummary;
  /** Active KPIs of the whole workspace. */
  readonly ofKpis: number;
  /** Shown KPIs in the order of the workspace. */
  readonly kpis: readonly ScoredKpi[];
  /** Shown goals in the order of the workspace; their figures are those of all their KPIs. */
  readonly goals: readonly GoalProgress[];
  /** The same by goal, for people. */
  readonly sections: readonly GoalSection[];
  readonly earlyWarnings: readonly EarlyWarning[];
  /** SMART marks by KPI. */
  readonly smart: ReadonlyMap<string, SmartCard>;
  /** The unit of any metric. */
  readonly unitOf: (metric: string) => Unit;
  /** Definition files that could not be read whole, so that KPIs may be missing; in path order. */
  readonly unread: readonly string[];
  /** A sentence where no KPI is shown; else null. */
  readonly nothing: string | null;
}

export interface ProgressContext {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether the terminal shows nothing but ASCII. */
  readonly ascii: boolean;
  /** Shows only KPIs that fail at this level; null: all. For people, never for data. */
  readonly quiet: FailLevel | null;
}

/** From which status on a KPI fails. */
export const FAIL_LEVELS = ["off-track", "at-risk", "missed"] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** Whether a KPI is at a level or worse; a broken guardrail counts as off-track. */
export function failsAt(scored: ScoredKpi, level: FailLevel): boolean {
  const { status } = scored.progress;
  const counted = isGuardrailBroken(scored) ? worse(status, "off-track") : status;
  return worse(counted, level) === counted;
}

export type ProgressFormat = "pretty" | "json" | "csv" | "markdown";

/** Turns progress into text that ends with a line end, or into nothing; never prints. */
export type ProgressReporter = (report: ProgressReport, context: ProgressContext) => string;

/** Whether a guardrail of a KPI is broken. */
export function isGuardrailBroken({ progress }: ScoredKpi): boolean {
  return progress.guardrails.some((guardrail) => guardrail.ok === false);
}
