import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckFormat, checkReporters } from "../../src/report/formats.ts";
import { context, finding, resultWith, rich } from "./fixture.ts";
import { type Element, readXml } from "./xml.ts";

const { json, github, gitlab, junit } = checkReporters;

describe("json", () => {
  const shown = JSON.parse(json(rich, context));

  it("has the keys of the contract in their order", () => {
    expect(Object.keys(shown)).toEqual(["schemaVersion", "tool", "asOf", "summary", "findings", "smart"]);
    expect(Object.keys(shown.summary).join(" ")).toBe(
      "files goals metrics kpis errors warnings infos suppressed known fixable new fixed",
    );
    expect(Object.keys(shown.findings[0]).join(" ")).toBe(
      "ruleId messageId severity message file range entity path url fingerprint suggestions fix related",
    );
    expect(shown.smart[0]).toEqual({
      kpi: "revenue-2026",
      specific: "warn",
      measurable: "fail",
      achievable: "pass",
      relevant: "fail",
      timeBound: "pass",
    });
  });

  it("holds the findings exactly", () => {
    expect(shown.findings).toEqual(rich.findings);
  });

  it("leaves out what the contract does not name", () => {
    const extra = { ...rich, findings: [{ ...finding({}), secret: 1 }], model: {} };
    expect(json(extra, context)).not.toMatch(/secret|model/);
  });
});

describe("github", () => {
  const many = (n: number) => resultWith(Array.from({ length: n }, () => finding({})));

  it("prints nothing without findings", () => {
    expect(github(resultWith([]), context)).toBe("");
  });

  it("keeps to the number that GitHub shows, and says how many there are beside", () => {
    expect(github(many(9), context).trim().split("\n")).toHaveLength(9);
    const lines = github(many(1600), context).trim().split("\n");
    expect(lines).toHaveLength(10);
    expect(lines[9]).toBe(
      "::error title=kpi check::1,591 more errors than GitHub shows here; kpi check lists all of them.",
    );
    expect(github(many(10), context)).toContain("::1 more error than GitHub");
  });

  it("leaves columns out where a range has several lines", () => {
    const line = github(rich, context)
      .split("\n")
      .find((one) => one.startsWith("::notice"));
    expect(line).toContain("file=kpis/sales.kpi.yaml,line=10,endLine=12,title=relevant/why-missing::");
  });

  it("cuts long messages", () => {
    const line = github(resultWith([finding({ message: "x".repeat(9000) })]), context);
    expect(line.slice(line.indexOf("::", 2) + 2).trimEnd()).toHaveLength(4000);
  });

  it("escapes what would end a property", () => {
    const line = github(resultWith([finding({ file: "a:b,c%.yaml", ruleId: "x\n::y" })]), context);
    expect(line).toContain("file=a%3Ab%2Cc%25.yaml,");
    expect(line).toContain("title=x %3A%3Ay::");
  });

  it("annotates errors only when quiet", () => {
    expect(github(rich, { ...context, quiet: true })).not.toMatch(/^::(?:warning|notice)/m);
  });
});

describe("gitlab", () => {
  it("maps levels and repeats no fingerprint", () => {
    const shown = JSON.parse(
      gitlab(resultWith([finding({}), finding({ severity: "warning" }), finding({ severity: "info" })]), context),
    );
    expect(shown.map((issue: { severity: string }) => issue.severity)).toEqual(["major", "minor", "info"]);
    expect(shown.map((issue: { fingerprint: string }) => issue.fingerprint)).toEqual([
      "0123456789abcdef",
      "0123456789abcdef-1",
      "0123456789abcdef-2",
    ]);
  });

  it("is an empty list without findings", () => {
    expect(gitlab(resultWith([]), context)).toBe("[]\n");
  });
});

