import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compileValidators } from "../../scripts/compile-validator.ts";
import { schemaOutputs } from "../../scripts/generate-schemas.ts";
import { configSchema } from "../../src/config/published.ts";
import { EXTRA_KEYWORDS, type JsonSchema } from "../../src/definition/json-schema.ts";
import { DATE, OWNER } from "../../src/definition/patterns.ts";
import { kpiSchema, publishedConfigSchema } from "../../src/definition/published.ts";
import { CONFIG_SCHEMA_URL, SCHEMA_URL } from "../../src/definition/urls.ts";

const SCHEMAS = [
  ["kpi.schema.json", kpiSchema(), SCHEMA_URL],
  ["config.schema.json without rules", configSchema([]), CONFIG_SCHEMA_URL],
] as const;

interface Found {
  readonly pointer: string;
  readonly schema: JsonSchema;
}

/** Keywords whose values are schemas by name. */
const MAPS = ["properties", "patternProperties", "dependencies"];
const LISTS = ["anyOf", "allOf"];
const SINGLE = ["additionalProperties", "propertyNames", "if", "then", "else"];

/** Every schema inside a schema, with the way to it. */
function walk(schema: JsonSchema, pointer: string): readonly Found[] {
  const children: (readonly [string, unknown])[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (MAPS.includes(keyword))
      children.push(...Object.entries(value as object).map(([name, child]) => [`${keyword}/${name}`, child] as const));
    else if (LISTS.includes(keyword))
      children.push(...(value as unknown[]).map((child, index) => [`${keyword}/${index}`, child] as const));
    else if (SINGLE.includes(keyword)) children.push([keyword, value]);
    else if (keyword === "items")
      children.push(...[value].flat().map((child, index) => [`items/${index}`, child] as const));
  }
  const below = children
    .filter(([, child]) => typeof child === "object")
    .flatMap(([name, child]) => walk(child as JsonSchema, `${pointer}/${name}`));
  return [{ pointer, schema }, ...below];
}

/** Fields: what stands under a key of a map that people write, not the conditions on them. */
function isField({ pointer }: Found): boolean {
  return /\/properties\/[^/]+$/.test(pointer) && !/\/(?:if|then|else|dependencies)\//.test(pointer);
}

function ajv(): Ajv {
  const instance = new Ajv({ strict: true, strictRequired: false });
  formats.default(instance);
  instance.addVocabulary([...EXTRA_KEYWORDS]);
  return instance;
}

