/** What a goal, a metric and a KPI cannot do without, and the rule that speaks when it is missing. */

import type { EntityKind, EntityRef } from "../../findings/finding.ts";
import type { ShapeProblem } from "../shape-problem.ts";
import { isBlank, placeName, sentence } from "./spot.ts";

export interface Part {
  readonly ruleId: string;
  readonly messageId: string;
  /** Ends the sentence "KPI `x` has no target: …". */
  readonly advice: string;
}

const OWNER: Part = {
  ruleId: "achievable/owner-missing",
  messageId: "missing",
  advice: 'name the person or team that answers, such as `owner: "@ana"` or `owner: team:marketing`.',
};

function title(example: string): Part {
  return { ruleId: "schema/required", messageId: "required", advice: `write one line, such as \`title: ${example}\`.` };
}

export const PARTS: Readonly<Record<EntityKind, Readonly<Record<string, Part>>>> = {
  goal: { title: title("Clinics find us through search"), owner: OWNER },
  metric: { title: title("Net Promoter Score") },
  kpi: {
    title: title("Net Promoter Score of 75 by 31 December 2026"),
    goal: {
      ruleId: "relevant/goal-missing",
      messageId: "missing",
      advice: "name the goal it serves, such as `goal: happy-customers`, or keep the number as a plain metric.",
    },
    metric: {
      ruleId: "measurable/metric-missing",
      messageId: "missing",
      advice: "name the metric that is measured, such as `metric: nps`.",
    },
    owner: OWNER,
    timeframe: {
      ruleId: "timely/timeframe-missing",
      messageId: "missing",
      advice:
        "write when the target holds, such as `timeframe: 2026-Q3` or `timeframe: { every: monthly, start: 2026-01-01 }`.",
    },
    target: {
      ruleId: "measurable/target-missing",
      messageId: "missing",
      advice: "write what must be reached or kept, such as `target: 75`, `target: +25%` or `target: { min: 99.9 }`.",
    },
  },
};

const COLLECTIONS: Readonly<Record<EntityKind, string>> = { goal: "goals", metric: "metrics", kpi: "kpis" };

/** One problem for each part that is absent, or has no value or a blank one; in a draft only the title is an error. */
export function missingParts(
  entity: EntityRef,
  value: Readonly<Record<string, unknown>>,
): readonly { readonly key: string; readonly empty: boolean; readonly problem: ShapeProblem }[] {
  const draft = entity.kind === "kpi" && isDraft(value);
  const missing = Object.entries(PARTS[entity.kind]).filter(([key]) => value[key] === undefined || isBlank(value[key]));
  const place = [COLLECTIONS[entity.kind], entity.id];
  return missing.map(([key, part]) => {
    const empty = isBlank(value[key]);
    const problem: ShapeProblem = {
      ruleId: part.ruleId,
      messageId: part.messageId,
      message: sentence(`${placeName(place)} has no ${key}: ${part.advice}`),
      path: empty ? [...place, key] : place,
      at: "key",
      suggestions: [],
      severity: draft && key !== "title" ? "info" : undefined,
      entity,
    };
    return { key, empty, problem };
  });
}

/** Whether a KPI is being written; also where the word itself is in another case. */
export function isDraft(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value.state === "string" && value.state.toLowerCase() === "draft";
}
