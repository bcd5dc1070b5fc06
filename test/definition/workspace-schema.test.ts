import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { EXTRA_KEYWORDS, type JsonSchema } from "../../src/definition/json-schema.ts";
import { kpiSchema } from "../../src/definition/published.ts";
import { kpi, read } from "./documents.ts";

const IDS = {
  goals: ["g", "growth"],
  metrics: ["m", "signups", "visits"],
  kpis: ["k", "other"],
  owners: ["@ana", "team:growth"],
};

const ajv = new Ajv({ validateFormats: false });
ajv.addVocabulary([...EXTRA_KEYWORDS]);
const compiled = new Map<JsonSchema, ValidateFunction>();

function accepts(schema: JsonSchema, text: string): boolean {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, $id: undefined });
  compiled.set(schema, validate);
  return validate(read(text));
}

describe("the schema with the ids of a workspace", () => {
  const schema = kpiSchema(IDS);
  const published = kpiSchema();

  it.each([
    ["kpi.goal", { goal: "growth" }, { goal: "grwoth" }],
    ["kpi.metric", { metric: "signups" }, { metric: "sign-ups" }],
    ["kpi.leads", { leads: "other" }, { leads: "another" }],
    ["kpi.contributes_to", { contributes_to: "other" }, { contributes_to: "another" }],
    ["kpi.drivers", { drivers: "[signups, visits]" }, { drivers: "[signups, visit]" }],
    ["kpi.guardrails", { guardrails: "[{ metric: visits }]" }, { guardrails: "[{ metric: visit }]" }],
  ])("allows known ids only: %s", (_, known, unknown) => {
    expect([accepts(schema, kpi(known)), accepts(schema, kpi(unknown))]).toEqual([true, false]);
    expect(accepts(published, kpi(unknown))).toBe(true);
  });

  it.each([
    ["goal.parent", "version: 1\ngoals:\n  new: { title: Abc, owner: team:a, parent: ", "growth", "grwoth"],
    [
      "derived.ratio",
      "version: 1\nmetrics:\n  new: { title: Abc, derived: { ratio: [signups, ",
      "visits ] }",
      "visit ] }",
    ],
    ["derived.sum", "version: 1\nmetrics:\n  new: { title: Abc, derived: { sum: [signups, ", "visits ] }", "visit ] }"],
    [
      "derived.difference",
      "version: 1\nmetrics:\n  new: { title: Abc, derived: { difference: [signups, ",
      "visits ] }",
      "visit ] }",
    ],
  ])("allows known ids only: %s", (_, before, known, unknown) => {
    expect([accepts(schema, `${before}${known} }\n`), accepts(schema, `${before}${unknown} }\n`)]).toEqual([
      true,
      false,
    ]);
  });

  it("leaves new ids and the ids of what was removed free", () => {
    expect(
      accepts(
        schema,
        "version: 1\nmetrics:\n  brand-new: { title: Abc }\nremoved:\n  long-gone: { on: 2026-06-30, reason: sold }\n",
      ),
    ).toBe(true);
  });

  it("offers owners, and allows new ones", () => {
    expect(accepts(schema, kpi({ owner: '"@new"' }))).toBe(true);
    expect(JSON.stringify(schema)).toContain('"examples":["@ana","team:growth"]');
  });

  it("offers no made-up ids beside the real ones", () => {
    const parts = JSON.stringify(schema).match(/\{[^{}]*"x-kpi-ref":"(?:goal|metric|kpi)"[^{}]*\}/g) ?? [];
    expect(parts.length).toBe(12);
    expect(parts.filter((part) => part.includes('"examples"') || !part.includes('"enum"'))).toEqual([]);
  });

  it("leaves the published schema as it is", () => {
    expect(JSON.stringify(kpiSchema())).not.toContain('signups","visits"],"pattern');
    expect(kpiSchema()).toBe(kpiSchema());
  });

  it("leaves a kind free where there are no ids, or none that the format allows", () => {
    expect(accepts(kpiSchema({}), kpi({ goal: "any" }))).toBe(true);
    expect(accepts(kpiSchema({ goals: ["Not An Id", "x".repeat(65)], metrics: [] }), kpi({ goal: "any" }))).toBe(true);
  });

  it("is the same for ids in another order", () => {
    const turned = {
      goals: ["growth", "g", "g"],
      metrics: ["visits", "m", "signups"],
      kpis: ["other", "k"],
      owners: ["team:growth", "@ana"],
    };
    expect(kpiSchema(turned)).toEqual(schema);
  });
});
