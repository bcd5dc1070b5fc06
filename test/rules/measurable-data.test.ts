import { describe, expect, it } from "vitest";
import { checkFiles, found } from "../support/check.ts";
import { kpiLine, oneKpi, type Parts, quarters } from "./one-kpi.ts";

const texts = async (rule: string, parts: Parts, asOf = "2026-08-15"): Promise<readonly string[]> =>
  (await found(rule, oneKpi(parts), { asOf })).map(({ text }) => text);

async function only(rule: string, parts: Parts, asOf = "2026-08-15") {
  const { findings } = await checkFiles(oneKpi(parts), { asOf });
  const [finding] = findings.filter(({ ruleId }) => ruleId === rule);
  if (finding === undefined) throw new Error(`No ${rule}`);
  return finding;
}

/** A row before the window of 2026. */
const BEFORE = "2025-12-31: 40";

describe("measurable/no-data", () => {
  const rule = "measurable/no-data";
  it.each([
    ["monthly", "2026-02-12", 0],
    ["monthly", "2026-02-13", 1],
    ["weekly", "2026-01-11", 0],
    ["weekly", "2026-01-12", 1],
    ["quarterly", "2026-05-16", 0],
    ["quarterly", "2026-05-17", 1],
    ["yearly", "2027-07-02", 0],
    ["yearly", "2027-07-03", 1],
  ])("%s values, window from 2026-01-01, on %s: %i", async (cadence, asOf, count) => {
    const parts = { kpi: "target: 64, baseline: 40", metric: `cadence: ${cadence}` };
    expect(await texts(rule, parts, asOf)).toEqual(count === 1 ? ["k"] : []);
  });

  it.each<[string, Parts, number]>([
    ["a row in the window", { kpi: "target: 64", values: "2026-01-31: 4" }, 0],
    ["rows before the window only", { kpi: "target: 64", values: BEFORE }, 1],
    ["a row that is not yet known", { kpi: "target: 64", values: "2026-09-30: 4" }, 1],
    [
      "a recurring window that has just begun",
      { kpi: "target: 64, timeframe: { every: monthly, start: 2026-01-01 }" },
      0,
    ],
    ["a recurring window", { kpi: "target: 64, timeframe: { every: yearly, start: 2025-01-01 }", values: BEFORE }, 1],
    ["a target that could not be read", { kpi: "target: soon" }, 1],
    ["a row that could not be read", { kpi: "target: 64", values: "2026-01-31: many" }, 0],
    ["a data file that does not exist", { kpi: "target: 64", metric: "data: none.csv" }, 0],
    ["parts that are unknown", { kpi: "target: 64", metric: "derived: { sum: [other] }" }, 0],
    ["parts without values", { kpi: "target: 64", metric: "derived: { sum: [b] } }\n  b: { title: Part" }, 1],
    [
      "a circle of parts",
      { kpi: "target: 64", metric: "derived: { sum: [b, b] } }\n  b: { title: Part, derived: { sum: [m, m] }" },
      0,
    ],
    ["a draft", { kpi: "target: 64, state: draft" }, 0],
  ])("%s", async (_, parts, count) => {
    expect(await texts(rule, parts)).toHaveLength(count);
  });

  it("says what to do with a window that is over", async () => {
    const { message } = await only(rule, { kpi: "target: 64, timeframe: 2026-Q1" });
    expect(message).toBe(
      "The window ended on 2026-03-31 and holds no value of m; record what was measured, or retire the KPI.",
    );
  });
});

describe("measurable/cadence-too-coarse", () => {
  const rule = "measurable/cadence-too-coarse";
  it.each([
    ["quarterly", "2026-Q3", 1],
    ["quarterly", "2026-H2", 0],
    ["quarterly", "{ start: 2026-01-15, end: 2026-07-13 }", 0],
    ["monthly", "2026-07", 1],
    ["monthly", "{ start: 2026-07-01, end: 2026-08-30 }", 0],
    ["monthly", "{ start: 2026-07-10, end: 2026-08-30 }", 1],
    ["monthly", "{ start: 2026-06-30, end: 2026-07-31 }", 0],
    ["weekly", "2026-W31", 1],
    ["weekly", "{ start: 2026-08-03, end: 2026-08-16 }", 0],
    ["biweekly", "{ start: 2026-08-03, end: 2026-08-29 }", 1],
    ["biweekly", "{ start: 2026-08-03, end: 2026-08-30 }", 0],
    ["daily", "{ start: 2026-08-03, end: 2026-08-04 }", 0],
    ["yearly", "{ start: 2026-01-01, end: 2027-12-31 }", 0],
    ["yearly", "2026", 1],
  ])("%s values in %s: %i", async (cadence, timeframe, count) => {
    const parts = { kpi: `timeframe: ${timeframe}, target: 64, baseline: 40`, metric: `cadence: ${cadence}` };
    expect(await texts(rule, parts)).toEqual(count === 1 ? [timeframe] : []);
  });

  it.each<[string, Parts]>([
    ["a range", { kpi: "timeframe: 2026-Q3, target: { min: 64 }" }],
    ["yes or no", { kpi: "timeframe: 2026-Q3, target: true", metric: "unit: boolean" }],
    ["recurring", { kpi: "timeframe: { every: quarterly, start: 2026-01-01 }, target: 64" }],
    ["retired", { kpi: "timeframe: 2026-Q3, target: 64, state: retired, retired: { on: 2026-08-01, reason: Done }" }],
  ])("is silent for %s", async (_, parts) => {
    expect(await texts(rule, parts)).toEqual([]);
  });

  it("looks at the minimum and the budget of a total", async () => {
    const metric = "aggregation: sum";
    expect(await texts(rule, { kpi: "timeframe: 2026-Q3, target: { min: 64 }", metric })).toEqual(["2026-Q3"]);
    expect(await texts(rule, { kpi: "timeframe: 2026-Q3, target: { max: 64 }", metric })).toEqual(["2026-Q3"]);
  });

  it("is a warning, and information for yearly metrics", async () => {
    expect((await only(rule, { kpi: "timeframe: 2026-Q3, target: 64" })).severity).toBe("warning");
    expect((await only(rule, { kpi: "target: 64", metric: "cadence: yearly" })).severity).toBe("info");
  });

  it("asks for the cadence where none is stated, and believes the rows that are there", async () => {
    const files = (rows: string) => {
      const [name = "", text = ""] =
        Object.entries(oneKpi({ kpi: "timeframe: 2026-07, target: 64", values: rows }))[0] ?? [];
      return { [name]: text.replace(", cadence: quarterly", "") };
    };
    expect(await found(rule, files("2026-07-31: 4"))).toMatchObject([{ message: "unstated", text: "2026-07" }]);
    expect(await found(rule, files("2026-07-15: 3, 2026-07-31: 4"))).toEqual([]);
  });
});

describe("figures", () => {
  it("are those of each KPI where several share a metric", async () => {
    const more = `  ${kpiLine("second", "timeframe: 2026-Q1, target: 40, baseline: 40")}\n`;
    const parts = { kpi: "target: 64, baseline: 64", values: quarters(40), more };
    expect(await texts("measurable/target-equals-baseline", parts)).toEqual(["64", "40"]);
  });

  it("change with the day", async () => {
    const parts = { kpi: "timeframe: 2027, target: +25%", values: "2026-08-01: 0" };
    expect(await texts("measurable/zero-baseline", parts, "2026-08-01")).toEqual(["+25%"]);
    expect(await texts("measurable/zero-baseline", parts, "2026-07-31")).toEqual([]);
  });
});
