import { describe, expect, it } from "vitest";
import { siteFiles } from "../../../src/report/html/site.ts";
import { inputOf, panelOf, textOf, viewOf } from "./fixture.ts";

const METRICS = `version: 1
goals: { g: { title: A goal, owner: "@a" } }
metrics:
  level: { title: A level, unit: points, values: { 2025-12-31: 10, 2026-01-31: 20, 2026-04-30: 40 } }
  fallen: { title: A fallen level, unit: points, values: { 2025-12-31: 10, 2026-08-03: 9 } }
  mean: { title: A mean, unit: points, aggregation: mean, values: { 2026-08-03: -5 } }
  spent: { title: Spending, unit: EUR, aggregation: sum, better: lower, values: { 2026-06: 30, 2026-07: 31 } }
  share: { title: A share, unit: "%", cadence: daily, values: { 2026-08-03: 80, 2026-08-14: 99 } }
  silent: { title: Nothing yet, unit: points, cadence: monthly }
`;

/** All files of the report of some KPIs, on 15 August 2026. */
async function reportOf(...kpis: readonly string[]) {
  const lines = kpis.map((kpi) => `  ${kpi.replace("{ ", '{ goal: g, owner: "@a", ')}\n`);
  const files = siteFiles(await inputOf({ "kpi.yaml": `${METRICS}kpis:\n${lines.join("")}` }));
  return (path: string): string => files.find((file) => file.path === path)?.text ?? "";
}

describe("a status that was decided without the last value of its window", () => {
  const late = "decided without a value for Jun 30, 2026: the last one is of Apr 30, 2026";

  it.each([
    ["achieved", 30, "met"],
    ["missed", 50, "missed"],
  ])("is marked wherever it is shown: %s", async (status, target, word) => {
    const file = await reportOf(`k: { title: Reach it, metric: level, timeframe: 2026-H1, target: ${target} }`);
    const page = file("index.html");
    expect(textOf(panelOf(page, "kpi/k"))).toContain(
      `${status} incomplete The target of ${target} points was ${word} with 40 points when the window ended on Jun 30, 2026; ${late}.`,
    );
    for (const view of ["goals", "kpis", "owners", "categories"]) {
      expect(textOf(viewOf(page, view))).toMatch(new RegExp(`${status} incomplete (?:guardrail )?Reach it`));
    }
    expect(file("badges/k.svg")).toMatch(new RegExp(`<title>k: ${status} \\(incomplete\\), \\d`));
  });

  it("is said to be so in report.md and report.json", async () => {
    const file = await reportOf("k: { title: Reach it, metric: level, timeframe: 2026-H1, target: 50 }");
    const why = `The target of 50 points was missed with 40 points when the window ended on 30 June 2026; decided without a value for 30 June 2026: the last one is of 30 April 2026`;
    expect(file("report.md")).toContain(`\`k\`: ${why}.`);
    expect(JSON.parse(file("report.json")).needsAttention).toEqual([{ kpi: "k", why }]);
  });

  it("is not, where the last value came, or the window is open", async () => {
    const file = await reportOf(
      "a: { title: Ended, metric: level, timeframe: 2026-04, target: 30 }",
      "b: { title: Open, metric: level, timeframe: 2026, target: 90 }",
    );
    expect(file("index.html").replace(/<script>[\s\S]*?<\/script>/, "")).not.toContain("incomplete");
  });
});

