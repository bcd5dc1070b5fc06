import { describe, expect, it } from "vitest";
import { found } from "../support/check.ts";

const goal = (id: string, more = "") => `  ${id}:\n    title: Goal ${id}\n    owner: "@ceo"\n${more}`;
const metric = (id: string, more = "") => `  ${id}:\n    title: Metric ${id}\n${more}`;
const kpi = (id: string, more: string) =>
  `  ${id}:\n    title: KPI ${id}\n    owner: "@ceo"\n    timeframe: 2026\n    target: 5\n${more}`;

describe("unknown ids", () => {
  const cases: readonly (readonly [name: string, rule: string, text: string, slices: readonly string[]])[] = [
    ["a KPI's goal", "ref/unknown-goal", `kpis:\n${kpi("k", "    goal: nowhere\n    metric: m\n")}`, ["nowhere"]],
    ["a goal's parent", "ref/unknown-goal", `goals:\n${goal("g", "    parent: above\n")}`, ["above"]],
    ["a KPI's metric", "ref/unknown-metric", `kpis:\n${kpi("k", "    goal: g\n    metric: gone\n")}`, ["gone"]],
    [
      "drivers and guardrails",
      "ref/unknown-metric",
      `metrics:\n${metric("m")}goals:\n${goal("g")}kpis:\n${kpi("k", "    goal: g\n    metric: m\n    drivers: [m, d-1, d-2]\n    guardrails:\n      - { metric: refunds, max: 3 }\n")}`,
      ["d-1", "d-2", "refunds"],
    ],
    [
      "parts of a ratio",
      "ref/unknown-metric",
      `metrics:\n${metric("m", "    derived: { ratio: [a, b] }\n")}`,
      ["a", "b"],
    ],
    ["leads", "ref/unknown-kpi", `kpis:\n${kpi("k", "    goal: g\n    metric: m\n    leads: later\n")}`, ["later"]],
    [
      "contributes_to",
      "ref/unknown-kpi",
      `kpis:\n${kpi("k", "    goal: g\n    metric: m\n    contributes_to: whole\n")}`,
      ["whole"],
    ],
  ];
  it.each(cases)("%s", async (_, rule, text, slices) => {
    const all = await found(rule, { "kpi.yaml": `version: 1\n${text}` });
    expect(all.map((finding) => finding.text)).toEqual(slices);
  });

  it("suggests the nearest id of any file and shows where it is defined", async () => {
    const files = {
      "a.kpi.yaml": `version: 1\nkpis:\n${kpi("k", "    goal: happy-custmers\n    metric: m\n")}`,
      "b.kpi.yaml": `version: 1\ngoals:\n${goal("happy-customers")}metrics:\n${metric("m")}`,
    };
    const [finding] = await found("ref/unknown-goal", files);
    expect(finding).toMatchObject({ message: "near", text: "happy-custmers", file: "a.kpi.yaml" });
  });

  it("accepts `constructor` and `__proto__`-like names only as real ids", async () => {
    const text = `version: 1\nkpis:\n${kpi("k", "    goal: constructor\n    metric: m\n")}`;
    expect(await found("ref/unknown-goal", { "kpi.yaml": text })).toHaveLength(1);
    const known = `version: 1\ngoals:\n${goal("constructor")}kpis:\n${kpi("k", "    goal: constructor\n    metric: m\n")}`;
    expect(await found("ref/unknown-goal", { "kpi.yaml": known })).toEqual([]);
  });
});

describe("ref/duplicate-id", () => {
  it("points at the second definition, in file order", async () => {
    const files = {
      "b.kpi.yaml": `version: 1\ngoals:\n${goal("g")}`,
      "a.kpi.yaml": `version: 1\ngoals:\n${goal("g")}`,
    };
    const all = await found("ref/duplicate-id", files);
    expect(all).toMatchObject([{ file: "a.kpi.yaml", text: "g" }]);
  });

  it("lets one id stand in different kinds", async () => {
    const text = `version: 1\ngoals:\n${goal("same")}metrics:\n${metric("same")}`;
    expect(await found("ref/duplicate-id", { "kpi.yaml": text })).toEqual([]);
  });

  it("looks across the documents of one file", async () => {
    const text = `version: 1\ngoals:\n${goal("g")}---\nversion: 1\ngoals:\n${goal("g")}`;
    expect(await found("ref/duplicate-id", { "kpi.yaml": text })).toMatchObject([{ text: "g", line: 9 }]);
  });
});

