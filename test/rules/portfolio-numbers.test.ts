import { describe, expect, it } from "vitest";
import { checkFiles, found } from "../support/check.ts";
import { kpiLine, oneKpi } from "./one-kpi.ts";

/** KPIs `k`, `b`, `c` … on one metric. */
function several(metric: string, kpis: readonly string[], values = ""): Readonly<Record<string, string>> {
  const [first = "", ...others] = kpis;
  const more = others.map((kpi, i) => `  ${kpiLine(String.fromCharCode(98 + i), kpi)}\n`).join("");
  return oneKpi({ metric, values, kpi: first, more });
}

const texts = async (rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await found(rule, files)).map(({ text }) => text);

async function messageOf(rule: string, files: Readonly<Record<string, string>>): Promise<string> {
  const { findings } = await checkFiles(files);
  return findings.find(({ ruleId }) => ruleId === rule)?.message ?? "";
}

describe("portfolio/conflicting-targets", () => {
  const rule = "portfolio/conflicting-targets";
  const up = "target: 64, baseline: 40";
  it.each<[string, string, string[], string[]]>([
    ["a maximum below a level", "", [up, "target: { max: 63.9 }"], ["{ max: 63.9 }"]],
    ["a maximum on it", "", [up, "target: { max: 64 }"], []],
    ["a minimum beside it", "", [up, "target: { min: 70 }"], []],
    ["a range below it", "", [up, "target: { min: 50, max: 60 }"], ["{ min: 50, max: 60 }"]],
    ["ranges apart", "", ["target: { max: 50 }", "target: { min: 51 }"], ["{ min: 51 }"]],
    ["ranges that touch", "", ["target: { max: 50 }", "target: { min: 50 }"], []],
    ["windows that overlap", "", [up, "timeframe: 2026-H2, target: { max: 60 }"], ["{ max: 60 }"]],
    ["windows that follow each other", "", [up, "timeframe: 2027, target: { max: 60 }"], []],
    ["up and down", "", [up, "target: 30, baseline: 40"], ["30"]],
    ["up and down, by percent", "", ["target: -10%, baseline: 40", "target: +10%, baseline: 40"], ["+10%"]],
    ["both down", "", ["target: 30, baseline: 40", "target: 35, baseline: 40"], []],
    ["two levels the same way", "", [up, "target: 70, baseline: 40"], []],
    ["the same way down", "better: lower", ["target: 30, baseline: 40", "target: 20, baseline: 40"], []],
    [
      "a minimum above a level where lower is better",
      "better: lower",
      ["target: 30, baseline: 40", "target: { min: 31 }"],
      ["{ min: 31 }"],
    ],
    ["a total and a smaller budget", "aggregation: sum", ["target: 200", "target: { max: 190 }"], ["{ max: 190 }"]],
    [
      "a total and a larger budget, which can both be had",
      "aggregation: sum",
      ["target: 200", "target: { max: 260 }"],
      [],
    ],
    ["totals of different windows", "aggregation: sum", ["target: 200", "timeframe: 2026-Q3, target: { max: 60 }"], []],
    ["a draft", "", [up, "target: { max: 55 }, state: draft"], []],
    ["an empty range, which another rule tells", "", [up, "target: { min: 9, max: 8 }"], []],
    ["the first of several conflicts", "", [up, "target: { min: 66 }", "target: { max: 55 }"], ["{ max: 55 }"]],
  ])("%s", async (_, metric, kpis, expected) => {
    expect(await texts(rule, several(metric, kpis))).toEqual(expected);
  });

  it("names both and shows the other place", async () => {
    const { findings } = await checkFiles(several("", [up, "target: { max: 55 }"]));
    const finding = findings.find(({ ruleId }) => ruleId === rule);
    expect(finding?.message).toBe(
      "This target (at most 55 clinics) cannot be had together with that of k (at least 64 clinics) on the same metric at the same time; change one of them, or let their windows follow each other.",
    );
    expect(finding?.related.map(({ message }) => message)).toEqual(["The target of k"]);
    expect(await messageOf(rule, several("", [up, "target: 30, baseline: 40"]))).toBe(
      "This target leads down to 30 clinics, and k leads the other way, to 64 clinics, on the same metric at the same time; change one of them.",
    );
  });
});

