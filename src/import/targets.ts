/** Whether an imported target can be judged: with its metric, its baseline and its direction. */

import type { Baseline } from "../progress/baseline.ts";
import { resolveTarget, type TargetFault } from "../progress/target.ts";
import type { Aggregation } from "../progress/terms.ts";
import { type Direction, parseTarget } from "../workspace/target.ts";
import type { TargetValue } from "./phrase-words.ts";

/** What is known of the metric and of where the KPI starts. */
export interface TargetFacts {
  readonly aggregation: Aggregation;
  readonly better: Direction;
  /** Whether the file says which direction is good. */
  readonly isDirectionKnown: boolean;
  readonly baseline: number | null;
  /** Whether the data hold a value from before the window. */
  readonly hasEarlierValue: boolean;
}

const FAULTS: Readonly<Record<TargetFault, string>> = {
  "empty-range": "its range is empty",
  "band-on-sum": "a total has no range: it can be reached or stay below a limit",
  "baseline-missing": "it is a change, and nothing says from which baseline",
  "zero-baseline": "it is a share of a baseline of 0",
  "direction-conflict": "it lies on the worse side of its baseline",
};

const UNKNOWN: Baseline = { value: null, day: null, source: "none" };

/** Why a target cannot be judged, as half a sentence; null where it can. */
export function targetFault(target: TargetValue, facts: TargetFacts): string | null {
  const parsed = parseTarget(target);
  if (parsed === null) return "it is no target";
  const { aggregation, better, baseline } = facts;
  const { fault } = resolveTarget(
    parsed,
    { aggregation, better },
    baseline === null ? UNKNOWN : { value: baseline, day: null, source: "stated" },
  );
  if (fault === null || (fault === "baseline-missing" && facts.hasEarlierValue)) return null;
  if (fault !== "direction-conflict" || facts.isDirectionKnown) return FAULTS[fault];
  return `it lies below the baseline ${baseline}: lower may be better, or it may be a level to keep`;
}

const SPEAKS_OF_CHANGE =
  /\b(?:reductions?|increases?|decreases?|growth|declines?|changes?|improvements?|savings?|variation|year-over-year|year-on-year|yoy)\b/i;

/** Whether a title names a change, so that "5 % reduction" may be its level. */
export function speaksOfChange(title: string): boolean {
  return SPEAKS_OF_CHANGE.test(title);
}
