/** Keys of a map that do not belong there, and keys that are missing. */

import type { EntityKind } from "../../findings/finding.ts";
import type { KeyPath } from "../../text/source.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { ShapeProblem } from "../shape-problem.ts";
import { missingParts, PARTS } from "./parts.ts";
import { ENTITY_NAMES, entityOf, exampleOf, isBlank, oneOf, placeName, sentence, shown, takes } from "./spot.ts";
import { knownKey, nearestWord } from "./words.ts";
import { yamlSource } from "./yaml-source.ts";

type MapValue = Readonly<Record<string, unknown>>;

/** A key that cannot stand where it stands. */
export interface Misfit {
  readonly messageId: string;
  readonly message: string;
  /** The key that was probably meant. */
  readonly meant: string | null;
}

/** A key that should be there; `empty` where it is, without a value or with a blank one. */
export interface Missing {
  readonly key: string;
  readonly empty: boolean;
  readonly problem: ShapeProblem;
}

const COLLECTIONS: readonly (readonly [EntityKind, string])[] = [
  ["goal", "goals"],
  ["metric", "metrics"],
  ["kpi", "kpis"],
];

/** `document` is the schema of the whole file; `otherForms` are keys of other forms that the same field may have. */
export function misfitKeys(
  schema: JsonSchema,
  value: MapValue,
  path: KeyPath,
  document: JsonSchema,
  otherForms: readonly string[],
): ReadonlyMap<string, Misfit> {
  const misfits = new Map<string, Misfit>();
  const properties = schema.properties ?? {};
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(properties, key) || key.startsWith("x-")) continue;
    const free = Object.keys(properties).filter((other) => value[other] === undefined);
    misfits.set(key, unknownKey(key, { free, properties: Object.keys(properties), path, document, otherForms }));
  }
  for (const [key, { properties: excluded = {} }] of Object.entries(schema.dependencies ?? {})) {
    if (value[key] == null) continue;
    for (const other of Object.keys(excluded)) {
      if (value[other] == null || misfits.has(other)) continue;
      const message = `\`${other}\` cannot stand beside \`${key}\`: keep one of them.`;
      misfits.set(other, { messageId: "exclusive", message, meant: null });
    }
  }
  return misfits;
}

interface Surroundings {
  readonly free: readonly string[];
  readonly properties: readonly string[];
  readonly path: KeyPath;
  readonly document: JsonSchema;
  readonly otherForms: readonly string[];
}

function unknownKey(key: string, { free, properties, path, document, otherForms }: Surroundings): Misfit {
  const name = `\`${shown(key)}\``;
  if (otherForms.includes(key)) {
    const message = `${name} belongs to another form of ${placeName(path)} than ${listed(properties)}: keep one form.`;
    return { messageId: "two-forms", message, meant: null };
  }
  const entity = path.length === 2 ? entityOf(path) : null;
  const here = entity === null ? (path.length === 0 ? "this file" : placeName(path)) : `a ${ENTITY_NAMES[entity.kind]}`;
  const known = knownKey(key, free);
  const owners = known === null && (entity !== null || path.length === 0) ? ownersOf(key, document) : [];
  if (owners.length > 0) {
    const message = `${name} is a field of ${oneOf(owners.map((owner) => `a ${owner}`))}, not of ${here}: move it there.`;
    return { messageId: "misplaced", message, meant: null };
  }
  const meant = known ?? nearestWord(key, free);
  if (meant !== null) {
    return { messageId: "unknown", message: `${name} is no key of ${here}: did you mean \`${meant}\`?`, meant };
  }
  // Where no key of this form stands there, another form may be meant.
  const possible = free.length === properties.length ? [...new Set([...properties, ...otherForms])] : properties;
  const takes = possible.length <= 8 ? `write ${listed(possible)}` : "remove it";
  return {
    messageId: "unknown",
    message: `${name} is no key of ${here}: ${takes}, or begin it with x- to keep it.`,
    meant,
  };
}

function listed(keys: readonly string[]): string {
  return oneOf(keys.map((key) => `\`${key}\``));
}

/** The kinds of entity that have a field of this name. */
function ownersOf(key: string, document: JsonSchema): readonly string[] {
  return COLLECTIONS.filter(([, collection]) => {
    const map = document.properties?.[collection];
    const entity =
      typeof map === "object" && typeof map.additionalProperties === "object" ? map.additionalProperties : {};
    return Object.hasOwn(entity.properties ?? {}, key);
  }).map(([kind]) => ENTITY_NAMES[kind]);
}

/** What a map lacks: the parts of an entity first, then other keys that the schema requires. */
export function missingKeys(schema: JsonSchema, value: MapValue, path: KeyPath): readonly Missing[] {
  const entity = path.length === 2 ? entityOf(path) : null;
  const parts = entity === null ? [] : missingParts(entity, value);
  const other = requiredKeys(schema, value).filter((key) => entity === null || !Object.hasOwn(PARTS[entity.kind], key));
  return [...parts, ...other.flatMap((key) => missingKey(key, schema, value, path))];
}

/** The required keys, with those that the value of another key asks for. */
function requiredKeys(schema: JsonSchema, value: MapValue): readonly string[] {
  const asked = (schema.allOf ?? []).flatMap((condition) => {
    const holds = Object.entries(condition.if?.properties ?? {}).every(
      ([key, expected]) => typeof expected === "object" && value[key] === expected.const,
    );
    return (holds ? condition.then : condition.else)?.required ?? [];
  });
  return [...(schema.required ?? []), ...asked];
}

function missingKey(key: string, schema: JsonSchema, value: MapValue, path: KeyPath): readonly Missing[] {
  const property = schema.properties?.[key];
  if (typeof property !== "object") return [];
  const empty = isBlank(value[key]);
  if (value[key] !== undefined && (!empty || takes(property, "nothing"))) return [];
  const example = exampleOf(property);
  const such = example === null ? "" : `, such as \`${yamlSource(key)}: ${example}\``;
  const problem: ShapeProblem = {
    ruleId: "schema/required",
    messageId: "required",
    message: `${sentence(placeName(path))} needs \`${key}\`${such}.`,
    path: empty ? [...path, key] : path,
    at: empty || typeof path.at(-1) === "string" ? "key" : "value",
    suggestions: [],
    entity: entityOf(path),
  };
  return [{ key, empty, problem }];
}
