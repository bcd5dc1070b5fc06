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
  const stated = Object.entries(withEditorKeywords(schema)).filter(([, value]) => value !== undefined);
  const entries = stated.map(([keyword, value]) => [keyword, tidyKeyword(keyword, value)]);
  const rank = ([keyword]: readonly unknown[]): number => {
    const index = ORDER.indexOf(String(keyword));
    return index === -1 ? ORDER.length : index;
  };
  return Object.fromEntries(entries.sort((a, b) => rank(a) - rank(b)));
}

/** A Markdown text for editors that show Markdown, and without its marks for those that do not. */
export function described(markdown: string): Pick<JsonSchema, "description" | "markdownDescription"> {
  if (!markdown.includes("`")) return { description: markdown };
  return { description: markdown.replaceAll("`", ""), markdownDescription: markdown };
}

function withEditorKeywords(schema: JsonSchema): JsonSchema {
  const added: { -readonly [K in keyof JsonSchema]: JsonSchema[K] } = {};
  if (schema.description !== undefined) Object.assign(added, described(schema.description));
  if (schema.additionalProperties !== undefined && schema.propertyNames === undefined) {
    added.additionalProperties = false;
    added.patternProperties = EXTENSIONS;
  }
  if (schema.pattern !== undefined) added.pattern = schema.pattern.replaceAll("\\/", "/");
  const type: unknown = schema.type;
  if (Array.isArray(type)) {
    // One type each, so that every reader of the schema knows one way to say "either".
    added.type = undefined;
    added.anyOf = type.map((one) => ({ type: one }));
  }
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
    case "propertyNames": {
      // A name is text by nature; editors would refuse the key 2026, which their parser reads as a number.
      const { type, ...names } = value as JsonSchema;
      return tidy(names);
    }
    case "if":
    case "then":
    case "else":
    case "additionalProperties":
      return tidyChild(value as JsonSchema | boolean);
    default:
      return value;
  }
}

function tidyChild(schema: JsonSchema | boolean): JsonSchema | boolean {
  return typeof schema === "boolean" ? schema : tidy(schema);
}
