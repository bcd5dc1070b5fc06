import { describe, expect, it } from "vitest";
import { day, definitionOf, importCsv, remarksOf } from "./support.ts";

const HEAD = "Indicator,Goal,Owner,Unit,Target,Timeframe";
const row = (...cells: readonly string[]): string => `${HEAD}\n${cells.join(",")}\n`;

describe("a row becomes a goal, a metric and a KPI", () => {
  it("with everything that it says", () => {
    const imported = importCsv(
      `ID,Indicator,Description,Objective,Owner,Unit,Direction,Category,Frequency,Source,Link,Baseline,Baseline date,Target,Start date,Due date,Why,Type,Tags
SAT-1,Customer satisfaction,Share of good answers,Happy customers,team:cx,percent,up,Customer,monthly,survey,https://example.com/1,80,2025-12-31,95,2026-01-01,2026-12-31,They renew,lagging,"board, cx"
`,
    );
    expect(definitionOf(imported, "goal", "happy-customers")).toEqual({ title: "Happy customers", owner: "team:cx" });
    expect(definitionOf(imported, "metric", "sat-1")).toEqual({
      title: "Customer satisfaction",
      definition: "Share of good answers",
      category: "customer",
      unit: "%",
      cadence: "monthly",
      source: { system: "survey", how: "manual", link: "https://example.com/1" },
    });
    expect(definitionOf(imported, "kpi", "sat-1")).toEqual({
      title: "Customer satisfaction",
      goal: "happy-customers",
      metric: "sat-1",
      owner: "team:cx",
      timeframe: 2026,
      baseline: { value: 80, date: "2025-12-31" },
      target: 95,
      why: "They renew",
      type: "lagging",
      tags: ["board", "cx"],
    });
    expect(remarksOf(imported)).toEqual([]);
  });

  it.each<readonly [string, string, object]>([
    ["a level", "95", { target: 95 }],
    ["a bound", "at least 95", { target: { min: 95 } }],
    ["a range", "between 10 and 20", { target: { min: 10, max: 20 } }],
    [
      "a deadline of its own",
      "95 by 2026-06-30",
      { target: 95, timeframe: { start: "2026-01-01", end: "2026-06-30" } },
    ],
    ["a quarter", "95 in 2026-Q3", { target: 95, timeframe: "2026-Q3" }],
    [
      "every month",
      "at most 3 per month",
      { target: { max: 3 }, timeframe: { every: "monthly", start: "2026-01-01" } },
    ],
    ["a way", "increase from 40 to 50 by 2026", { target: 50, baseline: 40, timeframe: 2026 }],
  ])("with %s as its target", (_, target, expected) => {
    const imported = importCsv(
      row(
        "Visits",
        "Grow",
        "@ana",
        "visits",
        target,
        target.includes("by") || / (?:in|per) /.test(target) ? "" : "2026",
      ),
    );
    const {
      title: _title,
      goal: _goal,
      metric: _metric,
      owner: _owner,
      ...rest
    } = definitionOf(imported, "kpi", "visits");
    expect(rest).toEqual({ timeframe: 2026, ...expected });
  });

  it("with bounds in columns of their own, which say nothing of what is better", () => {
    const bounds = (min: string, max: string, target = "") =>
      definitionOf(
        importCsv(
          `KPI,Owner,Goal,Better,Target min,Target max,Target,Timeframe\nVisits,@ana,Grow,higher,${min},${max},${target},2026\n`,
        ),
        "kpi",
        "visits",
      );
    expect(bounds("5", "9").target).toEqual({ min: 5, max: 9 });
    expect(bounds("", "9", "9").target).toEqual({ max: 9 });
    expect(bounds("", "9", "8")).toMatchObject({ state: "draft", "x-imported": { target: "8; 9" } });
    expect(bounds("many", "")).toMatchObject({ state: "draft", "x-imported": { target: "many" } });
  });

  it.each<readonly [string, object]>([
    ["lagging output", { type: ["lagging", "output"] }],
    ["leading and input", { type: ["leading", "input"] }],
    ["lead indicator, outputs", { type: ["leading", "output"] }],
    ["both", { "x-imported": { type: "both" } }],
  ])("with %s as its type", (type, expected) => {
    const text = `KPI,Owner,Goal,Type,Target,Timeframe\nVisits,@ana,Grow,"${type}",5,2026\n`;
    expect(definitionOf(importCsv(text), "kpi", "visits")).toMatchObject(expected);
  });

  it.each<readonly [string, string, string, unknown]>([
    ["every month from 2026-01-01", "", "", { every: "monthly", start: "2026-01-01" }],
    ["every week from 2026-01-05 to 2026-06-28", "", "", { every: "weekly", start: "2026-01-05", end: "2026-06-28" }],
    ["every quarter from 2026-01-01", "2026-01-01", "", { every: "quarterly", start: "2026-01-01" }],
    ["2026-Q3", "2026-07-01", "2026-09-30", "2026-Q3"],
    ["2026-Q3", "2026-07-15", "", undefined],
    ["2026-Q3", "", "2026-12-31", undefined],
    ["every month from soon", "", "", undefined],
  ])("in the timeframe %s, from %s to %s", (timeframe, start, due, expected) => {
    const text = `KPI,Owner,Goal,Target,Timeframe,Start,Due\nVisits,@ana,Grow,at least 5,${timeframe},${start},${due}\n`;
    const kpi = definitionOf(importCsv(text), "kpi", "visits");
    expect(kpi.timeframe).toEqual(expected);
    if (expected === undefined) expect(JSON.stringify(kpi["x-imported"])).toContain(start || due || timeframe);
  });

  it("keeps a baseline whatever becomes of the target, and disarmed text as it was meant", () => {
    const text = "KPI,Owner,Goal,Target,Baseline,Why\nVisits,'@ana,Grow,TBD,4,'=because\n";
    expect(definitionOf(importCsv(text), "kpi", "visits")).toMatchObject({
      owner: "@ana",
      baseline: 4,
      why: "=because",
      state: "draft",
    });
  });

  it("tells what a plain metric has no place for", () => {
    const imported = importCsv("KPI,Baseline,Why,Tags\nVisits,4,They pay,board\n");
    expect(imported.entities.map(({ kind }) => kind)).toEqual(["metric"]);
    expect(remarksOf(imported, "left-out").map((line) => line.split(" | ").slice(1, 3).join(": "))).toEqual([
      "baseline: 4",
      "why: They pay",
      "tags: board",
    ]);
  });

  it("says on the metric that lower is better", () => {
    expect(
      definitionOf(importCsv(row("Delay", "Grow", "@ana", "days", "below 5 days", "2026")), "metric", "delay"),
    ).toMatchObject({ better: "lower" });
    expect(definitionOf(importCsv(row("Delay", "Grow", "@ana", "days", "0", "2026")), "metric", "delay")).toMatchObject(
      { better: "lower" },
    );
  });

  it("a row without target, time, goal and owner is a plain metric", () => {
    const { entities, remarks } = importCsv(row("Visits", "", "", "visits", "", ""));
    expect(entities.map(({ kind }) => kind)).toEqual(["metric"]);
    expect(remarks).toEqual([]);
  });
});

