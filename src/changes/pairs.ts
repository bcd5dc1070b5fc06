/** Two versions of a workspace side by side: entity by entity, id by id. */

import type { Day } from "../workspace/day.ts";
import type { Entity, Goal, Kpi, Metric } from "../workspace/model.ts";
import type { Series } from "../workspace/series.ts";
import { OPEN_END } from "../workspace/timeframe.ts";
import { unreadFiles } from "../workspace/unread.ts";
import { deadlineMoves } from "./deadline-move.ts";
import { type KpiPair, kpiPair, type Versions } from "./kpi-pair.ts";
import { isSame, sameFaults } from "./same.ts";
import { targetMove } from "./target-move.ts";
import { judgedBy, usersOf } from "./users.ts";

export type { KpiPair, KpiSide } from "./kpi-pair.ts";

/** A metric that is in both versions. */
export interface MetricPair {
  readonly before: Metric;
  readonly after: Metric;
  /** Active KPIs of the newer version that are measured by it, or by a metric that is derived from it. */
  readonly measured: readonly Kpi[];
  /** Those, and the ones that guard it. */
  readonly users: readonly Kpi[];
}

export interface GoalPair {
  readonly before: Goal;
  readonly after: Goal;
}

/** A KPI that is no longer active; `after` is null where it was deleted. */
export interface EndedKpi {
  readonly before: Kpi;
  readonly after: Kpi | null;
}

/** A KPI that became active, or is new; `before` is null where it is new. */
export interface StartedKpi {
  readonly before: Kpi | null;
  readonly after: Kpi;
}

/** A KPI that was not active before and is not now; one of both is null where it is new or deleted. */
export interface IdleKpi {
  readonly before: Kpi | null;
  readonly after: Kpi | null;
}

/** Files with a document that could not be read, by version. */
export interface UnreadFiles {
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
}

/** What differs between two versions. An entity that says the same, wherever and however it is written, is left out. */
export interface Pairs {
  /** Active in both, or retired before, and its definition or its metric's differs; renamed ones are among them. */
  readonly kpis: readonly KpiPair[];
  /** Ended and started under another id with the same metric, window and target. */
  readonly renamed: readonly KpiPair[];
  /** Ended before its time and started under another id with the same metric, and an eased target or a later end. */
  readonly relaunched: readonly KpiPair[];
  /** The older ids of those two, by the newer ones. */
  readonly oldIds: ReadonlyMap<string, string>;
  readonly ended: readonly EndedKpi[];
  readonly started: readonly StartedKpi[];
  readonly idle: readonly IdleKpi[];
  readonly metrics: readonly MetricPair[];
  readonly addedMetrics: readonly Metric[];
  readonly removedMetrics: readonly Metric[];
  readonly goals: readonly GoalPair[];
  readonly addedGoals: readonly Goal[];
  readonly removedGoals: readonly Goal[];
  /** Files of which a part could not be read: what the newer ones held is not removed, what the older ones held not new. */
  readonly unread: UnreadFiles;
}

/** Pairs everything that differs. */
export function pairsOf(versions: Versions, asOf: Day): Pairs {
  const { base, head } = versions;
  const unread = { base: new Set(unreadFiles(base)), head: new Set(unreadFiles(head)) };
  const isGone = (entity: Entity): boolean => !unread.head.has(entity.origin.file);
  const isNew = (entity: Entity): boolean => !unread.base.has(entity.origin.file);
  const sameSettings = isSame(base.settings.fiscalYear, head.settings.fiscalYear);
  const kpis: KpiPair[] = [];
  const idle: IdleKpi[] = [];
  const ended: EndedKpi[] = [];
  const started: StartedKpi[] = [];
  for (const before of base.kpis.values()) {
    const after = head.kpis.get(before.id) ?? null;
    if (after === null && !isGone(before)) continue;
    if (before.state !== "active") {
      if (after?.state === "active") {
        started.push({ before, after });
        // What a retired KPI promised is still written there.
        if (before.state === "retired") kpis.push(kpiPair(before, after, versions, asOf));
      } else if (after === null || !isSame(before.definition, after.definition)) idle.push({ before, after });
    } else if (after?.state !== "active") ended.push({ before, after });
    else if (!sameSettings || !saysTheSame(before, after, versions)) kpis.push(kpiPair(before, after, versions, asOf));
  }
  for (const after of head.kpis.values()) {
    if (base.kpis.has(after.id) || !isNew(after)) continue;
    if (after.state === "active") started.push({ before: null, after });
    else idle.push({ before: null, after });
  }
  const moved = movedUnderOtherIds(ended, started, versions, asOf);
  return {
    kpis: [...kpis, ...moved.renamed],
    renamed: moved.renamed,
    relaunched: moved.relaunched,
    oldIds: moved.oldIds,
    ended: ended.filter(({ before }) => !moved.ids.has(before.id)),
    started: started.filter(({ after }) => !moved.oldIds.has(after.id)),
    idle,
    metrics: pairUp(base.metrics, head.metrics, isSameMetric).map(([before, after]) => ({
      before,
      after,
      measured: usersOf(after.id, head),
      users: judgedBy(after.id, head),
    })),
    addedMetrics: missingIn(base.metrics, head.metrics).filter(isNew),
    removedMetrics: missingIn(head.metrics, base.metrics).filter(isGone),
    goals: pairUp(
      base.goals,
      head.goals,
      (a, b) => sameSettings && isSame(a.definition, b.definition) && sameFaults(a, b),
    ).map(([before, after]) => ({ before, after })),
    addedGoals: missingIn(base.goals, head.goals).filter(isNew),
    removedGoals: missingIn(head.goals, base.goals).filter(isGone),
    unread,
  };
}

