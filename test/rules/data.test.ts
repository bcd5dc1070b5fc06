import { describe, expect, it } from "vitest";
import { found, type Seen } from "../support/check.ts";

const inline = (fields: string, values: string) =>
  `version: 1\nmetrics:\n  m:\n    title: Some metric\n${fields}    values:\n${values}`;

async function on(rule: string, fields: string, values: string, options = {}): Promise<readonly Seen[]> {
  return found(rule, { "kpi.yaml": inline(fields, values) }, options);
}

async function inCsv(rule: string, csv: string, fields = "", options = {}): Promise<readonly Seen[]> {
  return found(
    rule,
    { "kpi.yaml": `version: 1\nmetrics:\n  m:\n    title: Some metric\n${fields}`, "data/m.csv": csv },
    options,
  );
}

describe("rows", () => {
  it.each([
    ["data/bad-row", "date,value\n2026-02-30,5\n2026-03-31,6\n", "2026-02-30", 2],
    ["data/bad-row", "date,value\n2026-01-31,5\n2026-02-28,12%\n", "12%", 3],
    ["data/duplicate-date", "date,value\n2026-01-31,5\n2026-01,6\n", "2026-01", 3],
    ["data/header", "when,how much\n2026-01-31,5\n", "when,how much", 1],
    ["data/zero-denominator", "date,numerator,denominator\n2026-01-31,5,0\n", "0", 2],
  ])("%s in a data file", async (rule, csv, text, line) => {
    const ratio = csv.includes("numerator") ? "    aggregation: ratio\n" : "";
    expect(await inCsv(rule, csv, ratio)).toMatchObject([{ file: "data/m.csv", text, line }]);
  });

  it.each(["last", "mean"])("takes the columns of a ratio for no %s", async (aggregation) => {
    const csv = "date,numerator,denominator\n2026-01-31,5,10\n";
    const metric = `    aggregation: ${aggregation}\n`;
    expect(await inCsv("data/header", csv, metric)).toMatchObject([
      { message: "no-ratio", text: "date,numerator,denominator", line: 1 },
    ]);
    expect(await inCsv("data/header", csv, "    aggregation: ratio\n")).toEqual([]);
  });

  it("places an inline row at its value or its date", async () => {
    expect(await on("data/out-of-bounds", "    bounds: { max: 10 }\n", "      2026-01-31: 11\n")).toMatchObject([
      { text: "11" },
    ]);
    expect(await on("data/duplicate-date", "", "      2026-01: 1\n      2026-01-31: 2\n")).toMatchObject([
      { text: "2026-01-31" },
    ]);
  });
});

describe("data/unsorted", () => {
  it("names the first row that is out of order", async () => {
    expect(await inCsv("data/unsorted", "date,value\n2026-02-28,5\n2026-01-31,6\n2026-03-31,7\n")).toMatchObject([
      { line: 3 },
    ]);
    expect(await inCsv("data/unsorted", "date,value\n2026-01-31,5\n2026-02-28,6\n")).toEqual([]);
  });
});

describe("data/future-date", () => {
  const row = (date: string) => `      ${date}: 5\n`;
  it.each([
    ["2026-08-17", 1],
    ["2026-08-16", 0],
    ["2026-08", 0],
    ["2026", 0],
    ["2026-09", 1],
    ["2027-Q1", 1],
  ])("%s on 2026-08-15: %i", async (date, count) => {
    expect(await on("data/future-date", "", row(date), { today: "2026-08-15" })).toHaveLength(count);
  });

  it("is silent where the day was chosen", async () => {
    expect(await on("data/future-date", "", row("2027-01-31"), { asOf: "2026-08-15" })).toEqual([]);
  });

  it("counts a period in a data file by its first day too", async () => {
    const csv = "date,value\n2026-07,5\n2026-08,6\n2026-Q4,7\n";
    expect(await inCsv("data/future-date", csv, "", { today: "2026-08-15" })).toMatchObject([
      { text: "2026-Q4", line: 4 },
    ]);
  });
});

describe("data/gap", () => {
  it("lists the missing periods in one finding, at the row after the first", async () => {
    const values = "      2026-01-31: 1\n      2026-04-30: 2\n      2026-06-30: 3\n";
    expect(await on("data/gap", "    cadence: monthly\n", values)).toMatchObject([{ text: "2026-04-30" }]);
  });

  it("is silent without a stated cadence and where the gap is known", async () => {
    const values = "      2026-01-31: 1\n      2026-03-31: 2\n";
    expect(await on("data/gap", "", values)).toEqual([]);
    const known =
      "      2026-01-31: 1\n      2026-02-28: { value: null, note: Survey was not sent }\n      2026-03-31: 2\n";
    expect(await on("data/gap", "    cadence: monthly\n", known)).toEqual([]);
  });

  it("lets a daily metric rest for four days", async () => {
    const days = (last: string) => `      2026-01-02: 1\n      ${last}: 2\n`;
    expect(await on("data/gap", "    cadence: daily\n", days("2026-01-06"))).toEqual([]);
    expect(await on("data/gap", "    cadence: daily\n", days("2026-01-08"))).toHaveLength(1);
  });
});