describe("what is not understood becomes a draft that keeps the text", () => {
  it.each<readonly [string, readonly [string, string, string, string, string, string], object, string]>([
    [
      "target",
      ["Visits", "Grow", "@ana", "visits", "to be determined", "2026"],
      { target: "to be determined" },
      "line 2 | target | to be determined | it is not decided yet",
    ],
    [
      "several numbers",
      ["Visits", "Grow", "@ana", "visits", "97 or 68", "2026"],
      { target: "97 or 68" },
      "several numbers",
    ],
    [
      "timeframe",
      ["Visits", "Grow", "@ana", "visits", "75", "ongoing"],
      { timeframe: "ongoing" },
      "line 2 | timeframe | ongoing | it is no period",
    ],
    [
      "owner",
      ["Visits", "Grow", "Jane Doe", "visits", "75", "2026"],
      { owner: "Jane Doe", goal: "Grow" },
      "see --owners",
    ],
    [
      "another unit",
      ["Visits", "Grow", "@ana", "visits", "75%", "2026"],
      { target: "75%" },
      'its unit is "%", and the file says "visits"',
    ],
    [
      "two deadlines",
      ["Visits", "Grow", "@ana", "visits", "75 by 2030", "2026"],
      { target: "75 by 2030" },
      "its deadlines differ: 2026-12-31 and 2030-12-31",
    ],
    [
      "a change from nowhere",
      ["Visits", "Grow", "@ana", "visits", "reduce by 20 %", "2026"],
      { target: "reduce by 20 %" },
      "nothing says from which baseline",
    ],
    [
      "a change of a change",
      ["Reduction in visits", "Grow", "@ana", "", "5% reduction", "2026"],
      { target: "5% reduction" },
      "the title names a change as well",
    ],
    ["a formula", ["Visits", "Grow", "@ana", "visits", "=1+1", "2026"], { target: "=1+1" }, "it is a formula"],
  ])("%s", (_, cells, imported, remark) => {
    const made = importCsv(row(...cells));
    const kpi = made.entities.find(({ kind }) => kind === "kpi")?.definition;
    expect(kpi).toMatchObject({ state: "draft", "x-imported": imported });
    expect(remarksOf(made).join("\n")).toContain(remark);
  });

  it("a target on the worse side of its baseline, unless the file says that lower is better", () => {
    const header = "Indicator,Goal,Owner,Baseline,Target,Timeframe,Better";
    const open = importCsv(`${header}\nMould,Homes,@ana,47,45,2026,\n`);
    expect(definitionOf(open, "kpi", "mould")).toMatchObject({
      state: "draft",
      baseline: 47,
      "x-imported": { target: "45" },
    });
    expect(remarksOf(open)).toEqual([
      "line 2 | target | 45 | it lies below the baseline 47: lower may be better, or it may be a level to keep",
    ]);
    expect(definitionOf(importCsv(`${header}\nMould,Homes,@ana,47,45,2026,lower\n`), "kpi", "mould")).toMatchObject({
      target: 45,
      baseline: 47,
    });
    expect(definitionOf(importCsv(`${header}\nMould,Homes,@ana,45,47,2026,lower\n`), "kpi", "mould")).toMatchObject({
      state: "draft",
    });
  });

  it("two baselines, and a baseline that is none", () => {
    const header = "Indicator,Goal,Owner,Baseline,Target,Timeframe";
    expect(remarksOf(importCsv(`${header}\nA thing,Grow,@ana,45,from 40 to 50,2026\n`)).join()).toMatch(
      /range or a way/,
    );
    expect(remarksOf(importCsv(`${header}\nA thing,Grow,@ana,45,increase from 40 to 50,2026\n`)).join()).toContain(
      'it begins at 40, and the baseline is "45"',
    );
    const unread = importCsv(`${header}\nA thing,Grow,@ana,TBD,50,2026\n`);
    expect(definitionOf(unread, "kpi", "a-thing")).toMatchObject({ target: 50, "x-imported": { baseline: "TBD" } });
    expect(definitionOf(unread, "kpi", "a-thing")).not.toHaveProperty("state");
  });

  it("a KPI without goal, owner or timeframe says so once", () => {
    const imported = importCsv("Indicator,Target\nVisits,75\nSales,80\n");
    expect(remarksOf(imported)).toEqual([
      "line 2 | it is a draft without a goal (--goal), an owner (--owner), a timeframe",
      "line 3 | it is a draft without a goal (--goal), an owner (--owner), a timeframe",
    ]);
    const flags = importCsv("Indicator,Target 2026\nVisits,75\n", { goal: "Grow", owner: "@ana" });
    expect(definitionOf(flags, "kpi", "visits")).toEqual({
      title: "Visits",
      goal: "grow",
      metric: "visits",
      owner: "@ana",
      timeframe: 2026,
      target: 75,
    });
  });
});

