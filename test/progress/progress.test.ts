import { describe, expect, it } from "vitest";
import type { DefinitionFile } from "../../src/definition/file.ts";
import { earlyWarnings } from "../../src/progress/early-warning.ts";
import { progressOf, progressOfKpi } from "../../src/progress/progress.ts";
import type { Status } from "../../src/progress/status.ts";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { day } from "./support.ts";

const owner = "@ana";
const goal = (parent?: string) => ({ title: "Goal", owner, ...(parent === undefined ? {} : { parent }) });

/** Values half-way through 2026, for targets of 100 from 0. */
const metrics: NonNullable<DefinitionFile["metrics"]> = {
  good: { title: "On track", values: { "2026-07-01": 60 } },
  bad: { title: "Off track", values: { "2026-07-01": 10 } },
  done: { title: "Done", values: { "2026-07-01": 250 } },
  refunds: { title: "Refund rate", aggregation: "mean", values: { "2026-06-30": 2, "2026-07-01": 3 } },
  spend: { title: "Spend", aggregation: "sum", values: { "2026-06-30": 20, "2026-07-01": 30 } },
  silent: { title: "No values" },
};

const kpi = (metric: string, goalId: string, more: object = {}) => ({
  title: "KPI",
  goal: goalId,
  metric,
  owner,
  timeframe: "2026",
  baseline: 0,
  target: 100,
  ...more,
});

async function progress(file: Pick<DefinitionFile, "goals" | "kpis">, asOf = "2026-07-01") {
  const text = JSON.stringify({ version: 1, metrics, goals: file.goals ?? { g: goal() }, kpis: file.kpis });
  const workspace = await loadWorkspace({ files: [{ path: "kpi.yaml", text }], settings: DEFAULT_SETTINGS });
  return { workspace, ...progressOf(workspace, day(asOf)) };
}

function goalIn(made: Awaited<ReturnType<typeof progress>>, id: string) {
  const found = made.goals.find((entry) => entry.goal.id === id);
  return found === undefined ? null : { progress: found.progress, status: found.status, kpis: found.kpis };
}

describe("a goal", () => {
  it("takes the weighted mean, clamped, and the worst status", async () => {
    const made = await progress({
      kpis: { a: kpi("good", "g"), b: kpi("bad", "g", { weight: 3 }), c: kpi("done", "g") },
    });
    expect(goalIn(made, "g")).toEqual({ progress: (0.6 + 3 * 0.1 + 1) / 5, status: "off-track", kpis: 3 });
    expect(made.goals[0]?.byStatus).toMatchObject({ "on-track": 1, "off-track": 1, achieved: 1, missed: 0 });
  });

  it("holds the KPIs of the goals below it", async () => {
    const goals = { top: goal(), middle: goal("top"), low: goal("middle"), other: goal() };
    const made = await progress({ goals, kpis: { a: kpi("good", "top"), b: kpi("bad", "low") } });
    expect(goalIn(made, "top")).toEqual({ progress: 0.35, status: "off-track", kpis: 2 });
    expect(goalIn(made, "middle")).toEqual({ progress: 0.1, status: "off-track", kpis: 1 });
    expect(goalIn(made, "low")).toEqual({ progress: 0.1, status: "off-track", kpis: 1 });
    expect(goalIn(made, "other")).toEqual({ progress: null, status: null, kpis: 0 });
  });

  it("is not caught in a circle of parents", async () => {
    const goals = { a: goal("b"), b: goal("a"), self: goal("self"), below: goal("a") };
    const kpis = { x: kpi("good", "a"), y: kpi("bad", "below"), z: kpi("done", "self") };
    const made = await progress({ goals, kpis });
    expect(goalIn(made, "a")).toEqual({ progress: 0.35, status: "off-track", kpis: 2 });
    expect(goalIn(made, "b")).toEqual({ progress: null, status: null, kpis: 0 });
    expect(goalIn(made, "self")).toEqual({ progress: 1, status: "achieved", kpis: 1 });
  });

  it("has a status but no progress where no KPI has an attainment", async () => {
    const made = await progress({ kpis: { a: kpi("spend", "g", { target: { max: 200 } }), b: kpi("silent", "g") } });
    expect(goalIn(made, "g")).toEqual({ progress: null, status: "no-data", kpis: 2 });
  });

  it("never counts as whole before all of it is", async () => {
    const kpis = { a: kpi("done", "g", { weight: 1e18 }), b: kpi("bad", "g", { weight: 1 }) };
    expect(goalIn(await progress({ kpis }), "g")?.progress).toBeLessThan(1);
  });

  it("leaves out drafts and retired KPIs", async () => {
    const retired = { state: "retired", retired: { on: "2026-06-30", reason: "Replaced" } };
    const kpis = { a: kpi("good", "g"), b: kpi("bad", "g", { state: "draft" }), c: kpi("bad", "g", retired) };
    const made = await progress({ kpis });
    expect(goalIn(made, "g")).toEqual({ progress: 0.6, status: "on-track", kpis: 1 });
    expect(made.summary).toMatchObject({ kpis: 1, drafts: 1, retired: 1, stale: 0 });
    const last = made.workspace.kpis.get("c");
    expect(last === undefined ? null : progressOfKpi(made.workspace, last, day("2026-07-01")).status).toBe("off-track");
  });
});

