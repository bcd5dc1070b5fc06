/**
 * The public JSON of `kpi blame`, schemaVersion 1: keys may be added, none changed.
 *
 * - `kpi` and `title`: the KPI that was asked for; `ref` and `commit`: the version up to which its life is told; `asOf`:
 *   the day on which the targets of all versions are resolved, with the rows of the newest version.
 * - `entries`, oldest first: every version that changed the promise. `commit`, `date`, `author` and `subject` are null
 *   for what is not committed yet. `kpi` is its id then, `file` where it stood. `isEdge` marks the commit at which a
 *   shallow clone ends: there the KPI was first seen, not created, and `changes` is empty.
 * - `changes`: `ruleId` is that of `kpi diff`. `before` and `after` are written as in the files, `resolvedBefore` and
 *   `resolvedAfter` are numbers in `unit`, or null. `direction` says whether it became easier to reach. `reason` is null
 *   where none is given; `asksReason` tells whether one is asked for, `reasonCommit` the commit that gave it, where it
 *   came later. `otherId` is the earlier id, or the later one, of a KPI that was renamed or relaunched.
 * - `version`: what the KPI says after the entry; null where it is gone. `now` says it of the newest version.
 * - `targets`: the resolved target where the work is merged to (first parents only), each from its date on; null while
 *   there was none in the newest unit and on the newest metric.
 * - `drift`, from the first active version to the newest in which the KPI stands; null where it was never active.
 *   `target.direction` is easier, harder, both (one bound of a range each), same, or null where targets cannot be
 *   compared; `target.change` is in the metric's unit, `target.percent` relative to the first target.
 *   `deadlineDays` counts the days that the end moved, later above 0.
 * - `historyEnds`: the commits at which a shallow clone ends; empty for a whole history.
 */

import type { Drift, KpiFacts, LifeChange, LifeCommit, LifeEntry } from "../../changes/blame/life.ts";
import { jsonText } from "../untrusted.ts";
import type { BlameReport } from "./report.ts";

/** The life as JSON in a fixed key order; numbers are full doubles and texts exact. */
export function json({ life, ref, commit, asOf, scored, historyEnds }: BlameReport): string {
  return jsonText({
    schemaVersion: 1,
    kpi: life.kpi,
    title: life.last?.title ?? null,
    ref,
    commit,
    asOf,
    status: scored?.progress.status ?? null,
    now: life.now === null ? null : factsJson(life.now),
    entries: life.entries.map(entryJson),
    targets: life.levels.map(({ date, target }) => ({ date, target })),
    drift: life.drift === null ? null : driftJson(life.drift),
    historyEnds: [...historyEnds],
  });
}

function entryJson({ kpi, commit, file, changes, facts, isEdge }: LifeEntry) {
  return {
    commit: commit?.id ?? null,
    date: commit?.date ?? null,
    author: commit?.author ?? null,
    subject: commit?.subject ?? null,
    kpi,
    file,
    isEdge,
    changes: changes.map(changeJson),
    version: facts === null ? null : factsJson(facts),
  };
}

function changeJson(change: LifeChange) {
  return {
    ruleId: change.ruleId,
    field: change.field,
    before: change.before,
    after: change.after,
    resolvedBefore: change.resolvedBefore,
    resolvedAfter: change.resolvedAfter,
    unit: change.unit,
    reason: change.reason,
    direction: change.direction,
    asksReason: change.asksReason,
    reasonCommit: change.reasonCommit,
    otherId: change.otherId,
  };
}

function factsJson(facts: KpiFacts) {
  return {
    id: facts.id,
    title: facts.title,
    state: facts.state,
    target: facts.target,
    resolvedTarget: facts.resolvedTarget,
    unit: facts.unit,
    timeframe: facts.timeframe,
    start: facts.start,
    end: facts.end,
    baseline: facts.baseline,
    metric: facts.metric,
    goal: facts.goal,
  };
}

function driftJson(drift: Drift) {
  const { first, last, target } = drift;
  return {
    since: sinceJson(drift.since),
    target: {
      first: first.target,
      last: last.target,
      resolvedFirst: first.resolvedTarget,
      resolvedLast: last.resolvedTarget,
      unit: last.unit,
      change: target.change,
      percent: target.percent,
      direction: target.way,
    },
    deadline: { first: first.end, last: last.end, days: drift.deadlineDays },
    easings: drift.easings,
    easingsWithoutReason: drift.easingsWithoutReason,
    tightenings: drift.tightenings,
  };
}

function sinceJson(commit: LifeCommit | null) {
  return { commit: commit?.id ?? null, date: commit?.date ?? null };
}
