/** The life of one KPI: what every version of it changed, why, and how far it has drifted since it was first active. */

import { changesOfStep } from "./blame/changes.ts";
import { driftOf, factsOf } from "./blame/drift.ts";
import type {
  KpiFacts,
  KpiIn,
  Life,
  LifeChange,
  LifeEntry,
  LifeInput,
  LifeStep,
  StepChange,
  TargetLevel,
} from "./blame/life.ts";
import { laterReason } from "./blame/reasons.ts";

/** Tells a life from its versions, oldest first. Never throws on content. */
export function lifeOf(input: LifeInput): Life {
  const { kpi, steps, now, asOf } = input;
  const changes = changesOfSteps(input);
  const entries = steps.flatMap((step, i): LifeEntry[] => {
    const own = changes[i] ?? [];
    if (own.length === 0 && !isFirstSeen(step, i, steps)) return [];
    const explained = own.map((change) => toldOf(change, i, changes, input));
    return [
      {
        kpi: step.kpi,
        commit: step.commit,
        file: step.file,
        changes: explained,
        facts: factsOf(step.after, step.kpi, asOf),
        isEdge: step.isEdge,
      },
    ];
  });
  const last = lastVersion(input);
  const lastFacts = last === null ? null : factsOf(last.workspace, last.kpi, asOf);
  return {
    kpi,
    entries,
    levels: lastFacts === null ? [] : levelsOf(input, lastFacts),
    drift: driftOf({ steps, last, entries, asOf }),
    now: factsOf(now, kpi, asOf),
    last: lastFacts,
  };
}

/** Targets of a draft, on another metric or in another unit do not compare with the newest. */
function levelsOf({ kpi, steps, mainline, asOf }: LifeInput, last: KpiFacts): readonly TargetLevel[] {
  const ids = [...new Set([kpi, ...steps.map((step) => step.kpi)])];
  const levels: TargetLevel[] = [];
  for (const { date, workspace } of mainline) {
    const id = ids.find((one) => workspace.kpis.get(one)?.state === "active");
    const facts = id === undefined ? null : factsOf(workspace, id, asOf);
    const compares = facts !== null && facts.metric === last.metric && facts.unit === last.unit;
    const target = compares ? facts.resolvedTarget : null;
    if (target !== (levels.at(-1)?.target ?? null)) levels.push({ date, target });
  }
  return levels;
}

function changesOfSteps({ steps, asOf, verdicts }: LifeInput): readonly (readonly StepChange[])[] {
  return steps.map((step) => (step.isEdge ? [] : changesOfStep(step, asOf, verdicts)));
}

/** The first of the commits where the history ends tells what was there; the others tell nothing that is new. */
function isFirstSeen(step: LifeStep, index: number, steps: readonly LifeStep[]): boolean {
  const isThere = (one: LifeStep): boolean => one.isEdge && one.after.kpis.has(one.kpi);
  return isThere(step) && !steps.slice(0, index).some(isThere);
}

function toldOf(
  told: StepChange,
  at: number,
  changes: readonly (readonly StepChange[])[],
  { steps }: LifeInput,
): LifeChange {
  const { change, resolvedBefore, resolvedAfter, otherId } = told;
  const later = change.asksReason && change.reason === null ? laterReason(change, at, steps, changes) : null;
  return {
    ruleId: change.ruleId,
    field: change.field,
    before: change.before,
    after: change.after,
    resolvedBefore,
    resolvedAfter,
    unit: change.unit,
    asksReason: change.asksReason,
    reason: later?.reason ?? change.reason,
    reasonCommit: later?.commit ?? null,
    direction: change.eases ? "eased" : change.tightens ? "tightened" : null,
    otherId,
  };
}

function lastVersion({ kpi, steps, now }: LifeInput): KpiIn | null {
  if (now.kpis.has(kpi)) return { kpi, workspace: now };
  for (const step of [...steps].reverse()) {
    const workspace = [step.after, ...step.before].find(({ kpis }) => kpis.has(step.kpi));
    if (workspace !== undefined) return { kpi: step.kpi, workspace };
  }
  return null;
}