describe("ref/cycle", () => {
  it("shows a circle of goals once", async () => {
    const text = `version: 1\ngoals:\n${goal("c", "    parent: a\n")}${goal("a", "    parent: b\n")}${goal("b", "    parent: c\n")}`;
    const all = await found("ref/cycle", { "kpi.yaml": text });
    expect(all).toMatchObject([{ message: "cycle", text: "b" }]);
  });

  it("finds a KPI that contributes to itself, and derived metrics in a circle", async () => {
    const text =
      `version: 1\nkpis:\n${kpi("k", "    goal: g\n    metric: m\n    contributes_to: k\n")}` +
      `metrics:\n${metric("m", "    derived: { sum: [n] }\n")}${metric("n", "    derived: { difference: [m, m] }\n")}`;
    const all = await found("ref/cycle", { "kpi.yaml": text });
    expect(all.map((finding) => finding.message)).toEqual(["self", "cycle"]);
  });

  it("does not mind a diamond", async () => {
    const text = `version: 1\ngoals:\n${goal("top")}${goal("l", "    parent: top\n")}${goal("r", "    parent: top\n")}`;
    expect(await found("ref/cycle", { "kpi.yaml": text })).toEqual([]);
  });
});

describe("ref/inactive-goal", () => {
  it.each(["done", "dropped"])("speaks of an active KPI under a %s goal", async (state) => {
    const text = `version: 1\ngoals:\n${goal("g", `    state: ${state}\n`)}kpis:\n${kpi("k", "    goal: g\n    metric: m\n")}`;
    expect(await found("ref/inactive-goal", { "kpi.yaml": text })).toMatchObject([{ text: "g" }]);
  });

  it("is silent for retired KPIs and drafts", async () => {
    const text =
      `version: 1\ngoals:\n${goal("g", "    state: done\n")}kpis:\n` +
      kpi(
        "k",
        "    goal: g\n    metric: m\n    state: retired\n    retired: { on: 2026-07-01, reason: Goal reached }\n",
      ) +
      kpi("d", "    goal: g\n    metric: m\n    state: draft\n");
    expect(await found("ref/inactive-goal", { "kpi.yaml": text })).toEqual([]);
  });
});

describe("ref/data-file", () => {
  it.each([
    ["missing", "data/none.csv"],
    ["outside", "../../etc/passwd"],
    ["outside", "/etc/passwd"],
  ])("%s: %s", async (message, path) => {
    const text = `version: 1\nmetrics:\n${metric("m", `    data: ${path}\n`)}`;
    expect(await found("ref/data-file", { "kpi.yaml": text })).toMatchObject([{ message, text: path }]);
  });

  it("is a pointer of git LFS", async () => {
    const files = {
      "kpi.yaml": `version: 1\nmetrics:\n${metric("m")}`,
      "data/m.csv": `version https://git-lfs.github.com/spec/v1\noid sha256:${"a1".repeat(32)}\nsize 12345\n`,
    };
    expect(await found("ref/data-file", files)).toMatchObject([{ message: "pointer" }]);
    expect(await found("data/header", files)).toEqual([]);
  });

  it("reads data/<id>.csv beside the file without being told", async () => {
    const files = {
      "kpis/a.yaml": `version: 1\nmetrics:\n${metric("m")}`,
      "kpis/data/m.csv": "date,value\n2026-01-31,x\n",
    };
    expect(await found("ref/data-file", files)).toEqual([]);
    expect(await found("data/bad-row", files)).toMatchObject([{ file: "kpis/data/m.csv", line: 2, text: "x" }]);
  });
});
