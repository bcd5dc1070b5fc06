/** Names for places and values, as the sentences of findings use them. */

import type { EntityKind, EntityRef } from "../../findings/finding.ts";
import type { KeyPath } from "../../text/source.ts";
import type { JsonSchema } from "../json-schema.ts";
import { SAID } from "../patterns.ts";
import { yamlSource } from "./yaml-source.ts";

/** Longest piece of a file that a message repeats, in characters. */
const SHOWN = 40;

const KINDS: Readonly<Record<string, EntityKind>> = { goals: "goal", metrics: "metric", kpis: "kpi" };

/** What people call each kind. */
export const ENTITY_NAMES: Readonly<Record<EntityKind, string>> = { goal: "goal", metric: "metric", kpi: "KPI" };

/** The goal, metric or KPI that a path lies in. */
export function entityOf(path: KeyPath): EntityRef | null {
  const [collection, id] = path;
  const kind = typeof collection === "string" && Object.hasOwn(KINDS, collection) ? KINDS[collection] : undefined;
  return kind === undefined || id === undefined ? null : { kind, id: String(id) };
}

/** A place as a message names it: a goal, metric or KPI by its kind, else its key, or its number in a list. */
export function placeName(path: KeyPath): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  const entity = path.length === 2 ? entityOf(path) : null;
  if (entity !== null) return `${ENTITY_NAMES[entity.kind]} \`${shown(entity.id)}\``;
  if (typeof last === "string") return `\`${shown(last)}\``;
  return `item ${last + 1} of ${placeName(path.slice(0, -1))}`;
}

/** The nearest key above or at a place. */
export function keyOf(path: KeyPath): string {
  return String(path.findLast((part) => typeof part === "string") ?? "");
}

/** The same sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A piece of a file on one line, cut to a length that fits a message. */
export function shown(text: string): string {
  const start = text
    .slice(0, SHOWN * 4)
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...start];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join("")}…` : start;
}

export type ValueKind = "nothing" | "text" | "number" | "boolean" | "list" | "map" | "other";

export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "object":
      return "map";
    default:
      return "other";
  }
}

/** Whether a key stands there and nothing, or blank text, behind it. */
export function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && !SAID.test(value));
}

const KIND_OF_TYPE: Readonly<Record<string, ValueKind>> = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
  array: "list",
  object: "map",
  null: "nothing",
};

/** The branches of a union, or the schema itself. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ?? [schema];
}

/** Whether a schema speaks of values of this kind at all. */
export function takes(schema: JsonSchema, kind: ValueKind): boolean {
  if (schema.anyOf !== undefined) return schema.anyOf.some((branch) => takes(branch, kind));
  return schema.type === undefined || KIND_OF_TYPE[schema.type] === kind;
}

const KIND_NAMES: Readonly<Record<ValueKind, string>> = {
  nothing: "nothing",
  text: "text",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  map: "a map",
  other: "something that YAML has no word for",
};

/** A value as a message names its kind. */
export function kindName(value: unknown): string {
  return typeof value === "boolean" ? String(value) : KIND_NAMES[kindOf(value)];
}

/** The kinds of value that a schema takes: "a number or a map". */
export function expectedKinds(schema: JsonSchema): string {
  const branches = [...branchesOf(schema)].sort((a, b) => typeOrder(a) - typeOrder(b));
  const names = branches.map((branch) => {
    if (branch.const !== undefined) return `\`${yamlSource(branch.const)}\``;
    const name = KIND_NAMES[KIND_OF_TYPE[branch.type ?? ""] ?? "other"];
    return branch === schema ? name : `${name}${suchAs(branch)}`;
  });
  return oneOf([...new Set(names)]);
}

const TYPES = ["integer", "number", "string", "object", "array", "boolean", "null"];

function typeOrder(schema: JsonSchema): number {
  return TYPES.indexOf(schema.type ?? "");
}

/** The first example that fits a message, as YAML. */
export function exampleOf(schema: JsonSchema): string | null {
  const sources = (schema.examples ?? []).map(yamlSource);
  return sources.find((source) => source.length <= 60) ?? null;
}

/** " such as +25%"; empty where the schema has no example that fits a message. */
export function suchAs(schema: JsonSchema): string {
  const example = exampleOf(schema);
  return example === null ? "" : ` such as ${example}`;
}

/** "a, b or c". */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