/** Whether a KPI's last day lies before a day; one that recurs without an end has none. */
export function isOver(kpi: Kpi, asOf: Day): boolean {
  return kpi.timeframe !== null && kpi.timeframe.end !== OPEN_END && kpi.timeframe.end < asOf;
}

function saysTheSame(before: Kpi, after: Kpi, { base, head }: Versions): boolean {
  if (before !== after && !(isSame(before.definition, after.definition) && sameFaults(before, after))) return false;
  const id = after.definition.metric ?? "";
  const old = base.metrics.get(id);
  const now = head.metrics.get(id);
  return old === now || isSame(old?.definition, now?.definition);
}

function isSameMetric(before: Metric, after: Metric): boolean {
  return (
    sameRows(before.series, after.series) && isSame(before.definition, after.definition) && sameFaults(before, after)
  );
}

/** Whether two series hold the same rows; notes may differ. */
export function sameRows(a: Series | null, b: Series | null): boolean {
  if (a === b) return true;
  const fields = ["days", "values", "numerators", "denominators"] as const;
  return a !== null && b !== null && fields.every((field) => isSame(a[field], b[field]));
}

function pairUp<E>(base: ReadonlyMap<string, E>, head: ReadonlyMap<string, E>, same: (a: E, b: E) => boolean) {
  const pairs: (readonly [E, E])[] = [];
  for (const [id, after] of head) {
    const before = base.get(id);
    if (before !== undefined && before !== after && !same(before, after)) pairs.push([before, after]);
  }
  return pairs;
}

/** What `all` holds and `some` does not. */
function missingIn<E>(some: ReadonlyMap<string, E>, all: ReadonlyMap<string, E>): readonly E[] {
  const missing: E[] = [];
  for (const [id, entity] of all) if (!some.has(id)) missing.push(entity);
  return missing;
}

interface Moved {
  readonly renamed: readonly KpiPair[];
  readonly relaunched: readonly KpiPair[];
  readonly ids: ReadonlySet<string>;
  readonly oldIds: ReadonlyMap<string, string>;
}

/** Pairs KPIs that ended with new ones; the same window and target first, so that a rename is never a relaunch. */
function movedUnderOtherIds(
  ended: readonly EndedKpi[],
  started: readonly StartedKpi[],
  versions: Versions,
  asOf: Day,
): Moved {
  const fresh = started.filter(({ before }) => before === null);
  const ids = new Set<string>();
  const oldIds = new Map<string, string>();
  const find = (fits: (pair: KpiPair) => boolean): readonly KpiPair[] => {
    const found: KpiPair[] = [];
    for (const { before } of ended) {
      if (ids.has(before.id)) continue;
      for (const { after } of sameGoalFirst(before, fresh)) {
        if (oldIds.has(after.id) || before.definition.metric !== after.definition.metric) continue;
        const pair = kpiPair(before, after, versions, asOf);
        if (!fits(pair)) continue;
        ids.add(before.id);
        oldIds.set(after.id, before.id);
        found.push(pair);
        break;
      }
    }
    return found;
  };
  const renamed = find(isRenamed);
  const relaunched = find((pair) => !isOver(pair.before.kpi, asOf) && isRelaunched(pair));
  return { renamed, relaunched, ids, oldIds };
}

function sameGoalFirst(before: Kpi, fresh: readonly StartedKpi[]): readonly StartedKpi[] {
  const rank = ({ after }: StartedKpi): number => (after.definition.goal === before.definition.goal ? 0 : 1);
  return [...fresh].sort((a, b) => rank(a) - rank(b));
}

function isRenamed({ before, after }: KpiPair): boolean {
  const old = before.kpi.timeframe;
  const now = after.kpi.timeframe;
  if (old === null || now === null || old.start !== now.start || old.end !== now.end) return false;
  if (!isSame(old.recurring, now.recurring)) return false;
  const move = targetMove({ id: after.kpi.id, before, after });
  return before.resolved.target !== null && !move.eased && !move.raised;
}

function isRelaunched(pair: KpiPair): boolean {
  return targetMove(pair).eased || deadlineMoves(pair).some(({ way }) => way === "later");
}
