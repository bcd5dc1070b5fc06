/**
 * JSON Schema → the source of functions that say whether a value is valid.
 *
 * Ajv's standalone code was measured first: it builds an error object for every branch of a union that
 * does not apply and looks up every property a schema knows, which took three times as long on 1,000 files
 * and five times the bytes. This writes one small function for each map, visits each key once, and stops at
 * the first fault; what is wrong is said elsewhere. Tests hold it against Ajv on the published schema.
 */

import { transform } from "esbuild";
import { EXTRA_KEYWORDS, type JsonSchema } from "../src/definition/json-schema.ts";

/** Keywords that say nothing about validity. */
const ANNOTATIONS = new Set<string>([
  ...EXTRA_KEYWORDS,
  "$schema",
  "$id",
  "title",
  "description",
  "examples",
  "default",
  // Every format stands beside a pattern that says the same.
  "format",
]);

/** The source of a module that exports one function for each schema, by its name. Throws on a keyword that it cannot compile. */
export async function compileValidators(schemas: Readonly<Record<string, JsonSchema>>): Promise<string> {
  const compiler = new Compiler();
  const exported = Object.entries(schemas).map(([name, schema]) => {
    return `export function ${name}(value) { return ${compiler.condition(schema, "value")}; }`;
  });
  const source = [compiler.source(), ...exported].join("\n");
  return (await transform(source, { loader: "js", format: "esm", charset: "utf8" })).code;
}

class Compiler {
  /** By their body, so that equal schemas share a function. */
  readonly #functions = new Map<string, string>();
  readonly #patterns = new Map<string, string>();

  source(): string {
    const patterns = [...this.#patterns].map(
      ([pattern, name]) => `const ${name} = new RegExp(${JSON.stringify(pattern)}, "u");`,
    );
    const functions = [...this.#functions].map(([body, name]) => `function ${name}(value) { ${body} }`);
    return [HELPERS, ...patterns, ...functions].join("\n");
  }

  /** An expression that is true where `value`, an expression too, is valid. */
  condition(schema: JsonSchema, value: string): string {
    if (schema.anyOf !== undefined) {
      known(schema, ["anyOf"]);
      return `(${schema.anyOf.map((branch) => this.condition(branch, value)).join(" || ")})`;
    }
    if (schema.const !== undefined) {
      known(schema, ["type", "const"]);
      return `(${value} === ${JSON.stringify(schema.const)})`;
    }
    if (schema.enum !== undefined) {
      known(schema, ["type", "enum"]);
      return `(${schema.enum.map((word) => `${value} === ${JSON.stringify(word)}`).join(" || ")})`;
    }
    switch (schema.type) {
      case "string":
        return this.#text(schema, value);
      case "number":
      case "integer":
        return number(schema, value);
      case "null":
        known(schema, ["type"]);
        return `(${value} === null)`;
      case "array":
        return this.#call(this.#list(schema), value);
      case "object":
        return this.#call(schema.propertyNames === undefined ? this.#object(schema) : this.#map(schema), value);
      case undefined:
        known(schema, []);
        return "true";
      default:
        throw new Error(`The type ${schema.type} cannot be compiled`);
    }
  }

  #text(schema: JsonSchema, value: string): string {
    known(schema, ["type", "minLength", "maxLength", "pattern"]);
    const parts = [`typeof ${value} === "string"`];
    const { minLength = 0, maxLength, pattern } = schema;
    if (minLength > 0 || maxLength !== undefined)
      parts.push(`hasLength(${value}, ${minLength}, ${maxLength ?? "Infinity"})`);
    if (pattern !== undefined) parts.push(`${this.#pattern(pattern)}.test(${value})`);
    return `(${parts.join(" && ")})`;
  }