describe("junit", () => {
  const cases = (root: Element) => root.children.flatMap((suite) => suite.children);

  it("has a suite for each file and a case for each finding", () => {
    const root = readXml(junit(rich, context));
    expect(root.attributes).toEqual({ name: "kpi check", tests: "9", failures: "7", errors: "0", time: "0.012" });
    expect(root.children.map((suite) => suite.attributes.name)).toEqual([
      "goals.kpi.yaml",
      "kpis/data/müsli 量.csv",
      "kpis/sales.kpi.yaml",
      "files without findings",
    ]);
    expect(cases(root).filter((one) => one.children[0]?.name === "failure")).toHaveLength(7);
    expect(cases(root).filter((one) => one.children[0]?.name === "system-out")).toHaveLength(1);
  });

  it("counts what it holds", () => {
    const root = readXml(junit(rich, context));
    for (const suite of root.children) expect(suite.attributes.tests).toBe(String(suite.children.length));
    expect(root.attributes.tests).toBe(String(cases(root).length));
  });

  it("is one passed case without findings", () => {
    const root = readXml(junit(resultWith([]), { ...context, elapsedMs: null }));
    expect(root.attributes).toEqual({ name: "kpi check", tests: "1", failures: "0", errors: "0" });
    expect(cases(root).map((one) => one.attributes.name)).toEqual(["3 files without findings"]);
  });

  it("names cases without line numbers and tells repeats apart", () => {
    const root = readXml(junit(resultWith([finding({}), finding({}), finding({ path: [] })], { files: 1 }), context));
    expect(cases(root).map((one) => one.attributes.name)).toEqual([
      "ref/unknown-goal at kpis.revenue-2026.goal",
      "ref/unknown-goal at kpis.revenue-2026.goal (2)",
      "ref/unknown-goal at line 5",
    ]);
  });
});

describe("every format", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("::", "##[", "<a>", "|"),
  );
  const position = fc.record({
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 99 }),
    offset: fc.nat(99),
  });
  const range = fc.record({ start: position, end: position });
  const edits = fc.array(fc.record({ file: text, start: fc.nat(50), end: fc.nat(50), text }), { maxLength: 2 });
  const suggestion = fc.record({ title: text, edits });
  const some = fc
    .record({
      ruleId: text,
      severity: fc.constantFrom("error", "warning", "info"),
      message: text,
      file: text,
      range,
      entity: fc.option(fc.record({ kind: fc.constantFrom("goal", "kpi"), id: text })),
      path: fc.array(fc.oneof(text, fc.nat(9)), { maxLength: 3 }),
      url: text,
      suggestions: fc.array(suggestion, { maxLength: 2 }),
      fix: fc.option(suggestion),
      related: fc.array(fc.record({ file: text, range, message: text }), { maxLength: 2 }),
    })
    .map((parts) => finding(parts as Parameters<typeof finding>[0]));

  const check = (format: CheckFormat, holds: (shown: string) => void): void => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), text, fc.boolean(), (findings, source, smart) => {
        const result = { ...resultWith(findings), smart: rich.smart };
        holds(checkReporters[format](result, { ...context, smart, textOf: () => source }));
      }),
      { numRuns: 60 },
    );
  };

  it.each<[CheckFormat, (shown: string) => void]>([
    ["pretty", (shown) => expect(shown).toMatch(/^[\P{Cc}\n]*$/u)],
    ["pretty", (shown) => expect(shown).not.toMatch(/^\s*::|##\[/m)],
    ["github", (shown) => expect(shown).toMatch(/^(?:::(?:error|warning|notice) \P{Cc}*\n)*$/u)],
    ["json", (shown) => expect(JSON.parse(shown)).toHaveProperty("schemaVersion", 1)],
    ["gitlab", (shown) => expect(Array.isArray(JSON.parse(shown))).toBe(true)],
    ["sarif", (shown) => expect(JSON.parse(shown)).toHaveProperty("version", "2.1.0")],
    ["junit", (shown) => expect(readXml(shown).name).toBe("testsuites")],
    ["markdown", (shown) => expect(shown.replace(/<\/?(?:details|summary|code|br)>/g, "")).not.toMatch(/[<>]|^\s*::/m)],
  ])("%s takes any text", check);

  it.each(Object.keys(checkReporters) as CheckFormat[])("%s ends with a line end", (format) => {
    expect(checkReporters[format](rich, context)).toMatch(/[^\n]\n$/);
  });
});
