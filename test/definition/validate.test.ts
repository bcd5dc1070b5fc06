import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plusNumberProblem, validateDefinition } from "../../src/definition/validate.ts";
import { kpi, read } from "./documents.ts";

function problemsOf(text: string, context = {}) {
  return validateDefinition(read(text), context);
}

describe("drafts", () => {
  it("list their missing parts as information", () => {
    const found = problemsOf("version: 1\nkpis:\n  k: { title: Net Promoter Score, state: draft }\n");
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["relevant/goal-missing", "info"],
      ["measurable/metric-missing", "info"],
      ["achievable/owner-missing", "info"],
      ["timely/timeframe-missing", "info"],
      ["measurable/target-missing", "info"],
    ]);
  });

  it("still list them where something else is wrong in the file", () => {
    const found = problemsOf(
      "version: 1\nthings: 1\nkpis:\n  k: { title: Score, state: draft, goal: g, metric: m, owner: team:a, target: 1 }\n",
    );
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["schema/unknown-key", undefined],
      ["timely/timeframe-missing", "info"],
    ]);
  });

  it("may hold a part without a value", () => {
    const found = problemsOf(kpi({ state: "draft", target: "" }));
    expect(found.map(({ ruleId, severity, path, at }) => [ruleId, severity, path.join("."), at])).toEqual([
      ["measurable/target-missing", "info", "kpis.k.target", "key"],
    ]);
  });

  it("are drafts in any case of the word, which is the one thing wrong", () => {
    const found = problemsOf(kpi({ state: "Draft", target: null }));
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["measurable/target-missing", "info"],
      ["schema/enum", undefined],
    ]);
  });
});

describe("the entity of a problem", () => {
  it.each([
    [kpi({ weight: "0" }), { kind: "kpi", id: "k" }],
    ["version: 1\ngoals:\n  Bad Id: { title: Abc, owner: team:a }\n", { kind: "goal", id: "Bad Id" }],
    ["version: 1\nmetrics:\n  m: { title: Abc, scale: 0 }\n", { kind: "metric", id: "m" }],
    ["version: 1\nremoved:\n  old: { on: 2026-06-30 }\n", null],
    ["version: 1\nkpis: 3\n", null],
  ])("%#", (text, entity) => {
    expect(problemsOf(text).map((problem) => problem.entity)).toEqual([entity]);
  });
});

describe("what stands around a value", () => {
  it("the unit of a metric in another file changes what 75% means", () => {
    const found = problemsOf(kpi({ target: "75%", metric: "elsewhere" }), {
      unitOf: (id: string) => (id === "elsewhere" ? "%" : null),
    });
    expect(found[0]?.suggestions).toEqual([{ title: "Write 75", replace: "75" }]);
  });

  it("without a year a label is not completed", () => {
    const [found] = problemsOf(kpi({ timeframe: "Q3" }));
    expect(found?.suggestions).toEqual([]);
    expect(found?.message).toContain("2026-Q3");
  });

  it("without a year a recurring window has no first day to write", () => {
    const [found] = problemsOf(kpi({ timeframe: "ongoing" }));
    expect(found?.suggestions).toEqual([{ title: "Write { every: monthly, start: … } with the day it began" }]);
  });
});

describe("a pointer of git LFS", () => {
  it("is said to be no file, on one line or on three", () => {
    const lines = ["version https://git-lfs.github.com/spec/v1", `oid sha256:${"a1".repeat(32)}`, "size 12345"];
    for (const text of [lines.join("\n"), lines.join(" ")]) {
      expect(validateDefinition(text)).toMatchObject([
        { ruleId: "schema/type", message: expect.stringContaining("`git lfs pull`") },
      ]);
    }
  });
});