describe("owners and goals", () => {
  it("plain names are teams or people where somebody says so", () => {
    const text = row("Visits", "Grow", "Jane Doe", "visits", "75", "2026");
    expect(definitionOf(importCsv(text, { ownersAre: "people" }), "kpi", "visits")).toMatchObject({
      owner: "@jane-doe",
    });
    expect(definitionOf(importCsv(text, { ownersAre: "teams" }), "kpi", "visits")).toMatchObject({
      owner: "team:jane-doe",
    });
  });

  it.each([
    ["team:cx", "team:cx"],
    ["@ana", "@ana"],
    ["Ana <ana@example.com>", "ana@example.com"],
    ["Team Growth", "team:growth"],
    ["Growth team", "team:growth"],
  ])("%s is %s", (owner, expected) => {
    expect(
      definitionOf(importCsv(row("Visits", "Grow", owner, "visits", "75", "2026")), "kpi", "visits"),
    ).toMatchObject({ owner: expected });
  });

  it("a goal is made once, and its owner is the one who has most of its KPIs", () => {
    const imported = importCsv(
      `${HEAD}\nA one,Grow,@ana,x,1,2026\nA two,grow ,@bob,x,2,2026\nA three,GROW,@bob,x,3,2026\n`,
    );
    expect(imported.entities.filter(({ kind }) => kind === "goal")).toEqual([
      { kind: "goal", id: "grow", definition: { title: "Grow", owner: "@bob" } },
    ]);
  });

  it("goals of the workspace are referred to by id or title", () => {
    const taken = { goals: new Map([["more", "Sell more"]]), metrics: new Set<string>(), kpis: new Set<string>() };
    for (const goal of ["more", "Sell More"]) {
      const imported = importCsv(row("Visits", goal, "@ana", "visits", "75", "2026"), { taken });
      expect(definitionOf(imported, "kpi", "visits")).toMatchObject({ goal: "more" });
      expect(imported.entities.some(({ kind }) => kind === "goal")).toBe(false);
    }
  });

  it("a goal that nobody answers for is left out, and its name kept", () => {
    const imported = importCsv(row("Visits", "Grow", "", "visits", "75", "2026"));
    expect(definitionOf(imported, "kpi", "visits")).toMatchObject({ state: "draft", "x-imported": { goal: "Grow" } });
    expect(remarksOf(imported, "left-out")).toEqual(["owner | nobody answers for the goal; say who with --owner"]);
  });
});

