/** zod → JSON Schema draft-07, one self-contained document with the keywords that editors read. */

import { z } from "zod";
import type { JsonSchema } from "./json-schema.ts";

const EXTENSIONS: Readonly<Record<string, JsonSchema>> = {
  "^x-": {
    title: "Extension",
    description: "Keys that begin with x- are yours: every tool of this format ignores them.",
    examples: ["anything"],
  },
};

/** Keywords in the order in which a reader wants them; others follow as they came. */
const ORDER = ["$schema", "title", "description", "markdownDescription", "type", "x-kpi-form", "x-kpi-ref"];

/** The published form of a zod schema, with the address it is published at. */
export function toJsonSchema(schema: z.ZodType, id: string): JsonSchema {
  const { $schema, ...rest } = jsonSchemaOf(schema);
  return { $schema, $id: id, ...rest };
}

/**
 * A zod schema as JSON Schema. Throws where a part of it cannot be said there.
 *
 * `.check()` and `.refine()` leave no trace in the output; what they check is stated a second time
 * with `.meta()` beside them, and tests hold the two together.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return tidy(z.toJSONSchema(schema, { target: "draft-07", io: "input", unrepresentable: "throw" }) as JsonSchema);
}

function tidy(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(withEditorKeywords(schema)).map(([keyword, value]) => [
    keyword,
    tidyKeyword(keyword, value),
  ]);
  const rank = ([keyword]: readonly unknown[]): number => {
    const index = ORDER.indexOf(String(keyword));
    return index === -1 ? ORDER.length : index;
  };
  return Object.fromEntries(entries.sort((a, b) => rank(a) - rank(b)));
}

function withEditorKeywords(schema: JsonSchema): JsonSchema {
  const added: { -readonly [K in keyof JsonSchema]: JsonSchema[K] } = {};
  if (schema.description?.includes("`")) {
    added.markdownDescription = schema.description;
    added.description = schema.description.replaceAll("`", "");
  }
  if (schema.additionalProperties !== undefined && schema.propertyNames === undefined) {
    added.additionalProperties = false;
    added.patternProperties = EXTENSIONS;
  }
  if (schema.pattern !== undefined) added.pattern = schema.pattern.replaceAll("\\/", "/");
  return { ...schema, ...added };
}

function tidyKeyword(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case "properties":
    case "patternProperties":
    case "dependencies":
      return Object.fromEntries(
        Object.entries(value as Record<string, JsonSchema | boolean>).map(([name, child]) => [name, tidyChild(child)]),
      );
    case "anyOf":
    case "allOf":
      return (value as JsonSchema[]).map(tidy);
    case "items":
      return Array.isArray(value) ? value.map(tidy) : tidy(value as JsonSchema);
    case "if":
    case "then":
    case "else":
    case "propertyNames":
    case "additionalProperties":
      return tidyChild(value as JsonSchema | boolean);
    default:
      return value;
  }
}

function tidyChild(schema: JsonSchema | boolean): JsonSchema | boolean {
  return typeof schema === "boolean" ? schema : tidy(schema);
}