describe.each(SCHEMAS)("%s", (_, schema, url) => {
  const all = walk(schema, "");
  const fields = all.filter(isField);

  it("is one draft-07 document with an https address", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.$id).toBe(url);
    expect(url).toMatch(/^https:\/\/.*\/schemas\/v1\/(?:kpi|config)\.schema\.json$/);
    expect(JSON.stringify(schema)).not.toContain('"$ref"');
  });

  it("is valid under a strict validator that knows the keywords of editors", () => {
    expect(() => ajv().compile(schema)).not.toThrow();
  });

  it("says title, description and examples of every field", () => {
    expect(fields.length).toBeGreaterThan(15);
    const silent = fields.filter(
      ({ schema: { title = "", description = "", examples = [] } }) =>
        title === "" || description === "" || examples.length === 0,
    );
    expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("gives examples that are valid", () => {
    const instance = ajv();
    const wrong = all.flatMap(({ pointer, schema: { examples = [], ...rest } }) => {
      const validate = instance.compile(examples.length === 0 ? {} : { ...rest, $id: undefined });
      return examples
        .filter((example) => !validate(example))
        .map((example) => `${pointer}: ${JSON.stringify(example)}`);
    });
    expect(wrong).toEqual([]);
  });

  it("gives defaults that are valid", () => {
    const instance = ajv();
    const wrong = all.filter(
      ({ schema: { default: value, ...rest } }) =>
        value !== undefined && !instance.validate({ ...rest, $id: undefined }, value),
    );
    expect(wrong.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("explains every pattern and every word in the editor", () => {
    const mute = all.filter(
      ({ pointer, schema: { pattern, patternErrorMessage, enum: words, markdownEnumDescriptions } }) => {
        if (pointer.includes("/if/")) return false;
        const noPattern = pattern !== undefined && patternErrorMessage === undefined;
        return noPattern || (words !== undefined && markdownEnumDescriptions?.length !== words.length);
      },
    );
    expect(mute.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("takes keys that begin with x- wherever it names fields", () => {
    const closed = all.filter(({ pointer, schema: { properties, patternProperties, propertyNames } }) => {
      const named =
        properties !== undefined && propertyNames === undefined && !/\/(?:if|dependencies)(?:\/|$)/.test(pointer);
      return named && patternProperties?.["^x-"] === undefined;
    });
    expect(closed.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("ends every sentence and shows no Markdown in plain descriptions", () => {
    for (const {
      schema: { description, markdownDescription },
    } of all) {
      if (description === undefined) continue;
      expect(description).not.toContain("`");
      expect(description).toMatch(/[.)?`a-z]$/);
      expect((markdownDescription ?? description).replaceAll("`", "")).toBe(description);
    }
  });
});

describe("config.schema.json with the rules there are", () => {
  it("is valid under a strict validator", () => {
    expect(() => ajv().compile(publishedConfigSchema())).not.toThrow();
  });

  it("is that without rules, but for what names rules", () => {
    const named = /^\/(?:definitions|properties\/(?:rules|overrides\/items\/0\/properties\/rules)\/properties)\//;
    const unnamed = walk(publishedConfigSchema(), "").filter(({ pointer }) => !named.test(pointer));
    expect(unnamed.map(({ pointer }) => pointer)).toEqual(walk(configSchema([]), "").map(({ pointer }) => pointer));
  });
});

describe("what is generated", () => {
  it("is what is committed", async () => {
    // Which rules the config's schema names is not known here.
    const outputs = (await schemaOutputs([])).filter(({ path }) => !path.endsWith("config.schema.json"));
    expect(outputs.map(({ path }) => path)).toEqual([
      "schemas/v1/kpi.schema.json",
      "src/generated/validate-kpi.js",
      "src/generated/validate-kpi.d.ts",
      "src/generated/validate-config.js",
      "src/generated/validate-config.d.ts",
    ]);
    const stale = outputs.filter(({ path, text }) => readFileSync(path, "utf8") !== text);
    expect(stale.map(({ path }) => path)).toEqual([]);
  });

  it("imports nothing", () => {
    for (const name of ["kpi", "config"]) {
      expect(readFileSync(`src/generated/validate-${name}.js`, "utf8")).not.toMatch(
        /\brequire\(|\bimport\b|\beval\(|new Function/,
      );
    }
  });

  it.each([
    ["a keyword", { type: "string", contentEncoding: "base64" }],
    ["a type", { type: ["string", "null"] }],
    ["an open object", { type: "object", properties: { a: { type: "string" } } }],
    ["a tuple of any length", { type: "array", items: [{ type: "string" }] }],
    [
      "a condition on two keys",
      {
        type: "object",
        properties: {},
        additionalProperties: false,
        patternProperties: { "^x-": {} },
        allOf: [{ if: { properties: { a: { const: 1 }, b: { const: 2 } } } }],
      },
    ],
  ])("refuses %s that would be left unchecked", async (_, schema) => {
    await expect(compileValidators({ validate: schema as unknown as JsonSchema })).rejects.toThrow();
  });
});

describe("the pattern of owners", () => {
  it("says what the format's own pattern says", () => {
    const asWritten = /^(@[\w-]+(\/[\w.-]+)?|team:[\w.-]+|[^@\s]+@[^@\s]+\.[^@\s]+)$/;
    const letters = fc.constantFrom("a", "@", ".", "/", "-", ":", " ", "team:", "@a", "a@b");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        expect(OWNER.test(text), text).toBe(asWritten.test(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is not slowed by hostile text", () => {
    expect(OWNER.test(`x@${".".repeat(1_000_000)}@`)).toBe(false);
  });
});

describe("the pattern of dates", () => {
  it("accepts the days that zod accepts, which are the real ones", () => {
    const zod = z.iso.date();
    for (const year of ["0000", "0004", "1900", "2000", "2023", "2024", "2100", "2400", "9999"]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          expect(DATE.test(text), text).toBe(zod.safeParse(text).success);
        }
      }
    }
  });
});
