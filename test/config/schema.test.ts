import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { configSchema } from "../../src/config/published.ts";
import { configDefinition } from "../../src/config/schema.ts";
import { EXTRA_KEYWORDS, type JsonSchema } from "../../src/definition/json-schema.ts";
import { validateConfig } from "../../src/definition/validate.ts";
import { validateConfig as isValid } from "../../src/generated/validate-config.js";
import { read } from "../definition/documents.ts";

const RULES = [
  { id: "specific/vague-term", summary: "A title holds a word that means nothing." },
  {
    id: "data/stale",
    summary: "The last value is old.",
    options: {
      schema: (zod: typeof z) =>
        zod.strictObject({
          cadences: zod
            .number()
            .meta({ title: "Cadences", description: "How many cadences.", examples: [1.5], default: 1.5 })
            .optional(),
          words: zod
            .array(zod.string())
            .meta({ title: "Words", description: "Words.", examples: [["a"]], default: "abcdefghijkl".split("") })
            .optional(),
        }),
    },
  },
];

const FULL = `version: 1
extends: [recommended, ./team.yaml, "@acme/kpi-rules"]
include: ["kpis/**/*.yaml"]
exclude: ["kpis/archive/**"]
language: en
plugins: [./rules/our-rules.mjs]
fiscal_year_starts: 04-01
fiscal_year_named_by: end
status: { on_track: 0.95, at_risk: 0.75, warm_up: 0 }
limits: { kpis_per_goal: 5, kpis_per_person: 3, kpis_per_team: 15, x-why: agreed in May }
rules:
  specific/vague-term: off
  data/stale: [warn, { cadences: 2 }]
  data/gap: [error]
  acme/our-own: info
overrides:
  - files: ["kpis/legacy/**"]
    rules: { relevant/why-missing: off }
x-own: anything
`;

const GOOD = [
  ["every key", FULL],
  ["nothing", ""],
  ["an empty map", "{}\n"],
  ["one preset", "extends: strict\n"],
  ["the last day of February", "fiscal_year_starts: 02-28\n"],
  ["a language with a region", "language: pt-BR\n"],
] as const;

type Expected = readonly [messageId: string, path: string, at: "key" | "value", suggestions?: readonly string[]];

const BAD: readonly (readonly [text: string, ...problems: readonly Expected[]])[] = [
  ["version: 2\nnonsense: 1\n", ["unread", "version", "value", ["1"]]],
  ['version: "1"\n', ["text", "version", "value", ["1"]]],
  ["version:\n", ["missing", "version", "key"]],
  ["- rules\n", ["type", "", "value"]],
  ["rule: {}\n", ["unknown", "rule", "key", ["rules"]]],
  ["extend: strict\n", ["unknown", "extend", "key", ["extends"]]],
  ["ignore: [a]\n", ["unknown", "ignore", "key", ["exclude"]]],
  ["limits: { kpis_per_gaol: 7 }\n", ["unknown", "limits.kpis_per_gaol", "key", ["kpis_per_goal"]]],
  ["limits: { kpisPerTeam: 7 }\n", ["unknown", "limits.kpisPerTeam", "key", ["kpis_per_team"]]],
  ["limits: { kpis_per_goal: 0 }\n", ["range", "limits.kpis_per_goal", "value"]],
  ["limits: { kpis_per_goal: 2.5 }\n", ["range", "limits.kpis_per_goal", "value"]],
  ['limits: { kpis_per_goal: "5" }\n', ["quoted-number", "limits.kpis_per_goal", "value", ["5"]]],
  ["status: { on_track: 95 }\n", ["range", "status.on_track", "value", ["0.95"]]],
  ["status: { on_track: 95% }\n", ["percent", "status.on_track", "value", ["0.95"]]],
  ["status: { on_track: -1 }\n", ["range", "status.on_track", "value"]],
  ["status: 0.95\n", ["type", "status", "value"]],
  ["include: kpis/**/*.yaml\n", ["text-for-list", "include", "value", ['["kpis/**/*.yaml"]']]],
  ["include:\n", ["empty", "include", "key"]],
  ["extends: true\n", ["number-for-text", "extends", "value", ['"true"']]],
  ["language: English\n", ["pattern", "language", "value"]],
  ["fiscal_year_starts: 4-1\n", ["month-day", "fiscal_year_starts", "value", ["04-01"]]],
  ["fiscal_year_starts: April\n", ["month-day", "fiscal_year_starts", "value", ["04-01"]]],
  ["fiscal_year_starts: 1 July\n", ["month-day", "fiscal_year_starts", "value", ["07-01"]]],
  ["fiscal_year_starts: 2026-04-01\n", ["month-day", "fiscal_year_starts", "value", ["04-01"]]],
  ["fiscal_year_starts: 02-29\n", ["format", "fiscal_year_starts", "value"]],
  ["fiscal_year_named_by: last\n", ["enum", "fiscal_year_named_by", "value"]],
  ["rules: off\n", ["type", "rules", "value"]],
  ["rules: [data/stale]\n", ["list-for-map", "rules", "value"]],
  ["rules: { data/stale: wran }\n", ["enum", "rules.data/stale", "value", ["warn"]]],
  ["rules: { data/stale: Error }\n", ["enum", "rules.data/stale", "value", ["error"]]],
  ["rules: { data/stale: disabled }\n", ["enum", "rules.data/stale", "value", ["off"]]],
  ["rules: { data/stale: false }\n", ["false-for-off", "rules.data/stale", "value", ["off"]]],
  ["rules: { data/stale: 2 }\n", ["type", "rules.data/stale", "value"]],
  ["rules: { data/stale: [wran] }\n", ["enum", "rules.data/stale.0", "value", ["warn"]]],
  ["rules: { data/stale: [warn, 2] }\n", ["type", "rules.data/stale.1", "value"]],
  ["rules: { data/stale: [] }\n", ["range", "rules.data/stale", "value"]],
  ["rules: { data/stale: { level: warn } }\n", ["type", "rules.data/stale", "value"]],
  [
    "overrides: [{ files: [a], rules: { data/stale: no } }]\n",
    ["enum", "overrides.0.rules.data/stale", "value", ["off"]],
  ],
  ["overrides: [{ rules: {} }]\n", ["required", "overrides.0", "value"]],
  ["overrides: [{ files: [a] }]\n", ["required", "overrides.0", "value"]],
  ["overrides: { files: [a], rules: {} }\n", ["single-for-list", "overrides", "value"]],
];

