/** Ranges that hold no value: a schema cannot compare two numbers, and a guardrail without a bound guards nothing. */

import type { KeyPath } from "../text/source.ts";
import { MOST_PROBLEMS } from "./explain/explainer.ts";
import { entityOf, kindOf, placeName, sentence } from "./explain/spot.ts";
import type { ShapeProblem } from "./shape-problem.ts";

type MapValue = Readonly<Record<string, unknown>>;

/** The bounds of metrics and the guardrails of KPIs that no value can meet, or none can break; of any document. */
export function rangeProblems(root: unknown): readonly ShapeProblem[] {
  // Another version has other fields.
  if (!isMap(root) || (root.version ?? 1) !== 1) return [];
  const problems: ShapeProblem[] = [];
  for (const id in mapOf(root.metrics)) {
    const bounds = mapOf(mapOf(root.metrics)[id]).bounds;
    if (isMap(bounds) && isReversed(bounds)) problems.push(reversed(bounds, ["metrics", id, "bounds"]));
  }
  for (const id in mapOf(root.kpis)) {
    const guardrails = mapOf(mapOf(root.kpis)[id]).guardrails;
    if (!Array.isArray(guardrails)) continue;
    if (problems.length > MOST_PROBLEMS) break;
    for (const [index, guardrail] of guardrails.entries()) {
      const path = ["kpis", id, "guardrails", index];
      if (!isMap(guardrail)) continue;
      if (isReversed(guardrail)) problems.push(reversed(guardrail, path));
      else if (guardrail.min === undefined && guardrail.max === undefined) problems.push(unbounded(path));
    }
  }
  return problems;
}

function reversed({ min, max }: MapValue, path: KeyPath): ShapeProblem {
  const message = `${sentence(placeName(path))}: no value is both at least ${min} and at most ${max}; write the lower bound as \`min\`.`;
  return problemAt(path, "reversed", message);
}

function unbounded(path: KeyPath): ShapeProblem {
  const message = `${sentence(placeName(path))} has no bound, so nothing breaks it; add \`min\`, \`max\` or both.`;
  return problemAt(path, "empty", message);
}

function problemAt(path: KeyPath, messageId: string, message: string): ShapeProblem {
  const ruleId = "measurable/path-impossible";
  return { ruleId, messageId, message, path, at: "value", suggestions: [], entity: entityOf(path) };
}

function isReversed({ min, max }: MapValue): boolean {
  return typeof min === "number" && typeof max === "number" && min > max;
}

const NONE: MapValue = {};

function mapOf(value: unknown): MapValue {
  return isMap(value) ? value : NONE;
}

function isMap(value: unknown): value is MapValue {
  return kindOf(value) === "map";
}
