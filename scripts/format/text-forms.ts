/** The forms of text that fields share, such as dates and owners: one table for all of them. */

import { yamlSource } from "../../src/definition/explain/yaml-source.ts";
import type { JsonSchema } from "../../src/definition/json-schema.ts";
import { code, table } from "./markdown.ts";
import { FORM_NAMES } from "./words.ts";

/** Longer patterns say less than their sentence. */
const LONGEST_PATTERN = 80;

/** Each form with the sentence that a wrong text gets, its examples and its pattern. */
export function textFormTable(schemas: readonly JsonSchema[]): string {
  const found = new Map<string, JsonSchema>();
  for (const schema of schemas)
    for (const [form, one] of formsBelow(schema)) if (!found.has(form)) found.set(form, one);
  const rows = Object.entries(FORM_NAMES).flatMap(([form, name]) => {
    const schema = found.get(form);
    return schema === undefined ? [] : [[name, schema.patternErrorMessage ?? "", pattern(schema), examples(schema)]];
  });
  return table(["form", "what may stand there", "pattern", "examples"], rows);
}

function* formsBelow(value: unknown): Generator<readonly [form: string, schema: JsonSchema]> {
  if (typeof value !== "object" || value === null) return;
  const schema = value as JsonSchema;
  if (typeof schema["x-kpi-form"] === "string" && schema.pattern !== undefined) yield [schema["x-kpi-form"], schema];
  for (const child of Object.values(value)) yield* formsBelow(child);
}

function pattern({ pattern: source = "", maxLength }: JsonSchema): string {
  if (source === "" || source.length > LONGEST_PATTERN) return "";
  return maxLength === undefined ? code(source) : `${code(source)}, at most ${maxLength} characters`;
}

function examples({ examples: given = [] }: JsonSchema): string {
  return given.map((example) => code(yamlSource(example))).join(", ");
}