describe("ids", () => {
  it("are unique, also among those of the workspace, and fit", () => {
    const taken = { goals: new Map(), metrics: new Set(["visits"]), kpis: new Set(["visits", "visits-2"]) };
    const long = "A very long title of an indicator that goes on and on until no id could hold it any more";
    const imported = importCsv(
      `Indicator,Target,Timeframe\nVisits,1,2026\nVisits,2,2026\n${long},3,2026\n日本語の指標,4,2026\n`,
      { taken },
    );
    const ids = imported.entities.filter(({ kind }) => kind === "kpi").map(({ id }) => id);
    expect(ids).toEqual([
      "visits-3",
      "visits-4",
      "a-very-long-title-of-an-indicator-that-goes-on-and-on-until-no",
      "kpi",
    ]);
  });
});

describe("titles", () => {
  it("too short ones are left out, too long ones are cut and kept", () => {
    const long = "word ".repeat(80).trim();
    const imported = importCsv(`Indicator,Target\nab,1\n,2\n${long},3\n`);
    expect(remarksOf(imported, "left-out")).toEqual([
      "line 2 | ab | its title has fewer than 3 characters",
      "line 3 | it has no title",
    ]);
    const kpi = imported.entities.find(({ kind }) => kind === "kpi")?.definition;
    expect(String(kpi?.title)).toMatch(/^(?:word )+word…$/);
    expect(String(kpi?.title).length).toBeLessThanOrEqual(250);
    expect(kpi).toMatchObject({ "x-imported": { title: long } });
  });
});