describe("portfolio/duplicate-kpi", () => {
  const rule = "portfolio/duplicate-kpi";
  const first = "target: 64, baseline: 40";
  it.each<[string, string[], string[]]>([
    ["the same", [first, first], ["b"]],
    ["another form of the target", [first, "target: +60%, baseline: 40"], ["b"]],
    [
      "another form of the window",
      [first, "timeframe: { start: 2026-01-01, end: 2026-12-31 }, target: 64, baseline: 40"],
      ["b"],
    ],
    ["another target", [first, "target: 64.1, baseline: 40"], []],
    ["to keep instead of to reach", [first, "target: { min: 64 }"], []],
    ["another window", [first, "timeframe: 2026-H2, target: 64, baseline: 40"], []],
    ["another goal", [first, "goal: other, target: 64, baseline: 40"], []],
    ["three times", [first, first, first], ["b", "c"]],
    ["a draft", [first, `${first}, state: draft`], []],
    [
      "recurring and not",
      ["timeframe: { every: yearly, start: 2026-01-01 }, target: { min: 9 }", "target: { min: 9 }"],
      [],
    ],
    [
      "both recurring",
      [
        "timeframe: { every: yearly, start: 2026-01-01 }, target: { min: 9 }",
        "timeframe: { every: yearly, start: 2025-01-01 }, target: { min: 9 }",
      ],
      ["b"],
    ],
  ])("%s", async (_, kpis, expected) => {
    expect(await texts(rule, several("", kpis))).toEqual(expected);
  });

  it("takes a minimum of a total for what it is: a value to reach", async () => {
    expect(await texts(rule, several("aggregation: sum", ["target: 64", "target: { min: 64 }"]))).toEqual(["b"]);
  });
});

describe("portfolio/overlapping-targets", () => {
  const rule = "portfolio/overlapping-targets";
  /** 40 to 140 from 2025-12-31 to 2026-12-31: 100 in 365 days, so 64.66 on 2026-03-31. */
  const year = "target: 140, baseline: 40";
  it.each<[string, string, string[], string[]]>([
    ["5 % above the plan", "", [year, "timeframe: 2026-Q1, target: 67.8, baseline: 40"], []],
    ["more than 5 % above", "", [year, "timeframe: 2026-Q1, target: 67.9, baseline: 40"], ["67.9"]],
    ["5 % below the plan", "", [year, "timeframe: 2026-Q1, target: 61.5, baseline: 40"], []],
    ["more than 5 % below", "", [year, "timeframe: 2026-Q1, target: 61.4, baseline: 40"], ["61.4"]],
    ["whichever stands first", "", ["timeframe: 2026-Q1, target: 90, baseline: 40", year], ["90"]],
    [
      "on a checkpoint",
      "",
      [`${year}, checkpoints: [{ date: 2026-03-31, value: 90 }]`, "timeframe: 2026-Q1, target: 90, baseline: 40"],
      [],
    ],
    ["the same length", "", [year, "target: 170, baseline: 40"], []],
    [
      "one after the other",
      "",
      ["timeframe: 2026-Q1, target: 90, baseline: 40", "timeframe: 2026-H2, target: 140, baseline: 90"],
      [],
    ],
    [
      "ending after the longer one",
      "",
      [year, "timeframe: { start: 2026-10-01, end: 2027-03-31 }, target: 200, baseline: 120"],
      [],
    ],
    ["totals", "aggregation: sum", ["target: 140", "timeframe: 2026-Q1, target: 90"], []],
    ["a range", "", [year, "timeframe: 2026-Q1, target: { min: 90 }"], []],
    ["the flat plan of a mean", "aggregation: mean", ["target: 100", "timeframe: 2026-Q1, target: 90"], ["90"]],
    ["near the flat plan of a mean", "aggregation: mean", ["target: 100", "timeframe: 2026-Q1, target: 96"], []],
    ["a draft", "", [year, "timeframe: 2026-Q1, target: 90, baseline: 40, state: draft"], []],
  ])("%s", async (_, metric, kpis, expected) => {
    expect(await texts(rule, several(metric, kpis))).toEqual(expected);
  });

  it("says what the plan expects", async () => {
    expect(await messageOf(rule, several("", [year, "timeframe: 2026-Q1, target: 90, baseline: 40"]))).toBe(
      "On 2026-03-31 the plan of k expects 64.66 clinics, and this target is 90 clinics; write a value near 64.66 clinics, or give k the checkpoint { date: 2026-03-31, value: 90 }.",
    );
  });
});

