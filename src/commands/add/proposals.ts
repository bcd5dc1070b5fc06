/** What `kpi add` proposes as answers, and the words to choose from. */

import { kpiSchema } from "../../definition/published.ts";
import type { EntityKind } from "../../findings/finding.ts";
import { metricTerms } from "../../progress/terms.ts";
import { isBoolean } from "../../workspace/units.ts";
import { type AddFacts, asBaseline } from "./facts.ts";
import type { Field } from "./fields.ts";
import { COLLECTIONS, type Definition } from "./yaml.ts";

/** The answer that is most likely, as it would be typed; null where nothing is known. */
export function proposalFor(kind: EntityKind, field: Field, definition: Definition, facts: AddFacts): string | null {
  const goal = typeof definition.goal === "string" ? definition.goal : undefined;
  const metric = facts.metric(String(definition.metric ?? ""));
  switch (field.name) {
    case "goal":
    case "metric":
      return onlyOne(facts.choices(field.name).map(({ id }) => id));
    case "owner":
      return facts.owners(goal)[0] ?? null;
    case "timeframe":
      return kind === "kpi" ? (facts.timeframes(goal)[0] ?? null) : null;
    case "target":
      return isBoolean(metric?.definition.unit) ? "true" : null;
    case "baseline": {
      const latest = metric === null || !startsSomewhere(definition) ? null : facts.latest(metric.id);
      return latest === null ? null : asBaseline(latest);
    }
    case "review":
      return metric === null ? null : reviewFor(metricTerms(metric).cadence);
    case "sourceHow":
      return definition.source === undefined ? null : "manual";
    default:
      return null;
  }
}

/** Whether progress is the way from somewhere to the target; keeping a level and getting a thing done are not. */
export function startsSomewhere({ target }: Definition): boolean {
  if (target === true) return false;
  return typeof target !== "object" || target === null || "by" in target;
}

/** Nobody decides anything every day. */
function reviewFor(cadence: string): string {
  return cadence === "daily" ? "weekly" : cadence;
}

function onlyOne(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

/** A word that the format lists, with its meaning. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** The words that a part may be, and the one that holds where it is left out. */
export function wordsFor(
  kind: EntityKind,
  field: Field,
): { readonly words: readonly Word[]; readonly usual: string | null } {
  let schema = kpiSchema().properties?.[COLLECTIONS[kind]];
  for (const key of [null, ...field.path]) {
    if (typeof schema !== "object") break;
    schema = key === null ? schema.additionalProperties : schema.properties?.[key];
  }
  if (typeof schema !== "object") return { words: [], usual: null };
  const { enum: listed = [], enumDescriptions = [], default: usual } = schema;
  const words = listed.map((word, index) => ({ word: String(word), meaning: enumDescriptions[index] ?? "" }));
  return { words, usual: typeof usual === "string" ? usual : null };
}
