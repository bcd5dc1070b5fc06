import { describe, expect, it } from "vitest";
import { found } from "../support/check.ts";

const workspace = (kpi: string, metric = ""): Record<string, string> => ({
  "kpi.yaml": `version: 1
goals:
  g: { title: Goal, owner: "@ceo" }
metrics:
  m:
    title: Visits
${metric}kpis:
  k:
    title: Reach 5 visits
    goal: g
    metric: m
    owner: "@ceo"
    timeframe: 2026
    target: 5
${kpi}`,
});

describe.each([
  ["relevant/why-missing", "why"],
  ["relevant/no-action", "if_off_track"],
])("%s", (rule, field) => {
  it("asks at the KPI's id", async () => {
    expect(await found(rule, workspace(""))).toMatchObject([{ message: "missing", text: "k" }]);
  });

  it("is content with a sentence, and with a field that has a finding already", async () => {
    expect(await found(rule, workspace(`    ${field}: Because.\n`))).toEqual([]);
    expect(await found(rule, workspace(`    ${field}: [a, list]\n`))).toEqual([]);
  });

  it.each(["''", "'   '"])("takes %s for no sentence", async (blank) => {
    expect(await found(rule, workspace(`    ${field}: ${blank}\n`))).toMatchObject([{ text: "k" }]);
  });

  it("asks nothing in a file that could not be read whole", async () => {
    const { "kpi.yaml": text = "" } = workspace(`    ${field}: *nowhere\n`);
    expect(await found(rule, { "kpi.yaml": text })).toEqual([]);
    expect(await found("yaml/syntax", { "kpi.yaml": text })).toHaveLength(1);
  });

  it("asks nothing of drafts and retired KPIs", async () => {
    expect(await found(rule, workspace("    state: draft\n"))).toEqual([]);
    const retired = "    state: retired\n    retired: { on: 2026-07-01, reason: Sold }\n";
    expect(await found(rule, workspace(retired))).toEqual([]);
  });
});

describe("relevant/why-missing", () => {
  it("names no goal where none is given", async () => {
    const files = { "kpi.yaml": (workspace("")["kpi.yaml"] ?? "").replace("    goal: g\n", "") };
    expect(await found("relevant/why-missing", files)).toMatchObject([{ message: "without-goal" }]);
  });
});

describe("specific/definition-missing", () => {
  const rule = "specific/definition-missing";

  it("asks once at the metric that an active KPI uses", async () => {
    expect(await found(rule, workspace(""))).toMatchObject([{ text: "m" }]);
    expect(await found(rule, workspace("", "    definition: ' '\n"))).toMatchObject([{ text: "m" }]);
    expect(await found(rule, workspace("", "    definition: Sessions, bots removed.\n"))).toEqual([]);
    expect(await found(rule, workspace("", "    definition: 5\n"))).toEqual([]);
  });

  it("asks nothing of a metric that only a draft uses, or none", async () => {
    expect(await found(rule, workspace("    state: draft\n"))).toEqual([]);
    expect(await found(rule, { "kpi.yaml": "version: 1\nmetrics:\n  m: { title: Visits }\n" })).toEqual([]);
  });
});

describe("specific/long-title", () => {
  const rule = "specific/long-title";
  const titled = (title: string): Record<string, string> => ({
    "kpi.yaml": `version: 1\nmetrics:\n  m:\n    title: ${JSON.stringify(title)}\n`,
  });

  it("marks a title of over 120 characters", async () => {
    expect(await found(rule, titled("x".repeat(120)))).toEqual([]);
    expect(await found(rule, titled(`${"x".repeat(120)}  `))).toEqual([]);
    expect(await found(rule, titled(`${"x".repeat(120)}yz`))).toMatchObject([
      { text: expect.stringMatching(/x{120}yz/) },
    ]);
  });

  it("counts characters as people do", async () => {
    expect(await found(rule, titled("😀".repeat(120)))).toEqual([]);
    expect(await found(rule, titled(`${"😀".repeat(120)}!`))).toHaveLength(1);
  });
});
