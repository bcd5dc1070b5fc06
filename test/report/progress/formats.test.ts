import { describe, expect, it } from "vitest";
import { progressReporters } from "../../../src/report/progress/formats.ts";
import { displayWidth } from "../../../src/text/display.ts";
import { context, fixtureOf, HOSTILE, passed } from "./fixture.ts";

const { report: checked } = await fixtureOf();
/** What rules say is not the business of these goldens. */
const report = { ...checked, smart: new Map(checked.kpis.map(({ kpi }) => [kpi.id, passed(kpi.id)])) };

describe("one workspace with every kind of KPI", () => {
  it.each([
    ["json", "progress.golden.json"],
    ["csv", "progress.golden.csv"],
    ["markdown", "progress.golden.md"],
    ["pretty", "pretty-100.golden.txt"],
  ] as const)("as %s", async (format, file) => {
    await expect(progressReporters[format](report, context)).toMatchFileSnapshot(`golden/${file}`);
  });

  it.each([
    ["wide", { width: 140 }, "pretty-140.golden.txt"],
    ["very wide, with titles", { width: 200 }, "pretty-200.golden.txt"],
    ["narrow", { width: 60 }, "pretty-60.golden.txt"],
    ["plain ASCII", { ascii: true }, "pretty-ascii.golden.txt"],
    ["quiet", { quiet: "off-track" }, "pretty-quiet.golden.txt"],
  ] as const)("as pretty, %s", async (_, more, file) => {
    await expect(progressReporters.pretty(report, { ...context, ...more })).toMatchFileSnapshot(`golden/${file}`);
  });

  it("as pretty in colour, escapes written out", async () => {
    const shown = progressReporters.pretty(report, { ...context, width: 140, colour: true });
    await expect(shown.replaceAll("\u001b", "␛")).toMatchFileSnapshot("golden/pretty-colour.golden.txt");
  });

  it.each([60, 72, 80, 100, 120, 140, 200])("no line is wider than %i columns", (width) => {
    const lines = progressReporters.pretty(report, { ...context, width }).split("\n");
    // A word that is longer than the line cannot be broken: the hostile unit is.
    const wide = lines.filter((line) => displayWidth(line) > width && !line.includes("octocat"));
    expect(wide).toEqual([]);
  });

  it("has no line drawing and says every status in words", () => {
    const shown = progressReporters.pretty(report, context);
    expect(shown).not.toMatch(/[\u2500-\u257f]/);
    for (const { progress } of report.kpis) expect(shown).toContain(` ${progress.status}`);
    expect(progressReporters.pretty(report, { ...context, ascii: true })).not.toMatch(/[█▏░→✓★▲▼✖⊘◔○]/);
  });

  it("lets nothing hostile through", () => {
    const text = { ...context, width: 200 };
    expect(progressReporters.pretty(report, text)).not.toMatch(/\u202e|(?:^|\s)::|##\[/);
    expect(progressReporters.pretty(report, text)).not.toContain("\u001b");
    expect(progressReporters.markdown(report, text)).not.toMatch(/<b>|(?<!`)@octocat|\u202e|##\[/);
    expect(progressReporters.csv(report, text)).not.toMatch(/(?:^|,)"?[=@+]/m);
    const kpi = JSON.parse(progressReporters.json(report, text)).kpis.find(
      (one: { id: string }) => one.id === "hostile",
    );
    expect(kpi.title).toBe(HOSTILE);
  });
});

describe("json", () => {
  const json = JSON.parse(progressReporters.json(report, context));
  const byId = new Map<string, Record<string, unknown>>(json.kpis.map((kpi: { id: string }) => [kpi.id, kpi]));

  it("has the public keys in their order", () => {
    expect(Object.keys(json)).toEqual(["schemaVersion", "asOf", "summary", "kpis", "goals", "unread"]);
    expect(Object.keys(json.summary)).toEqual(["kpis", "byStatus", "stale", "drafts", "retired"]);
    const statuses = "on-track at-risk off-track achieved missed not-started no-data awaiting-data invalid".split(" ");
    expect(Object.keys(json.summary.byStatus)).toEqual(statuses);
    expect(Object.keys(json.kpis[0])).toEqual(
      (
        "id title goal metric owner unit type timeframe target stretch baseline current attainment planned pace " +
        "elapsed used compliance status reason final stale incomplete forecast signal guardrails smart record"
      ).split(" "),
    );
    expect(Object.keys(json.goals[0])).toEqual("id title parent progress status kpis byStatus".split(" "));
  });

  it("counts drafts and retired KPIs and lists neither", () => {
    expect(json.summary).toMatchObject({ kpis: report.kpis.length, drafts: 1, retired: 1 });
    expect(byId.has("later") || byId.has("gone")).toBe(false);
  });

  it("gives an object of nulls for a forecast without rows, and null where none applies", () => {
    const nothing = { value: null, low: null, high: null, outlook: "insufficient-data", rows: null };
    expect(byId.get("silent-2026")?.forecast).toEqual(nothing);
    expect(byId.get("answer-q3")?.forecast).toBeNull();
  });

  it("gives the record of a recurring KPI alone", () => {
    expect(byId.get("uptime-monthly")?.record).toEqual({ periods: 3, held: 2, lastMissed: "2026-06", streak: 1 });
    expect(byId.get("nps-2026")?.record).toBeNull();
  });

  it("gives the SMART marks of every KPI", () => {
    const marks = { specific: "pass", measurable: "pass", achievable: "pass", relevant: "warn", timeBound: "pass" };
    for (const kpi of json.kpis) expect(kpi.smart).toEqual(marks);
    expect(checked.smart.get("wrong")).toMatchObject({ measurable: "fail" });
  });
});