describe("guardrails", () => {
  it.each([
    ["inside", { metric: "refunds", max: 2.5 }, 2.5, true, "on-track"],
    ["broken above", { metric: "refunds", max: 2.4 }, 2.5, false, "off-track"],
    ["broken below", { metric: "refunds", min: 2.6 }, 2.5, false, "off-track"],
    ["a total that may still grow", { metric: "spend", min: 60 }, 50, null, "on-track"],
    ["a total over its bound", { metric: "spend", min: 30, max: 40 }, 50, false, "off-track"],
    ["without values", { metric: "silent", max: 1 }, null, null, "no-data"],
  ])("%s", async (_, guardrail, value, ok, status) => {
    const made = await progress({ kpis: { a: kpi("good", "g", { guardrails: [guardrail] }) } });
    const [scored] = made.kpis;
    expect(scored?.progress.guardrails[0]).toMatchObject({ metric: guardrail.metric, value, ok });
    expect(scored?.progress.status).toBe("on-track");
    expect(goalIn(made, "g")).toEqual({ progress: 0.6, status, kpis: 1 });
    expect(made.goals[0]?.brokenGuardrails).toBe(ok === false ? 1 : 0);
  });

  it("on a total are judged at the end of the window", async () => {
    const kpis = { a: kpi("good", "g", { guardrails: [{ metric: "spend", min: 60 }] }) };
    const made = await progress({ kpis }, "2027-01-15");
    expect(made.kpis[0]?.progress.guardrails[0]?.ok).toBe(false);
  });

  it("do not count before the window begins", async () => {
    const kpis = { a: kpi("good", "g", { timeframe: "2027", guardrails: [{ metric: "silent", max: 1 }] }) };
    expect(goalIn(await progress({ kpis }), "g")?.status).toBe("not-started");
  });
});

describe("an incomplete definition", () => {
  it.each([
    ["an unknown metric", { metric: "nowhere" }, "metric-missing"],
    ["no timeframe", { timeframe: undefined }, "timeframe-missing"],
    ["an unreadable one", { timeframe: "soon" }, "timeframe-missing"],
    ["no target", { target: undefined }, "target-missing"],
  ])("with %s is invalid", async (_, part, reason) => {
    const made = await progress({ kpis: { a: kpi("good", "g", part) } });
    expect(made.kpis[0]?.progress).toMatchObject({ status: "invalid", reason, attainment: null, pace: null });
    expect(goalIn(made, "g")).toEqual({ progress: null, status: "invalid", kpis: 1 });
  });

  it("without a known goal still has a status", async () => {
    const made = await progress({ kpis: { a: kpi("good", "nowhere") } });
    expect(made.kpis[0]?.progress.status).toBe("on-track");
    expect(goalIn(made, "g")).toEqual({ progress: null, status: null, kpis: 0 });
  });
});

describe("a stretch target", () => {
  it("is resolved on the same baseline and never scored", async () => {
    const made = await progress({
      kpis: {
        a: kpi("good", "g", { stretch: 120 }),
        b: kpi("good", "g", { baseline: 50, stretch: "+200%" }),
        c: kpi("good", "g", { baseline: 50, stretch: "-20%" }),
      },
    });
    expect(made.kpis.map((scored) => scored.progress.stretch?.value ?? null)).toEqual([120, 150, null]);
    expect(made.kpis[0]?.progress.target?.value).toBe(100);
  });
});

describe("early warnings", () => {
  it("name leading KPIs in trouble and what they predict", async () => {
    const made = await progress({
      kpis: { x: kpi("good", "g"), a: kpi("bad", "g", { leads: "x" }), b: kpi("good", "g", { leads: "x" }) },
    });
    expect(made.earlyWarnings).toEqual([{ kpi: "a", status: "off-track", leads: "x", leadsStatus: "on-track" }]);
  });

  it.each([
    ["at-risk", "on-track", false, true],
    ["off-track", "achieved", false, true],
    ["missed", "on-track", false, true],
    ["missed", "achieved", true, false],
    ["on-track", "on-track", false, false],
    ["no-data", "on-track", false, false],
    ["off-track", "at-risk", false, false],
    ["off-track", "not-started", false, false],
  ] satisfies readonly (readonly [Status, Status, boolean, boolean])[])(
    "%s before %s (final: %s): %s",
    (status, leadsStatus, final, warned) => {
      const kpis = [
        { id: "a", leads: "x", status, final: false },
        { id: "x", leads: null, status: leadsStatus, final },
        { id: "b", leads: "nowhere", status, final: false },
      ];
      expect(earlyWarnings(kpis).map((warning) => warning.kpi)).toEqual(warned ? ["a"] : []);
    },
  );
});
