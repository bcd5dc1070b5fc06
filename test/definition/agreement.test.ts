/** zod, the compiled validator, Ajv on the published schema and the explainer accept the same documents. */

import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitionFile } from "../../src/definition/file.ts";
import { EXTRA_KEYWORDS } from "../../src/definition/json-schema.ts";
import { kpiSchema } from "../../src/definition/published.ts";
import { validateDefinition } from "../../src/definition/validate.ts";
import { validateKpi } from "../../src/generated/validate-kpi.js";
import { BAD } from "./bad.ts";
import { read, withoutPrototypes } from "./documents.ts";
import { FULL, GOOD } from "./good.ts";

const ajv = new Ajv({ strict: true, strictRequired: false });
formats.default(ajv);
ajv.addVocabulary([...EXTRA_KEYWORDS]);
const published = ajv.compile(kpiSchema());

/** Whether each of the four accepts a value; the explainer does where it says nothing but information. */
function verdicts(value: unknown): readonly boolean[] {
  return [
    definitionFile.safeParse(value).success,
    validateKpi(value),
    published(value),
    validateDefinition(value).every((problem) => problem.severity === "info"),
  ];
}

const ALL = [true, true, true, true];
const NONE = [false, false, false, false];

describe("on written documents", () => {
  it.each(GOOD)("all accept: %s", (_, text) => {
    expect(verdicts(read(text))).toEqual(ALL);
  });

  it.each(BAD.map(({ name, text }) => [name, text] as const))("all refuse: %s", (_, text) => {
    expect(verdicts(read(text))).toEqual(NONE);
  });

  it("a draft needs a title only", () => {
    expect(verdicts(read("version: 1\nkpis:\n  k: { title: Abc, state: draft }\n"))).toEqual(ALL);
  });
});

/** Values that are right somewhere, or nearly. */
const piece = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    -1,
    0.5,
    2,
    75,
    2026,
    1899,
    2999,
    3000,
    2026.5,
    1e21,
    "",
    "ab",
    "abc",
    "😀a",
    "2026",
    "2026-Q3",
    "2026-H1",
    "2026-W53",
    "2026-W54",
    "FY2026",
    "FY2026-Q2",
    "FY2026-H1",
    "2024-02-29",
    "2025-02-29",
    "2026-06-31",
    "2026-06",
    "+25%",
    "-3.5%",
    "25%",
    "g",
    "Bad Id",
    "a--b",
    "nps-2026",
    "@ana",
    "@a/b.c",
    "ana",
    "team:x",
    "a@b.c",
    "draft",
    "active",
    "retired",
    "done",
    "leading",
    "lagging",
    "monthly",
    "sum",
    "last",
    "higher",
    "automatic",
    "https://example.com",
    "javascript:alert(1)",
    "x".repeat(64),
    "x".repeat(65),
    "x".repeat(250),
    "x".repeat(251),
    "😀".repeat(250),
    "😀".repeat(251),
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [1],
    ["g"],
    ["leading", "output"],
    ["leading", "leading"],
    ["a", "b", "c"],
    { by: 1 },
    { by: "1" },
    { min: 1 },
    { min: 1, max: 2 },
    { by: 1, min: 2 },
    { start: "2026-01-01", end: "2026-12-31" },
    { start: "2026-01-01" },
    { every: "monthly", start: "2026-01-01" },
    { value: 1 },
    { value: null },
    { value: null, note: "n" },
    { numerator: 1, denominator: 2 },
    { numerator: 1 },
    { on: "2026-06-30", reason: "r" },
    { on: "2026-06-30" },
    { ratio: ["a", "b"] },
    { ratio: ["a"] },
    { sum: ["a"] },
    { sum: [] },
    { every: "monthly" },
    { "x-own": 1 },
    { own: 1 },
    [{ date: "2026-01-01", value: 1 }],
    [{ metric: "m", max: 1 }],
    { "2026-06-30": 1 },
    { "2026-13": 1 },
    { "2026-Q1": { value: null, note: "" } },
  ),
);

const keys = fc.constantFrom(
  "title",
  "goal",
  "metric",
  "owner",
  "timeframe",
  "target",
  "stretch",
  "baseline",
  "type",
  "state",
  "retired",
  "values",
  "data",
  "derived",
  "source",
  "bounds",
  "scale",
  "weight",
  "review",
  "checkpoints",
  "guardrails",
  "drivers",
  "tags",
  "parent",
  "why",
  "version",
  "kpis",
  "goals",
  "x-own",
  "own",
  "k",
  "Bad Id",
  "constructor",
  "toString",
);

type Container = Record<string, unknown> | unknown[];

/** Every map and list inside a value, with those inside it. */
function containers(value: unknown): Container[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Container, ...Object.values(value).flatMap(containers)];
}

/** Sets, adds or removes one key somewhere in a document. */
interface Mutation {
  readonly where: number;
  readonly which: number;
  readonly action: "set" | "add" | "remove";
  readonly key: string;
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(200),
  which: fc.nat(30),
  action: fc.constantFrom("set", "set", "add", "remove"),
  key: keys,
  value: piece,
});

function mutated(text: string, mutations: readonly Mutation[]): unknown {
  const document = structuredClone(read(text) as object);
  for (const { where, which, action, key, value } of mutations) {
    const all = containers(document);
    const target = all[where % all.length];
    if (target === undefined) continue;
    const present = Object.keys(target);
    const name = action === "add" || present.length === 0 ? key : (present[which % present.length] ?? key);
    if (Array.isArray(target)) {
      if (action === "remove") target.splice(Number(name) || 0, 1);
      else target.push(structuredClone(value));
    } else if (action === "remove") delete target[name];
    else target[name] = structuredClone(value);
  }
  return withoutPrototypes(document);
}

describe("on documents changed at random", () => {
  const base = fc.constantFrom(FULL, ...GOOD.map(([, text]) => text));

  it("all say the same", () => {
    fc.assert(
      fc.property(base, fc.array(mutation, { minLength: 1, maxLength: 3 }), (text, mutations) => {
        const document = mutated(text, mutations);
        const [zod, compiled, schema, explained] = verdicts(document);
        expect([compiled, schema]).toEqual([zod, zod]);
        // A part of a draft without a value is refused by the schema, and only information in a check.
        const emptyPart = validateDefinition(document).some(
          ({ severity, path }) => severity === "info" && path.length === 3,
        );
        if (!emptyPart) expect(explained).toBe(zod);
      }),
      { numRuns: 800, seed: 7 },
    );
  });

  it("all say the same of any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const verdict = verdicts(value);
        expect(verdict).toEqual(verdict[0] === true ? ALL : NONE);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("name every cause, and each once", () => {
    fc.assert(
      fc.property(base, fc.array(mutation, { minLength: 1, maxLength: 2 }), (text, mutations) => {
        const found = validateDefinition(mutated(text, mutations));
        expect(found.filter((problem) => problem.messageId === "unexplained")).toEqual([]);
        const said = found.map(({ path, at, message }) => `${JSON.stringify(path)} ${at} ${message}`);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 1_500, seed: 9 },
    );
  });
});