function compiled(schema: JsonSchema) {
  const ajv = new Ajv({ strict: true, strictRequired: false });
  formats.default(ajv);
  ajv.addVocabulary([...EXTRA_KEYWORDS]);
  return ajv.compile(schema);
}

const published = compiled(configSchema([]));
const named = compiled(configSchema(RULES));

function verdicts(value: unknown): readonly boolean[] {
  return [
    configDefinition.safeParse(value).success,
    isValid(value),
    published(value),
    validateConfig(value).length === 0,
  ];
}

describe("a config of the right shape", () => {
  it.each(GOOD)("%s", (_, text) => {
    expect(validateConfig(read(text))).toEqual([]);
  });
});

describe("a config with one cause of trouble", () => {
  it.each(BAD.map(([text, ...problems]) => [text, problems] as const))("%s", (text, problems) => {
    const found = validateConfig(read(text));
    expect(
      found.map(({ ruleId, messageId, path, at, suggestions }) => [
        ruleId,
        messageId,
        path.join("."),
        at,
        suggestions.map(({ replace }) => replace),
      ]),
    ).toEqual(
      problems.map(([messageId, path, at, suggestions = []]) => ["config/invalid", messageId, path, at, suggestions]),
    );
    for (const { message, entity } of found) {
      expect(message).toMatch(/^[A-Z`"].*[.?]$/);
      expect(entity).toBeNull();
    }
  });
});

describe("zod, the compiled validator, Ajv on the published schema and the explainer", () => {
  it("accept the good ones", () => {
    for (const [, text] of GOOD.filter(([name]) => name !== "nothing"))
      expect(verdicts(read(text)), text).toEqual([true, true, true, true]);
  });

  it("refuse the bad ones", () => {
    for (const [text] of BAD) expect(verdicts(read(text)), text).toEqual([false, false, false, false]);
  });

  it("say the same of any config", () => {
    const value = fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      1,
      0.5,
      95,
      3,
      "",
      "off",
      "warn",
      "error",
      "wran",
      "strict",
      "04-01",
      "02-29",
      "en",
      "English",
      "start",
      [],
      {},
      ["a"],
      [1],
      ["warn"],
      ["warn", {}],
      ["warn", 2],
      ["warn", {}, 3],
      { "data/stale": "off" },
      { "data/stale": ["wran"] },
      { on_track: 0.9 },
      { on_track: 2 },
      { kpis_per_goal: 3 },
      { kpis_per_goal: 0.5 },
      [{ files: ["a"], rules: {} }],
      [{ files: "a" }],
      { "x-own": 1 },
    );
    const key = fc.constantFrom(
      "version",
      "extends",
      "include",
      "language",
      "fiscal_year_starts",
      "fiscal_year_named_by",
      "status",
      "limits",
      "rules",
      "overrides",
      "x-own",
      "own",
    );
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }), (config) => {
        const [zod, ...others] = verdicts(config);
        expect(others).toEqual([zod, zod, zod]);
      }),
      { numRuns: 1_000, seed: 11 },
    );
  });

  it("answer any value at all", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => Array.isArray(validateConfig(value))),
      { numRuns: 300 },
    );
  });
});

function propertyOf(schema: JsonSchema, key: string): JsonSchema {
  const property = schema.properties?.[key];
  return typeof property === "object" ? property : {};
}

describe("the schema that names rules", () => {
  const schema = configSchema(RULES);
  const rules = propertyOf(schema, "rules").properties as Readonly<Record<string, JsonSchema>>;

  it("describes each", () => {
    expect(Object.keys(rules)).toEqual(["specific/vague-term", "data/stale"]);
    expect(rules["data/stale"]).toMatchObject({ title: "data/stale", description: "The last value is old." });
  });

  it("still takes rules of plug-ins, in overrides too", () => {
    expect(named(read(FULL))).toBe(true);
  });

  it.each([
    "rules: { data/stale: wran }\n",
    "rules: { data/stale: [warn, { cadenses: 2 }] }\n",
    "rules: { data/stale: [warn, { cadences: two }] }\n",
    "rules: { specific/vague-term: [warn, { cadences: 2 }] }\n",
    "overrides: [{ files: [a], rules: { data/stale: [warn, { cadenses: 2 }] } }]\n",
  ])("checks their levels and options: %s", (text) => {
    expect(named(read(text))).toBe(false);
  });

  it("leaves out defaults that are long lists", () => {
    const text = JSON.stringify(rules["data/stale"]);
    expect(text).toContain('"default":1.5');
    expect(text).not.toContain('"l"');
  });

  it("refers only inside itself, with nothing beside a reference", () => {
    const references = JSON.stringify(schema).match(/\{[^{}]*"\$ref"[^{}]*\}/g) ?? [];
    expect(references.length).toBeGreaterThan(4);
    for (const reference of references) expect(reference).toMatch(/^\{"\$ref":"#\/[^"]+"\}$/);
  });
});
