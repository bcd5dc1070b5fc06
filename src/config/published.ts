/** The published schema of `kpi.config.yaml`: the config's shape, and every rule by its name. */

import { z } from "zod";
import type { JsonSchema } from "../definition/json-schema.ts";
import { CONFIG_SCHEMA_URL } from "../definition/urls.ts";
import { described, jsonSchemaOf, toJsonSchema } from "../definition/zod-to-json-schema.ts";
import { configDefinition, level } from "./schema.ts";

/** What the published schema tells of a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  /** What can be set in `[level, { … }]`; absent for a rule with a level only. */
  readonly options?: { readonly schema: (zod: typeof z) => z.ZodType };
}

const LEVEL = { $ref: "#/definitions/level" };
const LEVEL_IN_LIST = { $ref: "#/definitions/level-in-list" };

/** Known rules are named and described, so that editors complete them; those of plug-ins stay possible. */
export function configSchema(rules: readonly RuleSummary[]): JsonSchema {
  const schema = toJsonSchema(configDefinition, CONFIG_SCHEMA_URL);
  if (rules.length === 0) return schema;
  const named = Object.fromEntries(rules.map((rule) => [rule.id, namedRule(rule)]));
  const again = Object.fromEntries(
    rules.map(({ id }) => [id, { $ref: `#/properties/rules/properties/${escaped(id)}` }]),
  );
  return {
    ...withProperties(withProperties(schema, ["properties", "rules"], named), OVERRIDDEN, again),
    definitions: { level: jsonPart(level), "level-in-list": list([LEVEL]) },
  };
}

const OVERRIDDEN = ["properties", "overrides", "items", "properties", "rules"];

/** How an editor sees one rule: its name, what it finds, and its own options. */
function namedRule({ id, summary, options }: RuleSummary): JsonSchema {
  const own = options === undefined ? [] : [list([LEVEL, optionsSchema(options.schema(z))])];
  return { title: id, ...described(summary), examples: ["off", "warn"], anyOf: [LEVEL, LEVEL_IN_LIST, ...own] };
}

function list(items: readonly JsonSchema[]): JsonSchema {
  return { type: "array", items, additionalItems: false, minItems: items.length, maxItems: items.length };
}

function jsonPart(schema: z.ZodType): JsonSchema {
  const { $schema, ...part } = jsonSchemaOf(schema);
  return part;
}

/** Longest default list that an editor shows; a rule's page has the longer ones. */
const LONGEST_DEFAULT = 8;

/** The options of one rule; they are checked by the rule's own schema, which knows no keys of one's own. */
function optionsSchema(options: z.ZodType): JsonSchema {
  const { default: whole, patternProperties, ...schema } = jsonPart(options);
  const fields = Object.entries(schema.properties ?? {}).map(([key, field]) => [
    key,
    typeof field === "boolean" ? field : withExample(field),
  ]);
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** A field whose default is its example; of a long list, the beginning. */
function withExample(field: JsonSchema): JsonSchema {
  const { default: value, ...rest } = field;
  if (!Array.isArray(value)) return { examples: value === undefined ? [] : [value], ...field };
  const example = value.length === 0 ? [] : [value.slice(0, 3)];
  return value.length > LONGEST_DEFAULT ? { examples: example, ...rest } : { examples: example, ...field };
}

/** The schema with named properties added to the map at `path`. */
function withProperties(
  schema: JsonSchema,
  path: readonly string[],
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const [key, ...rest] = path;
  if (key === undefined) return { ...schema, properties };
  const child = (schema as Readonly<Record<string, unknown>>)[key];
  if (typeof child !== "object" || child === null) throw new Error(`The config's schema has no ${key} there`);
  return { ...schema, [key]: withProperties(child as JsonSchema, rest, properties) };
}

/** A key inside a JSON pointer. */
function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
