import { describe, expect, it } from "vitest";
import { loadWorkspace } from "../../src/workspace/load.ts";
import { DEFAULT_SETTINGS } from "../../src/workspace/settings.ts";
import { checkFiles } from "../support/check.ts";

const workspace = (kpi: string, metric = ""): string => `version: 1
goals:
  g: { title: Some goal, owner: "@ceo" }
metrics:
  m: { title: Some metric, unit: points${metric} }
kpis:
  k: { title: Some KPI, owner: "@ceo", metric: m, ${kpi} }
`;

const errors = async (text: string): Promise<readonly (readonly [string, string, (string | undefined)[]])[]> => {
  const { findings } = await checkFiles({ "kpi.yaml": text }, { asOf: "2026-08-15" });
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, range, suggestions }) => [
      ruleId,
      text.slice(range.start.offset, range.end.offset),
      suggestions.map(({ edits }) => edits[0]?.text),
    ]);
};

describe("one finding for one cause", () => {
  const kpi = (target: string, more = "") => `goal: g, timeframe: 2026, target: ${target}${more}`;
  it.each<[string, string, string, string, string[]]>([
    ["a range with separators", workspace(kpi("{ min: 1,200 }")), "yaml/syntax", "1,200", ["1200"]],
    ["a change with separators", workspace(kpi("{ by: 1,200 }", ", baseline: 5")), "yaml/syntax", "1,200", ["1200"]],
    [
      "a baseline with separators",
      workspace(kpi("50000", ", baseline: { value: 48,200, date: 2026-01-01 }")),
      "yaml/syntax",
      "48,200",
      ["48200"],
    ],
    [
      "a row with separators",
      workspace(kpi("75"), ", values: { 2026-03-31: 1,200, 2026-06-30: 1300 }"),
      "yaml/syntax",
      "1,200",
      ["1200"],
    ],
    ["an id in exponents", workspace("goal: 1e3, timeframe: 2026, target: 75"), "schema/type", "1e3", ['"1e3"']],
    ["an id with zeros", workspace("goal: 007, timeframe: 2026, target: 75"), "schema/type", "007", ['"007"']],
    [
      "a tag before a bad id",
      workspace("goal: !!binary aGVsbG8=, timeframe: 2026, target: 75"),
      "yaml/syntax",
      "!!binary",
      [""],
    ],
    [
      "a timeframe with a misspelt key",
      workspace("goal: g, timeframe: { from: 2026-01-01, end: 2026-12-31 }, target: 75"),
      "schema/unknown-key",
      "from",
      ["start"],
    ],
  ])("%s", async (_, text, rule, source, suggested) => {
    expect(await errors(text)).toEqual([[rule, source, suggested]]);
  });

  it("says once that a file is not UTF-8", async () => {
    const text = "v\0e\0r\0s\0i\0o\0n\0\ufffd";
    const { problems } = await loadWorkspace({
      files: [{ path: "kpi.yaml", text, badByte: 14 }],
      settings: DEFAULT_SETTINGS,
    });
    expect(problems.map(({ messageId }) => messageId)).toEqual(["encoding"]);
  });
});
