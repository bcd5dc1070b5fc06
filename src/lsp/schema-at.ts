/** What the published schema says about a place in a file. */

import type { JsonSchema } from "../definition/json-schema.ts";
import type { KeyPath } from "../text/source.ts";

/** The schemas of a value: those that its parents allow there, alternatives not taken apart yet. */
export function schemasAt(root: JsonSchema, path: KeyPath): readonly JsonSchema[] {
  let schemas: readonly JsonSchema[] = [root];
  for (const segment of path)
    schemas = unique(
      schemas.flatMap((schema) => alternatives(schema, root)).flatMap((schema) => below(schema, segment, root)),
    );
  return schemas;
}

/** The alternatives of a schema: itself, where it has none. */
export function alternatives(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  const resolved = followed(schema, root);
  return resolved.anyOf === undefined ? [resolved] : resolved.anyOf.flatMap((one) => alternatives(one, root));
}

/** What a `$ref` of ours means; it points into the same document. */
export function followed(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  let at: unknown = root;
  for (const segment of schema.$ref.split("/").slice(1)) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    at = typeof at === "object" && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return typeof at === "object" && at !== null ? (at as JsonSchema) : {};
}

function below(schema: JsonSchema, segment: string | number, root: JsonSchema): readonly JsonSchema[] {
  const found = typeof segment === "number" ? itemOf(schema, segment) : propertyOf(schema, segment);
  return found === null ? [] : [followed(found, root)];
}

function itemOf({ items }: JsonSchema, index: number): JsonSchema | null {
  if (items === undefined) return null;
  return isList(items) ? (items[index] ?? null) : items;
}

function isList(items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

function propertyOf(schema: JsonSchema, key: string): JsonSchema | null {
  const { properties, patternProperties, additionalProperties } = schema;
  const own = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (own !== undefined) return typeof own === "object" ? own : null;
  if (Object.keys(patternProperties ?? {}).some((pattern) => new RegExp(pattern).test(key))) return null;
  return typeof additionalProperties === "object" ? additionalProperties : null;
}

function unique(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  return [...new Set(schemas)];
}

/** Whether values of a schema are maps or lists, and nothing else. */
export function kindOfValue(schema: JsonSchema, root: JsonSchema): "map" | "list" | "scalar" {
  const types = alternatives(schema, root).map(({ type }) => type);
  if (types.every((type) => type === "object")) return "map";
  return types.every((type) => type === "array") ? "list" : "scalar";
}