  #list(schema: JsonSchema): string {
    known(schema, ["type", "items", "additionalItems", "minItems", "maxItems", "uniqueItems"]);
    const { items, minItems = 0, maxItems, uniqueItems } = schema;
    const lines = [refuse("Array.isArray(value)")];
    if (minItems > 0) lines.push(refuse(`value.length >= ${minItems}`));
    if (maxItems !== undefined) lines.push(refuse(`value.length <= ${maxItems}`));
    if (uniqueItems === true) lines.push(refuse("new Set(value).size === value.length"));
    if (isTuple(items)) {
      if (minItems !== items.length || maxItems !== items.length) throw new Error("A tuple has a fixed length");
      lines.push(...items.map((item, index) => refuse(this.condition(item, `value[${index}]`))));
    } else {
      lines.push(`for (const item of value) ${refuse(this.condition(items ?? {}, "item"))}`);
    }
    return lines.join("\n");
  }

  #map(schema: JsonSchema): string {
    known(schema, ["type", "propertyNames", "additionalProperties", "properties"]);
    if (Object.keys(schema.properties ?? {}).length > 0) throw new Error("A map has no named properties");
    const entry = schema.additionalProperties;
    if (typeof entry === "boolean") throw new Error("A map says what its entries are");
    return `${refuse("isMap(value)")}
      for (const key in value) {
        ${refuse(this.#text(schema.propertyNames ?? {}, "key"))}
        const entry = value[key];
        ${refuse(this.condition(entry ?? {}, "entry"))}
      }`;
  }

  /** Named fields: each key that is there is looked at once, and leaves a bit for what is required. */
  #object(schema: JsonSchema): string {
    known(schema, [
      "type",
      "properties",
      "patternProperties",
      "additionalProperties",
      "required",
      "allOf",
      "dependencies",
    ]);
    if (schema.additionalProperties !== false || Object.keys(schema.patternProperties ?? {}).join() !== "^x-") {
      throw new Error("An object takes its own fields and keys that begin with x-");
    }
    const fields = Object.entries(schema.properties ?? {});
    if (fields.length > 31) throw new Error("An object has at most 31 fields");
    const bit = new Map(fields.map(([key], index) => [key, 1 << index]));
    const bits = (keys: readonly string[]): number => keys.reduce((all, key) => all | (bit.get(key) ?? 0), 0);
    const cases = fields.map(([key, field]) => {
      if (typeof field === "boolean") throw new Error("A field has a schema");
      return `case ${JSON.stringify(key)}: ${refuse(this.condition(field, "field"))} seen |= ${bit.get(key)}; break;`;
    });
    const lines = [
      refuse("isMap(value)"),
      `let seen = 0;
      for (const key in value) {
        const field = value[key];
        if (field === undefined) continue;
        switch (key) { ${cases.join("\n")} default: ${refuse(`key.startsWith("x-")`)} }
      }`,
    ];
    const needs = (keys: readonly string[] = [], when = "true"): void => {
      if (keys.length > 0) lines.push(refuse(`!(${when}) || (seen & ${bits(keys)}) === ${bits(keys)}`));
    };
    needs(schema.required);
    for (const condition of schema.allOf ?? []) {
      const holds = equality(condition);
      needs(condition.then?.required, holds);
      needs(condition.else?.required, `!(${holds})`);
    }
    for (const [key, { properties = {} }] of Object.entries(schema.dependencies ?? {})) {
      if (Object.values(properties).some((allowed) => allowed !== false)) throw new Error("Dependencies exclude keys");
      lines.push(refuse(`(seen & ${bits([key])}) === 0 || (seen & ${bits(Object.keys(properties))}) === 0`));
    }
    return lines.join("\n");
  }

  #call(body: string, value: string): string {
    const whole = `${body}\nreturn true;`;
    const name = this.#functions.get(whole) ?? `valid${this.#functions.size + 1}`;
    this.#functions.set(whole, name);
    return `${name}(${value})`;
  }

  #pattern(source: string): string {
    const name = this.#patterns.get(source) ?? `pattern${this.#patterns.size + 1}`;
    this.#patterns.set(source, name);
    return name;
  }
}

const HELPERS = `
function isMap(value) { return typeof value === "object" && value !== null && !Array.isArray(value); }
// In characters: a text has at most as many as UTF-16 units, and at least half as many.
function hasLength(text, min, max) {
  if (text.length < min) return false;
  if (text.length <= max && text.length >= 2 * min) return true;
  let length = 0;
  for (const _ of text) if (++length > max) return false;
  return length >= min;
}`;

function number(schema: JsonSchema, value: string): string {
  known(schema, ["type", "minimum", "maximum", "exclusiveMinimum"]);
  const { type, minimum, maximum, exclusiveMinimum } = schema;
  const parts = [type === "integer" ? `Number.isInteger(${value})` : `Number.isFinite(${value})`];
  if (minimum !== undefined) parts.push(`${value} >= ${minimum}`);
  if (maximum !== undefined) parts.push(`${value} <= ${maximum}`);
  if (exclusiveMinimum !== undefined) parts.push(`${value} > ${exclusiveMinimum}`);
  return `(${parts.join(" && ")})`;
}

/** The condition of an `if` that compares one key with one word. */
function equality({ if: asked = {} }: JsonSchema): string {
  const [[key, expected] = [], ...others] = Object.entries(asked.properties ?? {});
  if (key === undefined || typeof expected !== "object" || others.length > 0 || asked.required?.join() !== key) {
    throw new Error("A condition compares one key with one word");
  }
  return `value[${JSON.stringify(key)}] === ${JSON.stringify(expected.const)}`;
}

function refuse(condition: string): string {
  return `if (!(${condition})) return false;`;
}

function known(schema: JsonSchema, keywords: readonly string[]): void {
  const unknown = Object.keys(schema).find((keyword) => !ANNOTATIONS.has(keyword) && !keywords.includes(keyword));
  if (unknown !== undefined) throw new Error(`The keyword ${unknown} cannot be compiled here`);
}

function isTuple(items: JsonSchema | readonly JsonSchema[] | undefined): items is readonly JsonSchema[] {
  return Array.isArray(items);
}