describe("portfolio/cascade-gap", () => {
  const rule = "portfolio/cascade-gap";
  const child = (fields: string) => `contributes_to: k, ${fields}`;
  it.each<[string, string, string[], string[]]>([
    ["1 % open", "aggregation: sum", ["target: 200", child("target: 100"), child("target: 98")], []],
    ["more than 1 % open", "aggregation: sum", ["target: 200", child("target: 100"), child("target: 97.9")], ["k"]],
    ["more than the whole", "aggregation: sum", ["target: 200", child("target: 150"), child("target: 98")], []],
    ["running totals", "aggregation: running", ["target: 200", child("target: 100"), child("target: 80")], ["k"]],
    [
      "a sum of metrics",
      "derived: { sum: [m2] }",
      ["target: 200, baseline: 90", child("target: 100, baseline: 90")],
      ["k"],
    ],
    ["levels, which may not add up", "", ["target: 200, baseline: 90", child("target: 100, baseline: 90")], []],
    [
      "quarters that make the year",
      "aggregation: sum",
      ["target: 200", ...["Q1", "Q2", "Q3", "Q4"].map((quarter) => child(`timeframe: 2026-${quarter}, target: 45`))],
      ["k"],
    ],
    [
      "quarters that leave one out",
      "aggregation: sum",
      ["target: 200", ...["Q1", "Q2", "Q4"].map((quarter) => child(`timeframe: 2026-${quarter}, target: 45`))],
      [],
    ],
    ["a longer child", "aggregation: sum", ["target: 200, timeframe: 2026-H1", child("target: 45")], []],
    ["budgets", "aggregation: sum", ["target: { max: 200 }", child("target: { max: 100 }")], []],
    [
      "a child that promises nothing to add",
      "aggregation: sum",
      ["target: 200", child("target: 100"), child("target: { max: 90 }")],
      [],
    ],
    [
      "a draft among the children",
      "aggregation: sum",
      ["target: 200", child("target: 199"), child("target: 90, state: draft")],
      [],
    ],
    [
      "a retired parent",
      "aggregation: sum",
      ["target: 200, state: retired, retired: { on: 2026-06-30, reason: Done }", child("target: 99")],
      [],
    ],
  ])("%s", async (_, metric, kpis, expected) => {
    expect(await texts(rule, several(metric, kpis))).toEqual(expected);
  });

  it("names the sum and shows the parts", async () => {
    const { findings } = await checkFiles(
      several("aggregation: sum", ["target: 200", child("target: 100"), child("target: 80")]),
    );
    const finding = findings.find(({ ruleId }) => ruleId === rule);
    expect(finding?.message).toBe(
      "The targets that contribute to this KPI (2) add up to 180 clinics, 20 clinics less than its own 200 clinics; raise one of them, add another one, or lower this target.",
    );
    expect(finding?.related.map(({ message }) => message)).toEqual(["b adds 100 clinics", "c adds 80 clinics"]);
  });

  it("does not add up different units", async () => {
    const files = several("aggregation: sum", ["target: 200", "contributes_to: k, metric: other, target: 80"]);
    const text = (files["kpi.yaml"] ?? "").replace(
      "kpis:\n",
      "  other: { title: Other metric, unit: beds, aggregation: sum }\nkpis:\n",
    );
    expect(await texts(rule, { "kpi.yaml": text })).toEqual([]);
    expect(await texts(rule, { "kpi.yaml": text.replace("unit: beds", "unit: clinics") })).toEqual(["k"]);
  });
});
