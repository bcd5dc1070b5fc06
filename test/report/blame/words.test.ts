import { describe, expect, it } from "vitest";
import type { KpiFacts, LifeChange, LifeEntry } from "../../../src/changes/blame/life.ts";
import { targetLine } from "../../../src/report/blame/target-line.ts";
import { changeWords, kindOf, promiseWords } from "../../../src/report/blame/words.ts";

const FACTS: KpiFacts = {
  id: "nps-2026",
  title: "Score",
  state: "active",
  target: "75",
  targetInWords: "75 points",
  resolvedTarget: 75,
  unit: "points",
  timeframe: "2026",
  start: "2026-01-01",
  end: "2026-12-31",
  baseline: 62,
  metric: "nps",
  goal: "happy",
};

function words(ruleId: string, change: Partial<LifeChange>, facts: KpiFacts | null = FACTS): string {
  const entry: LifeEntry = { kpi: "nps-2026", commit: null, file: null, changes: [], facts, isEdge: false };
  return changeWords(whole(ruleId, change), entry);
}

function whole(ruleId: string, change: Partial<LifeChange>): LifeChange {
  return {
    ruleId: `diff/${ruleId}`,
    field: "target",
    before: null,
    after: null,
    resolvedBefore: null,
    resolvedAfter: null,
    unit: null,
    asksReason: false,
    reason: null,
    reasonCommit: null,
    direction: null,
    otherId: null,
    ...change,
  };
}

