import { describe, expect, it } from "vitest";
import { checkFiles, found } from "../support/check.ts";
import { oneKpi, type Parts } from "./one-kpi.ts";

const seen = async (rule: string, parts: Parts): Promise<readonly string[]> =>
  (await found(rule, oneKpi(parts), { asOf: "2026-08-15" })).map(({ message, text }) => `${message}: ${text}`);

describe("timely/too-long", () => {
  const kpi = (end: string) => `target: 64, timeframe: { start: 2026-01-01, end: ${end} }`;
  it.each<[string, string | null]>([
    ["2027-12-31", null],
    ["2028-01-01", "over 24 months"],
    ["2028-01-31", "25 months"],
    ["2028-12-30", "over 35 months"],
    ["2028-12-31", "36 months"],
  ])("up to %s: %s", async (end, length) => {
    const { findings } = await checkFiles(oneKpi({ kpi: kpi(end) }), { asOf: "2026-08-15" });
    const messages = findings.filter(({ ruleId }) => ruleId === "timely/too-long").map(({ message }) => message);
    const expected = `The window is ${length} long; add \`checkpoints\`, or split it into one KPI a year.`;
    expect(messages).toEqual(length === null ? [] : [expected]);
  });
});

describe("timely/bad-range, of checkpoints", () => {
  const kpi = (days: readonly string[], more = "") =>
    `target: 64${more}, checkpoints: [${days.map((day) => `{ date: ${day}, value: 50 }`).join(", ")}]`;
  const dated = ", baseline: { value: 40, date: 2026-03-31 }";
  const first = "2026-03-31: 40";

  it.each<[string, Parts, string[]]>([
    ["inside the window", { kpi: kpi(["2026-01-01", "2026-12-30"], ", baseline: 40") }, []],
    ["on its end", { kpi: kpi(["2026-12-31"], ", baseline: 40") }, ["outside: 2026-12-31"]],
    ["in the wrong order", { kpi: kpi(["2026-07-01", "2026-06-30"], ", baseline: 40") }, ["order: 2026-06-30"]],
    ["before a dated baseline", { kpi: kpi(["2026-02-28", "2026-06-30"], dated) }, ["before-plan: 2026-02-28"]],
    ["on its day", { kpi: kpi(["2026-03-31"], dated) }, ["before-plan: 2026-03-31"]],
    ["after it", { kpi: kpi(["2026-04-01"], dated) }, []],
    [
      "on the first row, from which a level starts",
      { kpi: kpi([first.slice(0, 10)]), values: first },
      ["before-plan: 2026-03-31"],
    ],
    ["after that row", { kpi: kpi(["2026-04-01"]), values: first }, []],
    ["before the dated baseline of a total", { kpi: kpi(["2026-02-28"], dated), metric: "aggregation: sum" }, []],
  ])("%s", async (_, parts, expected) => {
    expect(await seen("timely/bad-range", parts)).toEqual(expected);
  });
});
