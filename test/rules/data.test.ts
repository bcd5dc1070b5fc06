import { describe, expect, it } from "vitest";
import { checkFiles, found, type Seen } from "../support/check.ts";

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

/** Two or three measured metrics, a metric derived from them, and a KPI on it. */
const derived = (form: string, a: string, b: string, more = "") => ({
  "kpi.yaml": `version: 1
goals:
  g: { title: Some goal, owner: "@ceo" }
metrics:
  a: { title: Metric a, values: { ${a} } }
  b: { title: Metric b, values: { ${b} } }
  d: { title: Metric d, derived: { ${form} }${more} }
kpis:
  k: { title: Some KPI, goal: g, metric: d, owner: "@ceo", timeframe: 2026, target: 5 }
`,
});

async function messages(rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await checkFiles(files);
  return findings.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message);
}

describe("data/stale on a derived metric", () => {
  it("asks for values of its parts, which can be recorded", async () => {
    const files = derived("sum: [a, b, a]", "2026-01-31: 1", "2026-01-31: 1");
    expect(await found("data/stale", files)).toMatchObject([{ text: "{ sum: [a, b, a] }" }]);
    expect(await messages("data/stale", files)).toEqual([
      "The last value is from 2026-01-31, 196 days before 2026-08-15, and the cadence is monthly; record newer values of a and b, of which it is computed.",
    ]);
  });
});

describe("data/zero-denominator on a derived metric", () => {
  it.each<[string, string, string, string, readonly string[]]>([
    [
      "a denominator of 0",
      "ratio: [a, b]",
      "2026-01-31: 1, 2026-02-28: 2",
      "2026-01-31: 0, 2026-02-28: 4",
      ["2026-01-31"],
    ],
    ["several", "ratio: [a, b]", "2026-01: 1, 2026-02: 2", "2026-01: 0, 2026-02: 0", ["2026-01-31 and 2026-02-28"]],
    ["a numerator of 0", "ratio: [b, a]", "2026-01-31: 1", "2026-01-31: 0", []],
    ["a date without a numerator", "ratio: [a, b]", "2026-02-28: 1", "2026-01-31: 0, 2026-02-28: 4", []],
    ["a sum", "sum: [a, b]", "2026-01-31: 1", "2026-01-31: 0", []],
  ])("%s", async (_, form, a, b, dates) => {
    const files = derived(form, a, b);
    expect(await messages("data/zero-denominator", files)).toEqual(
      dates.map(
        (on) =>
          `b, the denominator of d, is 0 on ${on}, so d has no value there; correct b, or leave its value empty with a note where nothing was counted.`,
      ),
    );
    const [finding] = await found("data/zero-denominator", files);
    if (dates.length > 0) expect(finding?.text).toBe("{ ratio: [a, b] }");
  });
});

describe("data/derived-mismatch", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "one part",
      "2026-01-31: 1, 2026-02-28: 2, 2026-03-31: 3",
      "2026-01-31: 5",
      ["b has none on 2026-02-28 and 2026-03-31"],
    ],
    [
      "two parts",
      "2026-01: 1, 2026-02: 2, 2026-05: 3",
      "2026-01: 1, 2026-04: 5",
      ["a has none on 2026-04-30 and b has none on 2026-02-28 and 2026-05-31"],
    ],
    [
      "many dates",
      "2026-01: 1, 2026-02: 2, 2026-03: 3, 2026-04: 4, 2026-05: 5, 2026-06: 6",
      "2026-01: 1",
      ["b has none on 2026-02-28, 2026-03-31, 2026-04-30, 2026-05-31 and 1 more date"],
    ],
    ["the same dates, however they are written", "2026-01: 1, 2026-02: 2", "2026-01-31: 5, 2026-02-28: 6", []],
  ])("%s", async (_, a, b, lacking) => {
    expect(await messages("data/derived-mismatch", derived("difference: [a, b]", a, b))).toEqual(
      lacking.map(
        (text) =>
          `d has a value only on dates that all its parts have, and ${text}; add the missing rows or align the dates.`,
      ),
    );
  });
});

describe("measurable/derived-aggregation", () => {
  const rows = "2026-01-31: 1";
  it.each<[string, string, readonly [string, string][]]>([
    ["ratio: [a, b]", ", aggregation: mean, unit: '%'", [["ignored", "mean"]]],
    ["ratio: [a, b]", ", aggregation: sum, unit: '%'", [["ignored", "sum"]]],
    ["ratio: [a, b]", ", aggregation: ratio", []],
    ["ratio: [a, b]", "", []],
    ["sum: [a, b]", ", aggregation: ratio", [["no-parts", "ratio"]]],
    ["difference: [a, b]", ", aggregation: ratio", [["no-parts", "ratio"]]],
    ["sum: [a, b]", ", aggregation: sum", []],
  ])("%s%s", async (form, more, expected) => {
    const files = derived(form, rows, rows, more);
    const seen = await found("measurable/derived-aggregation", files);
    expect(seen.map(({ message, text }) => [message, text])).toEqual(expected);
    for (const rule of ["measurable/mean-of-rates", "measurable/sum-of-rates"]) {
      if (form.startsWith("ratio")) expect(await found(rule, files)).toEqual([]);
    }
  });
});
