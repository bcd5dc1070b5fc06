/** From KPIs to goals (progress.md, step 11). */

import type { Goal } from "../workspace/model.ts";
import { ALMOST_ONE, squarable } from "./numbers.ts";
import { STATUSES, type Status } from "./status.ts";

export type StatusCounts = Readonly<Record<Status, number>>;

/** What a goal takes from one active KPI. */
export interface Contribution {
  readonly status: Status;
  /** What its guardrails show; null where they hold or there are none. */
  readonly guardrails: Status | null;
  readonly attainment: number | null;
  readonly weight: number;
}

export interface GoalProgress {
  readonly goal: Goal;
  /** Weighted mean of attainment clamped to 0 to 1, over active KPIs that have one; null without any. */
  readonly progress: number | null;
  /** The worst of KPIs and guardrails; null without active KPIs. */
  readonly status: Status | null;
  /** Active KPIs of the goal and of the goals below it. */
  readonly kpis: number;
  readonly byStatus: StatusCounts;
  /** Of those, KPIs with a broken guardrail. */
  readonly brokenGuardrails: number;
}

const RANKS: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, rank) => [status, rank]));

/** The worse of two statuses; null is no status. */
export function worse(a: Status | null, b: Status | null): Status | null {
  if (a === null) return b;
  if (b === null) return a;
  return (RANKS.get(a) ?? 0) >= (RANKS.get(b) ?? 0) ? a : b;
}

/** Counts that start at 0, one for every status. */
export function noCounts(): Record<Status, number> {
  return {
    achieved: 0,
    "on-track": 0,
    "not-started": 0,
    "no-data": 0,
    "awaiting-data": 0,
    "at-risk": 0,
    "off-track": 0,
    missed: 0,
    invalid: 0,
  };
}

/** Sums of one goal while KPIs and child goals are added to it. */
class Sums {
  weights = 0;
  reached = 0;
  allWhole = true;
  kpis = 0;
  broken = 0;
  worst: Status | null = null;
  readonly counts = noCounts();

  addKpi(kpi: Contribution): void {
    this.kpis++;
    this.counts[kpi.status]++;
    if (kpi.guardrails === "off-track") this.broken++;
    this.worst = worse(this.worst, worse(kpi.status, kpi.guardrails));
    if (kpi.attainment === null) return;
    const weight = squarable(kpi.weight);
    const share = Math.max(0, Math.min(kpi.attainment, 1));
    this.weights += weight;
    this.reached += weight * share;
    this.allWhole &&= share === 1;
  }

  addChild(child: Sums): void {
    this.weights += child.weights;
    this.reached += child.reached;
    this.allWhole &&= child.allWhole;
    this.kpis += child.kpis;
    this.broken += child.broken;
    this.worst = worse(this.worst, child.worst);
    for (const status of STATUSES) this.counts[status] += child.counts[status];
  }

  of(goal: Goal): GoalProgress {
    return {
      goal,
      progress: this.#progress(),
      status: this.worst,
      kpis: this.kpis,
      byStatus: this.counts,
      brokenGuardrails: this.broken,
    };
  }

  /** Rounding must not show a goal as whole while one of its KPIs is not. */
  #progress(): number | null {
    if (this.weights <= 0) return null;
    return Math.min(this.reached / this.weights, this.allWhole ? 1 : ALMOST_ONE);
  }
}

/**
 * Every goal with the KPIs of itself and of all goals below it, in the order of `goals`.
 * Goals in a circle of parents keep what lies below the circle, and nothing from around it.
 */
export function rollUp(
  goals: ReadonlyMap<string, Goal>,
  contributionsOf: (goal: string) => readonly Contribution[],
): readonly GoalProgress[] {
  const sums = new Map<string, Sums>();
  const openChildren = new Map<string, number>();
  for (const goal of goals.values()) {
    const own = new Sums();
    for (const contribution of contributionsOf(goal.id)) own.addKpi(contribution);
    sums.set(goal.id, own);
    const parent = goal.definition.parent;
    if (parent !== undefined) openChildren.set(parent, (openChildren.get(parent) ?? 0) + 1);
  }
  const ready = [...goals.values()].filter((goal) => !openChildren.has(goal.id));
  for (let goal = ready.pop(); goal !== undefined; goal = ready.pop()) {
    const parent = goal.definition.parent;
    const upper = parent === undefined ? undefined : goals.get(parent);
    const own = sums.get(goal.id);
    if (upper === undefined || own === undefined) continue;
    sums.get(upper.id)?.addChild(own);
    const open = (openChildren.get(upper.id) ?? 0) - 1;
    openChildren.set(upper.id, open);
    if (open === 0) ready.push(upper);
  }
  return [...goals.values()].map((goal) => (sums.get(goal.id) ?? new Sums()).of(goal));
}
