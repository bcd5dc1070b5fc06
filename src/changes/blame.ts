/** The life of one KPI: what every version of it changed, why, and how far it has drifted since it was first active. */

import type { Day } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import { changesOfStep } from "./blame-changes.ts";
import { type Drift, driftOf, factsOf, type KpiFacts } from "./blame-drift.ts";
import { laterReason } from "./blame-reasons.ts";
import type { Change } from "./change.ts";
import type { Verdict } from "./define.ts";

/** A commit as people name it. */
export interface LifeCommit {
  readonly id: string;
  /** The day its author wrote it, `2026-08-15`. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * One version beside those that it comes from. The workspaces hold the KPI, its metric, and other KPIs of that metric
 * where they matter; all have the same rows, so that targets differ only where definitions do.
 */
export interface LifeStep {
  /** What the KPI is called at this point of its life. */
  readonly kpi: string;
  /** Null for what is not committed yet. */
  readonly commit: LifeCommit | null;
  /** The day of the commit. */
  readonly day: Day;
  /** Where the KPI stands, or stood before it was deleted. */
  readonly file: string | null;
  /** One for each parent; none for a first commit. */
  readonly before: readonly Workspace[];
  readonly after: Workspace;
  /** The history that is at hand ends here, so that nothing is known of what was before. */
  readonly isEdge: boolean;
}

/** What a life is told from. */
export interface LifeInput {
  /** The KPI's id now, or its last one. */
  readonly kpi: string;
  /** Parents before their children; the KPI's earlier ids first. */
  readonly steps: readonly LifeStep[];
  /** The newest version. */
  readonly now: Workspace;
  /** What held where the work is merged to: the first parents of the newest version, oldest first. */
  readonly mainline: readonly MainlineVersion[];
  /** The day on which targets of all versions are resolved. */
  readonly asOf: Day;
  /** All of them by default. */
  readonly verdicts?: readonly Verdict[];
}

/** A version on the line that others are merged into, from its day until that of the next one. */
export interface MainlineVersion {
  /** `2026-08-15`. */
  readonly date: string;
  readonly workspace: Workspace;
}

/** One change of a KPI's promise. */
export interface LifeChange {
  /** `diff/…`, as in a review. */
  readonly ruleId: string;
  readonly field: string;
  /** Both sides as they are written. */
  readonly before: string | null;
  readonly after: string | null;
  /** Both sides in numbers; null where they are none. */
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
  readonly unit: string | null;
  readonly asksReason: boolean;
  readonly reason: string | null;
  /** The commit that gave the reason, where it came later. */
  readonly reasonCommit: string | null;
  readonly direction: "eased" | "tightened" | null;
  /** The other id of a KPI that was renamed or relaunched: the earlier one, or the one under which it goes on. */
  readonly otherId: string | null;
}

/** A version that changed something. */
export interface LifeEntry {
  readonly kpi: string;
  readonly commit: LifeCommit | null;
  readonly file: string | null;
  /** Empty only where the history that is at hand ends. */
  readonly changes: readonly LifeChange[];
  /** The KPI after it; null where it is gone. */
  readonly facts: KpiFacts | null;
  readonly isEdge: boolean;
}

/** A target that held from a day on, in the unit of the newest one; null while there was none that compares. */
export interface TargetLevel {
  readonly date: string;
  readonly target: number | null;
}

/** Everything that happened to a KPI. */
export interface Life {
  readonly kpi: string;
  /** Oldest first. */
  readonly entries: readonly LifeEntry[];
  /** The target over time where the work is merged to, oldest first. */
  readonly levels: readonly TargetLevel[];
  /** Null where it was never active. */
  readonly drift: Drift | null;
  /** The KPI in the newest version; null where it is gone. */
  readonly now: KpiFacts | null;
  /** The newest version that there was; null only where there was none. */
  readonly last: KpiFacts | null;
}

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

/** A change as the review reports it, and what a life tells of it beside that. */
export interface StepChange {
  readonly change: Change;
  /** Both sides in the numbers that all other changes are told in. */
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
  readonly otherId: string | null;
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

/** A version in which the KPI stands. */
export interface KpiIn {
  readonly kpi: string;
  readonly workspace: Workspace;
}

function lastVersion({ kpi, steps, now }: LifeInput): KpiIn | null {
  if (now.kpis.has(kpi)) return { kpi, workspace: now };
  for (const step of [...steps].reverse()) {
    const workspace = [step.after, ...step.before].find(({ kpis }) => kpis.has(step.kpi));
    if (workspace !== undefined) return { kpi: step.kpi, workspace };
  }
  return null;
}