describe("data/unit-jump", () => {
  const values = (last: number) =>
    `      2026-01-31: 10\n      2026-02-28: 12\n      2026-03-31: 11\n      2026-04-30: ${last}\n`;
  it.each([
    [1100, 1],
    [1000, 1],
    [11_000, 1],
    [0.11, 1],
    [0.011, 1],
    [110, 0],
    [500, 0],
    [0, 0],
    [-1100, 0],
  ])("median 11, then %d: %i", async (last, count) => {
    expect(await on("data/unit-jump", "", values(last))).toHaveLength(count);
  });
});

describe("data/stale", () => {
  const workspace = (timeframe: string, last: string, state = "active") => `version: 1
goals:
  g: { title: Some goal, owner: "@ceo" }
metrics:
  m:
    title: Some metric
    cadence: monthly
    values:
      2026-04-30: 1
      ${last}: 2
kpis:
  k: { title: Some KPI, goal: g, metric: m, owner: "@ceo", timeframe: ${timeframe}, target: 5, state: ${state} }
`;
  it.each([
    ["2026", "2026-06-30", 1],
    ["2026", "2026-07-04", 0],
    ["2026-Q2", "2026-06-30", 0],
    ["2027", "2026-06-30", 0],
    ["{ every: monthly, start: 2026-01-01 }", "2026-06-30", 1],
  ])("window %s, last row %s: %i", async (timeframe, last, count) => {
    expect(await found("data/stale", { "kpi.yaml": workspace(timeframe, last) })).toHaveLength(count);
  });

  it("does not mind drafts and unused metrics", async () => {
    expect(await found("data/stale", { "kpi.yaml": workspace("2026", "2026-05-31", "draft") })).toEqual([]);
  });
});

describe("data/derived-mismatch", () => {
  const parts = (a: string, b: string, form = "ratio: [a, b]") => `version: 1
metrics:
  a: { title: Metric a, values: { ${a} } }
  b: { title: Metric b, values: { ${b} } }
  d: { title: Metric d, derived: { ${form} } }
`;
  it("gives one finding a metric", async () => {
    const text = parts("2026-01-31: 1, 2026-02-28: 2, 2026-03-31: 3", "2026-01-31: 5");
    expect(await found("data/derived-mismatch", { "kpi.yaml": text })).toHaveLength(1);
  });

  it("is silent where dates agree, however they are written", async () => {
    const text = parts("2026-01: 1, 2026-02: 2", "2026-01-31: 5, 2026-02-28: 6", "difference: [a, b]");
    expect(await found("data/derived-mismatch", { "kpi.yaml": text })).toEqual([]);
  });
});

describe("data/after-window", () => {
  const workspace = (rows: string, timeframe: string, more = "") => `version: 1
goals:
  g: { title: Some goal, owner: "@ceo" }
metrics:
  m: { title: Some metric, unit: points, cadence: monthly, values: { ${rows} } }
kpis:
  k: { title: Some KPI, goal: g, metric: m, owner: "@ceo", timeframe: ${timeframe}, baseline: 1, target: 5${more} }
`;
  const late = "2026-05-31: 3, 2026-06-20: 4, 2026-07-04: 5";
  it.each([
    ["nothing for the last month", "2026-05-31: 3, 2026-07-04: 5", "2026-Q2", "2026-07-05", 1],
    ["the last month has its value", late, "2026-Q2", "2026-07-05", 0],
    ["the wait is over", "2026-05-31: 3, 2026-07-04: 5", "2026-Q2", "2026-07-30", 0],
    ["not seen yet", "2026-05-31: 3, 2026-07-04: 5", "2026-Q2", "2026-07-03", 0],
    ["the window is open", "2026-05-31: 3, 2026-07-04: 5", "2026", "2026-07-05", 0],
    ["a period says which days it stands for", "2026-05: 3, 2026-W27: 5", "2026-Q2", "2026-07-06", 0],
    ["a recurring period", "2026-05-31: 3, 2026-07-04: 5", "{ every: monthly, start: 2026-01-01 }", "2026-07-05", 1],
    ["two windows that end on one day are told once", "2026-05-31: 3, 2026-07-04: 5", "2026-H1", "2026-07-05", 1],
  ])("%s", async (_, rows, timeframe, asOf, count) => {
    const files = { "kpi.yaml": workspace(rows, timeframe) };
    const seen = await found("data/after-window", files, { asOf });
    expect(seen).toHaveLength(count);
    for (const { text, message } of seen) expect([text, message]).toEqual(["2026-07-04", "after"]);
  });

  it("leaves drafts and invalid definitions alone", async () => {
    const rows = "2026-05-31: 3, 2026-07-04: 5";
    for (const more of [
      ", state: draft",
      ", path: compound, checkpoints: [], stretch: 9, target: { min: 9, max: 2 }",
    ]) {
      const text = workspace(rows, "2026-Q2", more).replace(/target: 5, path/, "path");
      expect(await found("data/after-window", { "kpi.yaml": text }, { asOf: "2026-07-05" })).toEqual([]);
    }
  });
});