describe("values", () => {
  const rowsOf = (text: string, more = {}) => importCsv(text, more).data;

  it("in a column for each period", () => {
    expect(rowsOf('Indicator,2023,2024,Q1 2025,31.12.2025\nVisits,1,"1,200",n/a,\n')).toEqual([
      {
        metric: "visits",
        records: [
          ["date", "value", "note"],
          ["2023", "1", ""],
          ["2024", "1200", ""],
          ["2025-Q1", "", "no value in the imported file"],
        ],
      },
    ]);
  });

  it("in rows with a date each", () => {
    const text = "Indicator,Date,Value,Unit\nVisits,2025-02-28,2,visits\nVisits,2025-01-31,1,\nSales,2025-01-31,5 %,\n";
    const imported = importCsv(text);
    expect(imported.data).toEqual([
      {
        metric: "visits",
        records: [
          ["date", "value"],
          ["2025-01-31", "1"],
          ["2025-02-28", "2"],
        ],
      },
      {
        metric: "sales",
        records: [
          ["date", "value"],
          ["2025-01-31", "5"],
        ],
      },
    ]);
    expect(definitionOf(imported, "metric", "visits")).toEqual({ title: "Visits", unit: "visits", cadence: "monthly" });
    expect(definitionOf(imported, "metric", "sales")).toMatchObject({ unit: "%" });
  });

  it("of one day that is said for all", () => {
    const text = "Indicator,Current\nVisits,7\n";
    expect(rowsOf(text)).toEqual([]);
    expect(remarksOf(importCsv(text))).toEqual(["line 2 | value | 7 | its day is not known; say it with --date"]);
    expect(rowsOf(text, { valueDay: day("2026-06-30") })).toEqual([
      {
        metric: "visits",
        records: [
          ["date", "value"],
          ["2026-06-30", "7"],
        ],
      },
    ]);
  });

  it("that differ for one day are told, equal ones are not", () => {
    const imported = importCsv(
      "Indicator,Date,Value\nVisits,2025,1\nVisits,2025,1.0\nVisits,2025-12-31,2\nVisits,soon,3\nVisits,2024,many\n",
    );
    expect(imported.data[0]?.records).toEqual([
      ["date", "value"],
      ["2025", "1"],
    ]);
    expect(remarksOf(imported)).toEqual([
      "line 4 | value | 2 | there is another value for 2025-12-31, which is kept",
      'line 5 | value | 3 | "soon" is no date',
      "line 6 | value | many | it is no number",
    ]);
  });

  it("with a target for each period make a KPI for each, on one metric", () => {
    const imported = importCsv(
      "Indicator,Goal,Owner,Year,Target,Actual\nVisits,Grow,@ana,2024,50,45\nVisits,Grow,@ana,2025,60,58\n",
    );
    expect(imported.entities.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "goal grow",
      "metric visits",
      "kpi visits-2024",
      "kpi visits-2025",
    ]);
    expect(definitionOf(imported, "kpi", "visits-2025")).toMatchObject({
      metric: "visits",
      timeframe: 2025,
      target: 60,
    });
    expect(imported.data).toEqual([
      {
        metric: "visits",
        records: [
          ["date", "value"],
          ["2024", "45"],
          ["2025", "58"],
        ],
      },
    ]);
  });

  it("share a metric where rows name one", () => {
    const imported = importCsv(
      "KPI,Metric,Target,Timeframe,2024\nVisits up,Visits,50,2025,45\nVisits further up,visits,60,2026,45\n",
    );
    expect(imported.entities.filter(({ kind }) => kind === "metric").map(({ id }) => id)).toEqual(["visits"]);
    expect(imported.data).toHaveLength(1);
  });

  it("slashed dates are read as it is said", () => {
    const text = "Indicator,Target,Goal,Due,Date,Value\nVisits,5,Grow,10/12/2026,03/04/2025,2\n";
    const imported = importCsv(text, { dates: "day-first" });
    expect(imported.data[0]?.records[1]).toEqual(["2025-04-03", "2"]);
    expect(definitionOf(imported, "kpi", "visits").timeframe).toEqual({ start: "2026-01-01", end: "2026-12-10" });
    expect(remarksOf(importCsv(text), "not-understood").map((line) => line.split(" | ").slice(0, 3).join(" "))).toEqual(
      ["line 2 value 2", "line 2 due 10/12/2026"],
    );
  });

  it("numbers that may be thousands or a fraction say which flag tells", () => {
    const text = "Indicator;Target;Baseline;Date;Value\nVisits;1,234;1,100;2025-12-31;1,200\n";
    const remarks = remarksOf(importCsv(text), "not-understood");
    expect(remarks).toHaveLength(3);
    for (const remark of remarks) expect(remark).toContain("say which with --decimal point or --decimal comma");
    expect(importCsv(text, { decimal: "point" }).data[0]?.records[1]).toEqual(["2025-12-31", "1200"]);
  });

  it("of a ratio are told, as each row of it holds two numbers", () => {
    const imported = importCsv("Indicator,Aggregation,Date,Value\nAvailability,ratio,2025-12-31,99.9\n");
    expect(definitionOf(imported, "metric", "availability").aggregation).toBe("ratio");
    expect(imported.data).toEqual([]);
    expect(remarksOf(imported, "left-out")).toHaveLength(1);
  });

  it("rows of one indicator that differ in more are told", () => {
    const text = "KPI,Owner,Target,Due,Date,Value\nVisits,@ana,5,2026,2025-01-31,1\nVisits,@ben,5,2026,2025-02-28,2\n";
    expect(remarksOf(importCsv(text), "left-out")).toEqual(['line 3 | owner | @ben | an earlier row says "@ana"']);
  });

  it("slashed dates are read by those that leave no doubt", () => {
    const text = (first: string) => `Indicator,Date,Value\nVisits,${first},1\nVisits,03/04/2025,2\n`;
    expect(rowsOf(text("31/03/2025"))[0]?.records).toEqual([
      ["date", "value"],
      ["2025-03-31", "1"],
      ["2025-04-03", "2"],
    ]);
    expect(rowsOf(text("03/31/2025"))[0]?.records).toEqual([
      ["date", "value"],
      ["2025-03-04", "2"],
      ["2025-03-31", "1"],
    ]);
    expect(remarksOf(importCsv(text("01/02/2025"))).join()).toContain(
      '"03/04/2025" may begin with its day or with its month; say which with --dates dmy or --dates mdy',
    );
  });

  it("a European file has decimal commas", () => {
    const imported = importCsv("Indicator;2024;2025;Target 2026;Goal;Owner\nVisits;1,5;1.200;2.400,5;Grow;@ana\n");
    expect(imported.data[0]?.records.slice(1)).toEqual([
      ["2024", "1.5"],
      ["2025", "1200"],
    ]);
    expect(definitionOf(imported, "kpi", "visits")).toMatchObject({ target: 2400.5 });
  });

  it("numbers that could be two things are none", () => {
    const text = "Indicator;2024;Target 2026\nVisits;1.200;2.400\n";
    expect(remarksOf(importCsv(text)).join("\n")).toMatch(/2024|1\.200/);
    expect(importCsv(text).data).toEqual([]);
    expect(importCsv(text, { decimal: "comma" }).data[0]?.records[1]).toEqual(["2024", "1200"]);
  });
});

