import { describe, expect, it } from "vitest";
import type { Selection } from "../../../src/report/progress/select.ts";
import { fixtureOf, TEXT } from "./fixture.ts";

async function shown(selection: Partial<Selection>) {
  const { report } = await fixtureOf(TEXT, selection);
  return {
    kpis: report.kpis.map(({ kpi }) => kpi.id),
    goals: report.goals.map(({ goal }) => goal.id),
    report,
  };
}

describe("what is shown", () => {
  it("is everything without filters, goals in tree order", async () => {
    const { report } = await shown({});
    const tree = report.sections.map(({ goal, depth }) => `${"  ".repeat(depth)}${goal?.goal.id ?? "-"}`);
    expect(tree).toEqual(["company", "  customers", "    product", "idea", "hostile", "round-a", "  round-b", "-"]);
    expect(report.sections.find(({ goal }) => goal === null)?.kpis.map(({ kpi }) => kpi.id)).toEqual(["homeless"]);
    expect(report.nothing).toBeNull();
  });

  it.each<[string, Partial<Selection>, readonly string[]]>([
    ["a KPI by its id", { ids: ["nps-2026"] }, ["nps-2026"]],
    ["several ids, in the order of the workspace", { ids: ["wrong", "nps-2026"] }, ["nps-2026", "wrong"]],
    [
      "a goal by its id, with the goals below",
      { ids: ["product"] },
      ["uptime-monthly", "load-q3", "export-live", "silent-2026"],
    ],
    ["a goal and the goals below", { goals: ["customers"], owners: ["team:product"] }, ["uptime-monthly", "load-q3"]],
    ["an owner", { owners: ["@ana"] }, ["visits-2026", "signups-july"]],
    ["one of two owners", { owners: ["@ana", "@cfo"] }, ["cost-2026", "visits-2026", "signups-july"]],
    ["a tag", { tags: ["money"] }, ["revenue-2026"]],
    ["a tag that several have", { tags: ["board"] }, ["nps-2026", "revenue-2026"]],
    ["a status", { statuses: ["invalid", "no-data"] }, ["silent-2026", "wrong"]],
    ["all filters at once", { goals: ["company"], tags: ["board"], statuses: ["at-risk"] }, ["nps-2026"]],
    ["a circle of goals", { goals: ["round-a"] }, []],
  ])("is chosen by %s", async (_, selection, kpis) => {
    expect((await shown(selection)).kpis).toEqual(kpis);
  });

  it("keeps the figures of a goal whatever KPIs are shown", async () => {
    const all = (await shown({})).report.goals.find(({ goal }) => goal.id === "customers");
    const some = (await shown({ ids: ["nps-2026"] })).report.goals.find(({ goal }) => goal.id === "customers");
    expect(some).toEqual(all);
  });

  it("shows the goals of shown KPIs, and named goals", async () => {
    expect((await shown({ ids: ["nps-2026"] })).goals).toEqual(["customers"]);
    expect((await shown({ ids: ["idea"] })).goals).toEqual(["idea"]);
    expect((await shown({ goals: ["customers"], statuses: ["invalid"] })).goals).toEqual(["customers"]);
  });

  it("counts drafts and retired KPIs that were asked for", async () => {
    expect((await shown({ ids: ["idea"] })).report.summary).toMatchObject({ kpis: 0, drafts: 1, retired: 0 });
    expect((await shown({ owners: ["@cx"] })).report.summary).toMatchObject({ drafts: 0, retired: 1 });
    expect((await shown({ statuses: ["at-risk"] })).report.summary).toMatchObject({ drafts: 0, retired: 0 });
  });

  it("lists early warnings of shown KPIs, on either side", async () => {
    for (const id of ["answer-q3", "nps-2026-h2"])
      expect((await shown({ ids: [id] })).report.earlyWarnings).toHaveLength(1);
    expect((await shown({ ids: ["cost-2026"] })).report.earlyWarnings).toEqual([]);
  });

  it.each<[Partial<Selection>, string]>([
    [{ owners: ["@nobody"] }, "No active KPI has the owner @nobody."],
    [
      { tags: ["a", "b"], statuses: ["missed"], goals: ["product"] },
      "No active KPI has the goal product, the tag a or b and the status missed.",
    ],
    [{ ids: ["later"] }, "later is a draft, so it has no progress; kpi explain later shows what is known."],
    [{ ids: ["gone"] }, "gone is retired, so it has no progress; kpi explain gone shows what is known."],
  ])("is a sentence where nothing matches %o", async (selection, sentence) => {
    expect((await shown(selection)).report.nothing).toBe(sentence);
  });

  it.each([
    ["version: 1\n", "No KPI is defined yet"],
    ["version: 1\nkpis:\n  a: { title: Not yet, state: draft }\n", "No KPI is active"],
  ])("is a sentence where there is nothing at all", async (text, start) => {
    expect((await fixtureOf(text)).report.nothing).toMatch(start);
  });
});
