/** What one version changed about a KPI's promise, by the verdicts of a review. */

import type { Day } from "../../workspace/day.ts";
import { linksOf } from "../../workspace/links.ts";
import type { Kpi, Metric, Workspace } from "../../workspace/model.ts";
import type { Change } from "../change.ts";
import { compare } from "../compare.ts";
import type { Verdict } from "../define.ts";
import { isSame } from "../same.ts";
import { verdicts as allVerdicts } from "../verdicts/index.ts";
import type { ReviewedVersion, Strictness } from "../version.ts";
import { sideIn } from "./drift.ts";
import type { LifeStep, StepChange } from "./life.ts";
import { movesBetween } from "./moves.ts";

/** Judged on the day of the commit, because they ask what was over by then, or what was still to come. */
const ON_THE_DAY = [
  "diff/kpi-added",
  "diff/kpi-renamed",
  "diff/kpi-relaunched",
  "diff/kpi-removed-early",
  "diff/kpi-closed",
  "diff/draft-removed",
  "diff/plan-backloaded",
];
/** Judged on one day for all versions, so that the numbers of one version are the same wherever they are told. */
const ALWAYS = [
  "diff/kpi-switched-metric",
  "diff/metric-added",
  "diff/metric-removed",
  "diff/objective-relinked",
  "diff/target-eased",
  "diff/target-raised",
  "diff/deadline-extended",
  "diff/deadline-shortened",
  "diff/start-moved",
  "diff/baseline-moved",
  "diff/direction-flipped",
  "diff/unit-changed",
  "diff/metric-redefined",
  "diff/guardrail-removed",
  "diff/guardrail-eased",
];
/** In the order in which the changes of one version are told. */
const ORDER = [...ON_THE_DAY.slice(0, -1), ...ALWAYS, "diff/plan-backloaded"];

/** Fields of a KPI that its promise is made of. */
const KPI_FIELDS =
  "metric goal timeframe target baseline tolerance compliance ambition guardrails checkpoints path state".split(" ");
const METRIC_FIELDS = "unit better aggregation scale derived bounds".split(" ");

const NO_STRICTNESS: Strictness = {
  configFile: null,
  configFiles: [],
  settings: new Map(),
  stated: new Map(),
  levels: new Map(),
  overrides: [],
  plugins: [],
  readsTitles: true,
  known: new Map(),
};

/** A workspace as a review wants it; its config is of no interest here. */
export function reviewed(workspace: Workspace): ReviewedVersion {
  return { workspace, strictness: NO_STRICTNESS, textOf: () => null };
}

/** What a version changed, compared with every parent: a merge answers only for what none of its sides said. */
export function changesOfStep(
  step: LifeStep,
  asOf: Day,
  verdicts: readonly Verdict[] = allVerdicts,
): readonly StepChange[] {
  const [first, ...others] = step.before.length === 0 ? [nothing(step.after)] : step.before;
  if (first === undefined) return [];
  let changes = changesFrom(first, step, asOf, verdicts);
  for (const other of others) {
    if (changes.length === 0) break;
    const theirs = new Set(changesFrom(other, step, asOf, verdicts).map(({ change }) => subjectOf(change)));
    changes = changes.filter(({ change }) => theirs.has(subjectOf(change)));
  }
  return changes;
}

/** What a change is about. */
export function subjectOf({ entity, field }: Change): string {
  return `${entity?.kind} ${entity?.id} ${field}`;
}

/** What was there before a first commit. */
function nothing({ settings }: Workspace): Workspace {
  return {
    settings,
    files: [],
    goals: new Map(),
    metrics: new Map(),
    kpis: new Map(),
    duplicates: [],
    removed: [],
    links: linksOf(new Map(), new Map(), new Map()),
    problems: [],
  };
}

function changesFrom(
  before: Workspace,
  step: LifeStep,
  asOf: Day,
  verdicts: readonly Verdict[],
): readonly StepChange[] {
  const { kpi, after, day } = step;
  if (isSame(promiseOf(before, kpi), promiseOf(after, kpi))) return [];
  const base = reviewed(before);
  const head = reviewed(after);
  const by = (ids: readonly string[], on: Day): readonly Change[] => {
    const some = verdicts.filter(({ id }) => ids.includes(id));
    return compare({ base, head, asOf: on, notBefore: null, verdicts: some }).changes;
  };
  const moves = movesBetween(before, after, day);
  const from = moves.find((move) => move.to === kpi)?.from ?? null;
  const to = moves.find((move) => move.from === kpi)?.to ?? null;
  const changes: StepChange[] = [];
  for (const change of [...by(ON_THE_DAY, day), ...by(ALWAYS, asOf)]) {
    const isMovedOn = to !== null && isMove(change) && change.entity?.id === to;
    if (!isMovedOn && !isAbout(change, kpi, from ?? kpi, before, after)) continue;
    const isOnTheDay = change.ruleId === "diff/kpi-added" || change.ruleId === "diff/kpi-relaunched";
    const [old, now] = isMovedOn ? [kpi, to] : [from, kpi];
    changes.push({
      change,
      resolvedBefore: isOnTheDay ? targetIn(before, old, asOf) : change.resolvedBefore,
      resolvedAfter: isOnTheDay ? targetIn(after, now, asOf) : change.resolvedAfter,
      otherId: isMovedOn ? to : isMove(change) ? from : null,
    });
  }
  return changes.sort((a, b) => ORDER.indexOf(a.change.ruleId) - ORDER.indexOf(b.change.ruleId));
}

function isMove({ ruleId }: Change): boolean {
  return ruleId === "diff/kpi-renamed" || ruleId === "diff/kpi-relaunched";
}

/** `from` is what the KPI was called before. */
function isAbout(
  { ruleId, entity, kpis }: Change,
  kpi: string,
  from: string,
  before: Workspace,
  after: Workspace,
): boolean {
  const [old, now] = [before.kpis.get(from)?.definition.metric, after.kpis.get(kpi)?.definition.metric];
  if (entity?.kind === "kpi") {
    const hasMetrics = before.metrics.has(old ?? "") && after.metrics.has(now ?? "");
    return entity.id === kpi && (ruleId !== "diff/baseline-moved" || hasMetrics);
  }
  // What happened to its metric before it was there is no part of its life.
  if (!kpis.includes(kpi) || !before.kpis.has(from)) return false;
  if (ruleId !== "diff/metric-added" && ruleId !== "diff/metric-removed") return true;
  // The metric of a KPI that is gone, or that took another one, is no news.
  return old !== undefined && old === now;
}

function targetIn(workspace: Workspace, kpi: string | null, asOf: Day): number | null {
  return kpi === null ? null : (sideIn(workspace, kpi, asOf)?.resolved.target?.value ?? null);
}

/** What a KPI promises, to be compared: its state, target, window, baseline, goal and what its metric means. */
export function promiseOf(workspace: Workspace, id: string): unknown {
  const kpi = workspace.kpis.get(id);
  if (kpi === undefined) return null;
  const metric = workspace.metrics.get(kpi.definition.metric ?? "");
  return { kpi: picked(kpi, KPI_FIELDS), metric: metric === undefined ? null : meaningOf(metric) };
}

/** What a metric means, to be compared. */
export function meaningOf(metric: Metric): unknown {
  return { fields: picked(metric, METRIC_FIELDS), query: metric.definition.source?.query };
}

function picked({ definition }: Kpi | Metric, fields: readonly string[]): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, unknown>> = definition;
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}
