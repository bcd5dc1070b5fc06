/** The numbers that a KPI's title may rightly name: target, relative %, change, baseline and what else is stated. */

import type { KpiDefinition } from "../../definition/file.ts";
import type { Kpi } from "../../workspace/model.ts";
import type { Target } from "../../workspace/target.ts";

/** A number a title may name; a computed one may be rounded there. */
export interface Candidate {
  readonly value: number;
  readonly isComputed: boolean;
}

export interface TargetNumbers {
  /** In the metric's unit: target, bounds, stretch, baseline. */
  readonly levels: readonly Candidate[];
  /** Numbers beside the target: checkpoints, guardrails, tolerance, compliance in percent. */
  readonly others: readonly Candidate[];
  /** Changes in percent of the baseline. */
  readonly percents: readonly Candidate[];
  /** Changes in the metric's unit. */
  readonly changes: readonly Candidate[];
  /** Whether the definition alone says which value is to be reached or kept. */
  readonly hasLevels: boolean;
  /** What the target comes to, as far as the definition alone says it; null where it does not, or says two. */
  readonly level: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly percent: number | null;
  readonly change: number | null;
}

/** A target as far as its definition alone says it. */
interface Resolved {
  readonly levels: readonly Candidate[];
  readonly percent: Candidate | null;
  readonly change: Candidate | null;
}

/** The numbers of a KPI whose target has one; null for `true`, for an impossible range and for none. */
export function targetNumbers(kpi: Kpi): TargetNumbers | null {
  const { target, stretch, definition } = kpi;
  if (target === null || target.kind === "done" || isImpossible(target)) return null;
  const baseline = statedBaseline(definition.baseline);
  const main = resolved(target, baseline);
  const further = stretch === null ? null : resolved(stretch, baseline);
  const start = baseline === null ? [] : [stated(baseline)];
  return {
    levels: [...main.levels, ...(further?.levels ?? []), ...start],
    others: otherLevels(definition).map(stated),
    percents: known(main.percent, further?.percent),
    changes: known(main.change, further?.change),
    hasLevels: main.levels.length > 0,
    level: main.levels.length === 1 ? (main.levels[0]?.value ?? null) : null,
    min: target.kind === "range" ? target.min : null,
    max: target.kind === "range" ? target.max : null,
    percent: main.percent?.value ?? null,
    change: main.change?.value ?? null,
  };
}

function isImpossible(target: Target): boolean {
  return target.kind === "range" && target.min !== null && target.max !== null && target.min > target.max;
}

/** The baseline as the definition states it; one that is found in the data is no word of the author's. */
function statedBaseline(baseline: KpiDefinition["baseline"]): number | null {
  if (baseline === undefined || baseline === null) return null;
  return typeof baseline === "number" ? baseline : baseline.value;
}

function resolved(target: Target, baseline: number | null): Resolved {
  if (target.kind === "percent") {
    const change = baseline === null ? null : (Math.abs(baseline) * target.percent) / 100;
    return { levels: sum(baseline, change), percent: stated(target.percent), change: computed(change) };
  }
  if (target.kind === "by") {
    return { levels: sum(baseline, target.by), percent: relative(target.by, baseline), change: stated(target.by) };
  }
  const levels = levelsOf(target);
  const change = baseline === null || levels.length !== 1 ? null : (levels[0] ?? 0) - baseline;
  return { levels: levels.map(stated), percent: relative(change, baseline), change: computed(change) };
}

function levelsOf(target: Target): readonly number[] {
  if (target.kind === "number") return [target.value];
  return target.kind === "range" ? [target.min, target.max].filter((bound) => bound !== null) : [];
}

function sum(baseline: number | null, change: number | null): readonly Candidate[] {
  return baseline === null || change === null ? [] : [{ value: baseline + change, isComputed: true }];
}

function relative(change: number | null, baseline: number | null): Candidate | null {
  return change === null || baseline === null || baseline === 0 ? null : computed((change / Math.abs(baseline)) * 100);
}

function computed(value: number | null): Candidate | null {
  return value === null ? null : { value, isComputed: true };
}

function stated(value: number): Candidate {
  return { value, isComputed: false };
}

function known(...candidates: readonly (Candidate | null | undefined)[]): readonly Candidate[] {
  return candidates.filter((candidate) => candidate !== null && candidate !== undefined);
}

function otherLevels(definition: Partial<KpiDefinition>): readonly number[] {
  const levels: number[] = [];
  for (const checkpoint of definition.checkpoints ?? []) levels.push(checkpoint.value);
  for (const { min, max } of definition.guardrails ?? []) {
    if (typeof min === "number") levels.push(min);
    if (typeof max === "number") levels.push(max);
  }
  if (typeof definition.compliance === "number") levels.push(definition.compliance * 100);
  if (typeof definition.tolerance === "number") levels.push(definition.tolerance);
  return levels;
}