describe("windows", () => {
  const windowOf = (header: string, cells: string, more = {}): unknown => {
    const imported = importCsv(`Indicator,Goal,Owner,Target,${header}\nVisits,Grow,@ana,75,${cells}\n`, more);
    return definitionOf(imported, "kpi", "visits").timeframe;
  };

  it.each<readonly [string, string, unknown]>([
    ["Timeframe", "2026", 2026],
    ["Timeframe", "Q3 2026", "2026-Q3"],
    ["Timeframe", "FY 2026", "FY2026"],
    ["Timeframe", "July 2026", "2026-07"],
    ["Timeframe", "2026-03-01 to 2026-08-31", { start: "2026-03-01", end: "2026-08-31" }],
    ["Timeframe", "Jan 2026 - Jun 2026", { start: "2026-01-01", end: "2026-06-30" }],
    ["Timeframe", "monthly", { every: "monthly", start: "2026-01-01" }],
    ["Timeframe", "every quarter", { every: "quarterly", start: "2026-01-01" }],
    ["Timeframe", "by the end of 2027", { start: "2026-01-01", end: "2027-12-31" }],
    ["Due", "31 December 2026", 2026],
    ["Due", "2026-Q2", { start: "2026-01-01", end: "2026-06-30" }],
    ["Start date,Due", "1 April 2026,30 September 2026", { start: "2026-04-01", end: "2026-09-30" }],
    ["Timeframe", "forever", undefined],
    ["Due", "2024", undefined],
    ["Start date,Due", "2026-06-01,2026-01-01", undefined],
  ])("%s %s", (header, cells, expected) => {
    expect(windowOf(header, cells)).toEqual(expected);
  });

  it("begin where somebody says, or behind the baseline", () => {
    expect(windowOf("Due", "2026", { start: day("2026-07-01") })).toEqual({ start: "2026-07-01", end: "2026-12-31" });
    expect(windowOf("Due,Baseline,Baseline date", "2026,50,2024")).toEqual({ start: "2025-01-01", end: "2026-12-31" });
  });
});
