/** How far a KPI has moved since it was first active. */

import { same } from "../../progress/numbers.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import { OPEN_END } from "../../workspace/timeframe.ts";
import { type KpiSide, kpiSide } from "../kpi-pair.ts";
import { targetMove } from "../target-move.ts";
import { targetInWords, timeframeInWords, writtenTarget } from "../target-words.ts";
import { unitFactor } from "../units.ts";
import type { Drift, KpiFacts, KpiIn, LifeEntry, LifeStep } from "./life.ts";

/** What a drift is measured on. */
export interface DriftInput {
  readonly steps: readonly LifeStep[];
  readonly last: KpiIn | null;
  readonly entries: readonly LifeEntry[];
  readonly asOf: Day;
}

/** The drift from the first active version to the last one; null where there was none. */
export function driftOf({ steps, last, entries, asOf }: DriftInput): Drift | null {
  const first = steps.find((step) => step.after.kpis.get(step.kpi)?.state === "active");
  if (first === undefined || last === null) return null;
  const before = sideIn(first.after, first.kpi, asOf);
  const after = sideIn(last.workspace, last.kpi, asOf);
  if (before === null || after === null) return null;
  const changes = entries.flatMap((entry) => entry.changes);
  const eased = changes.filter(({ direction }) => direction === "eased");
  return {
    since: first.commit,
    first: factsIn(before),
    last: factsIn(after),
    target: targetDrift(before, after),
    deadlineDays: deadlineDays(before.kpi, after.kpi),
    easings: eased.length,
    easingsWithoutReason: eased.filter(({ asksReason, reason }) => asksReason && reason === null).length,
    tightenings: changes.filter(({ direction }) => direction === "tightened").length,
  };
}

/** A KPI of a workspace in numbers; null where it is not in it. */
export function sideIn(workspace: Workspace, id: string, asOf: Day): KpiSide | null {
  const kpi = workspace.kpis.get(id);
  return kpi === undefined
    ? null
    : kpiSide(kpi, "head", { base: workspace, head: workspace, isSameFile: () => true }, asOf);
}

/** What a version says of a KPI; null where it is not in it. */
export function factsOf(workspace: Workspace, id: string, asOf: Day): KpiFacts | null {
  const side = sideIn(workspace, id, asOf);
  return side === null ? null : factsIn(side);
}

function factsIn(side: KpiSide): KpiFacts {
  const { kpi, resolved, unit } = side;
  const { timeframe, definition } = kpi;
  return {
    id: kpi.id,
    title: definition.title ?? null,
    state: kpi.state,
    target: writtenTarget(side),
    targetInWords: targetInWords(side),
    resolvedTarget: resolved.target?.value ?? null,
    unit,
    timeframe: timeframeInWords(timeframe),
    start: timeframe === null ? null : formatDay(timeframe.start),
    end: endOf(kpi) === null ? null : formatDay(timeframe?.end ?? 0),
    baseline: resolved.baseline.value,
    metric: definition.metric ?? null,
    goal: definition.goal ?? null,
  };
}

function endOf({ timeframe }: Kpi): Day | null {
  return timeframe === null || timeframe.end === OPEN_END ? null : timeframe.end;
}

function deadlineDays(first: Kpi, last: Kpi): number | null {
  const [from, to] = [endOf(first), endOf(last)];
  return from === null || to === null ? null : to - from;
}

function targetDrift(before: KpiSide, after: KpiSide): Drift["target"] {
  const nothing = { way: null, change: null, percent: null };
  const factor = unitFactor(before.unit, after.unit);
  const isComparable =
    before.terms.metric !== null &&
    before.terms.metric.id === after.terms.metric?.id &&
    before.terms.metric.better === after.terms.metric.better &&
    (before.unit === after.unit || before.unit === null || factor !== 1);
  if (!isComparable) return nothing;
  const { eased, raised, because } = targetMove({ id: after.kpi.id, before, after });
  const way = eased ? (raised ? "both" : "easier") : raised ? "harder" : "same";
  const old = before.resolved.target?.value ?? null;
  const now = after.resolved.target?.value ?? null;
  if (because !== null || old === null || now === null) return { way, change: null, percent: null };
  const change = same(now, old * factor) ? 0 : now - old * factor;
  return { way, change, percent: old === 0 ? null : (change / Math.abs(old * factor)) * 100 };
}