describe("a change in words", () => {
  const target = { before: "75", after: "72", unit: "points" };
  it.each<[string, Partial<LifeChange>, string]>([
    ["target-eased", target, "target 75 → 72 points"],
    [
      "target-eased",
      { before: "+25%", after: "+20%", resolvedBefore: 75, resolvedAfter: 72, unit: "points" },
      "target +25% → +20% (75 → 72 points)",
    ],
    [
      "target-eased",
      { before: "+25%", after: "72", resolvedAfter: 72, unit: "%" },
      "target +25% → 72 (unknown → 72 %)",
    ],
    ["target-eased", { before: "75", after: null, unit: "points" }, "target 75 → none"],
    ["target-eased", { before: "done", after: "0", unit: "boolean" }, "target done → 0"],
    [
      "target-eased",
      { field: "ambition", before: "committed", after: "aspirational" },
      "ambition committed → aspirational",
    ],
    ["target-raised", { field: "tolerance", before: "2", after: "1", unit: "points" }, "tolerance 2 → 1 points"],
    [
      "deadline-extended",
      { field: "timeframe", before: "2026-12-31", after: "2027-03-31" },
      "deadline 2026-12-31 → 2027-03-31",
    ],
    ["deadline-extended", { field: "timeframe", before: "monthly", after: "yearly" }, "period monthly → yearly"],
    ["deadline-extended", { field: "timeframe", before: "yearly", after: "once" }, "period yearly → once"],
    ["start-moved", { field: "timeframe", before: "2026-01-01", after: "2026-02-01" }, "start 2026-01-01 → 2026-02-01"],
    ["baseline-moved", { field: "baseline", before: null, after: "60", unit: "points" }, "baseline none → 60 points"],
    ["kpi-switched-metric", { field: "metric", before: "nps", after: "csat" }, "metric nps → csat"],
    ["objective-relinked", { field: "goal", before: "a", after: "b" }, "goal a → b"],
    ["unit-changed", { field: "unit", before: "points", after: "%" }, "unit points → %"],
    ["direction-flipped", { field: "better", before: "higher", after: "lower" }, "better is higher → lower"],
    [
      "metric-redefined",
      { field: "aggregation", before: "last", after: "mean" },
      "aggregation of the metric last → mean",
    ],
    ["guardrail-removed", { field: "guardrails", before: "churn at most 3" }, "guardrail churn at most 3 → none"],
    ["plan-backloaded", { field: "checkpoints", before: "72", after: "66" }, "plan 72 → 66"],
    ["metric-removed", { field: "id", before: "nps" }, "metric nps is not defined any more"],
    ["metric-added", { field: "id", after: "nps" }, "metric nps is defined again"],
    ["kpi-added", { field: "id", after: "nps-2026" }, "75 points in 2026, from 62"],
    [
      "kpi-added",
      { field: "state", before: "draft", after: "active" },
      "no longer a draft: 75 points in 2026, from 62",
    ],
    [
      "kpi-added",
      { field: "state", before: "retired", after: "active" },
      "no longer retired: 75 points in 2026, from 62",
    ],
    ["kpi-renamed", { field: "id", before: "old", after: "nps-2026", otherId: "old" }, "renamed from old"],
    ["kpi-renamed", { field: "id", before: "nps-2026", after: "new", otherId: "new" }, "renamed to new"],
    ["kpi-relaunched", { ...target, otherId: "old" }, "relaunched from old: 75 → 72 points"],
  ])("%s", (ruleId, change, expected) => {
    expect(words(ruleId, change)).toBe(expected);
  });

  it.each<[string, Partial<LifeChange>, string]>([
    ["kpi-relaunched", { ...target, otherId: "new" }, "relaunched as new: 75 → 72 points"],
    ["kpi-removed-early", { before: "active", after: "deleted" }, "deleted before its end"],
    ["kpi-closed", { before: "active", after: null }, "deleted after its end"],
    ["kpi-closed", { before: "retired", after: null }, "the retired KPI is deleted"],
    ["draft-removed", { before: "draft", after: null }, "the draft is deleted"],
  ])("%s of one that is gone", (ruleId, change, expected) => {
    expect(words(ruleId, change, null)).toBe(expected);
  });

  it.each<[string, Partial<LifeChange>, KpiFacts["state"], string]>([
    ["kpi-added", { field: "id" }, "draft", "as a draft"],
    ["kpi-added", { field: "id" }, "retired", "as a retired KPI"],
    ["kpi-removed-early", { after: "retired" }, "retired", "retired before its end"],
    ["kpi-removed-early", { after: "draft" }, "draft", "set back to a draft before its end"],
    ["kpi-closed", { before: "active", after: "retired" }, "retired", "retired after its end"],
    ["draft-removed", { before: "draft", after: "retired" }, "retired", "the draft is retired"],
  ])("%s of one that is %s", (ruleId, change, state, expected) => {
    expect(words(ruleId, change, { ...FACTS, state })).toBe(expected);
  });

  it("tells windows by their days where they have no label", () => {
    const facts = { ...FACTS, timeframe: "2026-01-01 to 2027-03-31", baseline: null };
    expect(promiseWords(facts)).toBe("75 points, 2026-01-01 to 2027-03-31");
  });

  it("is of one kind", () => {
    const kinds = [
      whole("target-eased", { direction: "eased" }),
      whole("kpi-relaunched", { direction: "eased" }),
      whole("target-raised", { direction: "tightened" }),
      whole("kpi-added", {}),
      whole("kpi-closed", {}),
      whole("objective-relinked", {}),
    ].map(kindOf);
    expect(kinds).toEqual(["easier", "easier", "harder", "started", "ended", "changed"]);
  });
});

describe("the line of the target", () => {
  const levels = [
    { date: "2026-01-01", target: 78 },
    { date: "2026-04-11", target: 74 },
    { date: "2026-07-20", target: null },
    { date: "2026-10-28", target: 70 },
  ];

  it("gives equal time equal room, from the lowest to the highest", () => {
    expect(targetLine(levels, "2027-02-05", 9, false)).toBe("██▅▅  ▁▁▁");
    expect(targetLine(levels, "2027-02-05", 9, true)).toBe("##--  ___");
  });

  it("reaches to the newest commit, though it is dated later than today", () => {
    expect(targetLine(levels, "2026-01-02", 4, false)).toBe("█▅ ▁");
  });

  it.each([
    ["one target", levels.slice(0, 1)],
    ["equal targets", levels.slice(0, 1).concat({ date: "2026-03-01", target: 78 })],
    ["no targets", []],
    [
      "no days",
      [
        { date: "", target: 1 },
        { date: "?", target: 2 },
      ],
    ],
    [
      "one day",
      [
        { date: "2026-01-01", target: 1 },
        { date: "2026-01-01", target: 2 },
      ],
    ],
  ])("is none for %s", (_, some) => {
    expect(targetLine(some, "2026-01-01", 10, false)).toBeNull();
  });
});