describe("the reason of a status", () => {
  it.each([
    [
      "a budget that is exceeded",
      "k: { title: Spend, metric: spent, timeframe: 2026, target: { max: 60 } }",
      "off track The budget of at most 60 EUR is exceeded with 61 EUR: a budget that is exceeded stays exceeded, whatever the pace.",
    ],
    [
      "a budget that is kept",
      "k: { title: Spend, metric: spent, timeframe: 2026, target: { max: 80 } }",
      "at risk The plan was 46.47 EUR for Jul 31, 2026, so the pace is 0.7617; on track from 0.95.",
    ],
    [
      "a pace that is too early to be off track",
      "k: { title: Rise, metric: fallen, timeframe: { start: 2026-08-01, end: 2026-12-31 }, target: 20 }",
      "which is off-track, but only 1.961 % of the window had passed (less than 10 %).",
    ],
    [
      "no pace, too early to be off track",
      "k: { title: Rise, metric: mean, timeframe: { start: 2026-08-01, end: 2026-12-31 }, target: 20 }",
      "without a baseline there is no pace, which is off-track, but only 1.961 % of the window had passed (less than 10 %).",
    ],
    [
      "a bound that is broken too early to be off track",
      "k: { title: Keep, metric: fallen, timeframe: { start: 2026-08-01, end: 2026-12-31 }, target: { min: 10 } }",
      "9 points now, must be at least 10 points: outside, which is off-track, but only 1.961 % of the window had passed (less than 10 %).",
    ],
    [
      "a bound that is broken by no more than the tolerance",
      "k: { title: Keep, metric: fallen, timeframe: { start: 2026-08-01, end: 2026-12-31 }, target: { min: 10 }, tolerance: 2 }",
      "9 points now, must be at least 10 points: outside, by no more than the tolerance of 2.",
    ],
    [
      "a bound that holds, but not often enough",
      "k: { title: Keep, metric: share, timeframe: 2026, target: { min: 95 }, compliance: 0.9 }",
      "99 % now, must be at least 95 %, but the share of values inside the bounds is 50 % < 90 %.",
    ],
  ] as const)("names %s", async (_, kpi, reason) => {
    const file = await reportOf(kpi);
    expect(textOf(panelOf(file("index.html"), "kpi/k"))).toContain(reason);
  });
});

describe("a budget's badge", () => {
  it("says how much is used", async () => {
    const file = await reportOf("k: { title: Spend, metric: spent, timeframe: 2026, target: { max: 60 } }");
    expect(file("badges/k.svg")).toContain("<title>k: off track, 101.7 % used</title>");
  });
});

describe("a draft", () => {
  it.each([
    ["with everything", "d: { title: Plan, state: draft, metric: level, timeframe: 2026, target: 90 }", ""],
    [
      "with parts",
      "d: { title: Plan, state: draft, metric: level }",
      "Still missing before it can be scored timeframe and target",
    ],
  ])("%s is listed, not scored", async (_, kpi, missing) => {
    const file = await reportOf(kpi);
    const page = file("index.html");
    const panel = textOf(panelOf(page, "kpi/d"));
    expect(panel).toContain("Plan draft A draft: listed, not scored.");
    expect(panel).toContain(missing);
    expect(panel).not.toMatch(/Calculation|pace|outlook|of the way|time passed|SMART card|off.track|at.risk|invalid/);
    const row = viewOf(page, "kpis").split('<ul class="rows">')[1]?.split("</ul>")[0] ?? "";
    expect(textOf(row)).toMatch(/^draft Plan @a · A goal/);
    expect(row).not.toMatch(/class="bar"|pace|\d %/);
    expect(file("badges/d.svg")).toContain("<title>d: draft</title>");
  });

  it("does not count as a SMART card, and neither does a KPI that is retired", async () => {
    const file = await reportOf(
      "d: { title: Plan, state: draft, metric: level, timeframe: 2026, target: 90 }",
      "r: { title: Over, state: retired, metric: level, timeframe: 2026, target: 90, retired: { on: 2026-03-01, reason: Done } }",
    );
    expect(textOf(viewOf(file("index.html"), "quality"))).toContain("0 of 0 pass all five letters.");
  });
});

describe("stale data", () => {
  it("is not claimed to be recent where there is none yet", async () => {
    const file = await reportOf("k: { title: Begin, metric: silent, timeframe: 2026-08, target: 5 }");
    expect(textOf(viewOf(file("index.html"), "overview"))).toContain(
      "Stale data No open KPI has gone without a value for longer than one and a half times its cadence.",
    );
  });
});

describe("early warnings", () => {
  it("are listed before everything else that needs attention", async () => {
    const file = await reportOf(
      "first: { title: Leading, metric: fallen, timeframe: 2026, target: 90, leads: second }",
      "second: { title: Led, metric: share, timeframe: 2026, target: { min: 60 } }",
    );
    const overview = textOf(viewOf(file("index.html"), "overview"));
    expect(overview).toMatch(
      /Early warnings 1 Leading is off track and leads Led, which still looks on track Needs attention 1/,
    );
    expect(file("report.md")).toMatch(
      /on 15 August 2026\.\n\n\*\*Early warnings\*\*\n\n- `first` is off-track .*\n\n\*\*Needs attention\*\*\n\n- .*\n\n### A goal/,
    );
  });
});