describe("the version", () => {
  it("is inserted where it is missing", () => {
    const [found] = problemsOf("kpis: {}\n");
    expect(found?.fix).toEqual({ title: "Insert `version: 1` at the top", replace: "version: 1\n" });
  });

  it("of an empty file is missing", () => {
    expect(problemsOf("# nothing\n").map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([
      ["schema/version", "missing"],
    ]);
  });

  it("comes with the other problems of the file", () => {
    expect(problemsOf("kpi: {}\n").map(({ ruleId }) => ruleId)).toEqual(["schema/version", "schema/unknown-key"]);
  });
});

describe("many problems", () => {
  it("stop at five thousand, and say that there are more", () => {
    const kpis = Array.from({ length: 1_500 }, (_, index) => `  k${index}: { title: Abc }\n`).join("");
    const found = problemsOf(`version: 1\nkpis:\n${kpis}`);
    expect(found).toHaveLength(5_001);
    expect(found.at(-1)).toMatchObject({ ruleId: "schema/type", messageId: "more", path: [], entity: null });
    expect(found.at(-2)).toMatchObject({ path: ["kpis", "k999"] });
  });

  it("of drafts stop too", () => {
    const kpis = Array.from({ length: 1_500 }, (_, index) => `  k${index}: { title: Abc, state: draft }\n`).join("");
    const found = problemsOf(`version: 1\nkpis:\n${kpis}`);
    expect([found.length, found.at(-1)?.messageId]).toEqual([5_001, "more"]);
  });

  it("are all told where they are five thousand", () => {
    const kpis = Array.from({ length: 1_000 }, (_, index) => `  k${index}: { title: Abc }\n`).join("");
    const found = problemsOf(`version: 1\nkpis:\n${kpis}`);
    expect(found).toHaveLength(5_000);
    expect(found.filter(({ messageId }) => messageId === "more")).toEqual([]);
  });
});

describe("text from files in messages", () => {
  it("is cut", () => {
    const long = `${"x".repeat(5_000)}`;
    const found = validateDefinition({ version: 1, [long]: long, kpis: { [long]: { title: long, state: long } } });
    for (const { message } of found) expect(message.length).toBeLessThan(500);
    expect(found.length).toBeGreaterThan(3);
  });

  it("stands on one line", () => {
    const found = validateDefinition({ version: 1, "a\nb": 1, metrics: { m: { title: "Abc", cadence: "a\n\n\tb" } } });
    expect(found.map(({ message }) => message.includes("\n"))).toEqual([false, false]);
  });
});

describe("a target with a plus sign, which YAML reads as a number", () => {
  it("is named by its source", () => {
    expect(plusNumberProblem(["kpis", "k", "target"], 10, "+10")).toEqual({
      ruleId: "measurable/target-unreadable",
      messageId: "plus-number",
      message: "`target` says +10, which YAML reads as 10: write a change with % or `by`, or the number to reach.",
      path: ["kpis", "k", "target"],
      at: "value",
      suggestions: [
        { title: "Write +10% (a change in percent)", replace: "+10%" },
        { title: "Write { by: 10 } (a change by a number)", replace: "{ by: 10 }" },
        { title: "Write 10 (the level to reach)", replace: "10" },
      ],
      entity: { kind: "kpi", id: "k" },
    });
  });
});

describe("any value at all", () => {
  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    maxDepth: 4,
  });

  it("is answered, not thrown at", () => {
    fc.assert(
      fc.property(anything, (value) => Array.isArray(validateDefinition(value))),
      { numRuns: 300 },
    );
  });

  it("also where a field stands", () => {
    const field = fc.constantFrom(
      "title",
      "target",
      "timeframe",
      "owner",
      "baseline",
      "type",
      "checkpoints",
      "guardrails",
      "review",
      "changes",
      "retired",
      "x-own",
      "nonsense",
    );
    fc.assert(
      fc.property(field, anything, (key, value) => {
        const found = validateDefinition({
          version: 1,
          kpis: { k: { title: "Abc", [key]: value } },
          goals: { g: value },
          metrics: { m: { title: "Abc", values: value } },
        });
        for (const { message, path, at } of found) {
          expect(message).not.toBe("");
          expect(at === "value" || path.length === 0 || typeof path.at(-1) === "string").toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("also text in any field", () => {
    const field = fc.constantFrom(
      "title",
      "target",
      "timeframe",
      "owner",
      "baseline",
      "type",
      "state",
      "goal",
      "weight",
    );
    const words = fc.constantFrom(
      "+",
      "-",
      "10",
      "1,000",
      "%",
      " ",
      "to",
      "by",
      "Q3",
      "2026",
      "-",
      "/",
      "FY",
      "ongoing",
      "team",
      "@",
      ">=",
      "k",
      "31",
      ".",
      "July",
      "12",
      "between",
      "and",
    );
    fc.assert(
      fc.property(
        field,
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(words, { maxLength: 6 }).map((parts) => parts.join("")),
        ),
        (key, text) => {
          const found = validateDefinition({
            version: 1,
            kpis: { k: { title: "Abc", goal: "g", metric: "m", owner: "@a", timeframe: 2026, target: 1, [key]: text } },
          });
          expect(found.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it("that holds itself", () => {
    const value: Record<string, unknown> = { title: "Abc", state: "draft" };
    value.guardrails = value;
    value.self = value;
    expect(validateDefinition({ version: 1, kpis: { k: value }, goals: value }).length).toBeGreaterThan(3);
  });

  it("with keys that JavaScript knows", () => {
    const kpis = Object.create(null) as Record<string, unknown>;
    Object.defineProperty(kpis, "__proto__", { value: {}, enumerable: true });
    const [found] = validateDefinition({ version: 1, kpis });
    expect(found).toMatchObject({
      ruleId: "schema/pattern",
      path: ["kpis", "__proto__"],
      at: "key",
      entity: { kind: "kpi", id: "__proto__" },
    });
    const unknown = validateDefinition({
      version: 1,
      goals: { g: { title: "Abc", owner: "team:a", constructor: 1, toString: 2 } },
    });
    expect(unknown.map(({ messageId, path }) => [messageId, path.at(-1)])).toEqual([
      ["unknown", "constructor"],
      ["unknown", "toString"],
    ]);
  });

  it("however long", () => {
    for (const text of [
      "9".repeat(500_000),
      "1,".repeat(200_000),
      "-".repeat(300_000),
      "a ".repeat(200_000),
      "2026-".repeat(100_000),
    ]) {
      expect(
        validateDefinition({
          version: 1,
          kpis: { k: { title: text, target: text, timeframe: text, owner: text, [text]: text } },
        }).length,
      ).toBeGreaterThan(3);
    }
  });
});

describe("what a message names", () => {
  const messageOf = (text: string) => validateDefinition(read(text), { year: 2026 }).map(({ message }) => message);

  it("is every key of every form where none of one stands there", () => {
    expect(messageOf(kpi({ target: "{ reach: 75 }" }))).toEqual([
      "`reach` is no key of `target`: write `min`, `max` or `by`, or begin it with x- to keep it.",
    ]);
    expect(messageOf(kpi({ target: "{ min: 60, reach: 75 }" }))).toEqual([
      "`reach` is no key of `target`: write `min` or `max`, or begin it with x- to keep it.",
    ]);
  });

  it("is never what stands there already", () => {
    expect(messageOf(kpi({ timeframe: "'2026-Q3 '" }))).toEqual([
      "`timeframe` has characters around its period that do not belong there: this is written 2026-Q3.",
    ]);
  });
});
