import { describe, expect, it } from "vitest";
import { openFiles } from "../../src/engine/in-memory.ts";
import { NOTHING_KNOWN, readKnown } from "../../src/engine/known-file.ts";
import { strictnessOf } from "../../src/engine/strictness.ts";
import type { Configurable } from "../../src/rules/define.ts";
import type { Files } from "./review.ts";

const rules: readonly Configurable[] = [
  { id: "a/one", level: "info", messages: { plain: "…" } },
  { id: "a/two", level: "off", messages: { plain: "…", worse: { text: "…", level: "error" } } },
  { id: "a/words", level: "warning", text: true, messages: { plain: "…" } },
  { id: "a/steady", level: "info", steady: true, messages: { plain: "…" } },
];

async function strictness(files: Files) {
  const { config, configFile, configFiles, known, problems } = await openFiles(files, rules);
  expect(problems).toEqual([]);
  return strictnessOf(config, { rules, configFile, configFiles, known });
}

describe("strictnessOf", () => {
  it("holds the defaults where nothing is stated", async () => {
    const { configFile, configFiles, settings, levels, overrides, known } = await strictness({});
    expect([configFile, configFiles, overrides, known.size]).toEqual([null, [], [], 0]);
    expect(Object.fromEntries(settings)).toEqual({
      "status.on_track": { value: 0.95, file: null },
      "status.at_risk": { value: 0.75, file: null },
      "status.warm_up": { value: 0.1, file: null },
      "limits.kpis_per_goal": { value: 5, file: null },
      "limits.kpis_per_person": { value: 3, file: null },
      "limits.kpis_per_team": { value: 15, file: null },
    });
    expect(Object.fromEntries(levels)).toEqual({
      "a/one": { level: "info", file: null, words: [] },
      "a/two": { level: "error", file: null, words: [] },
      "a/words": { level: "warning", file: null, words: [] },
      "a/steady": { level: "info", file: null, words: [] },
    });
  });

  it("computes the levels of a preset", async () => {
    const { levels, configFiles } = await strictness({ "kpi.config.yaml": "version: 1\nextends: strict\n" });
    expect(configFiles).toEqual(["kpi.config.yaml"]);
    expect([...levels].map(([id, { level, file }]) => [id, level, file])).toEqual([
      ["a/one", "warning", null],
      ["a/two", "error", null],
      ["a/words", "warning", null],
      ["a/steady", "info", null],
    ]);
  });

  it("says which file states what, the nearest one where several do", async () => {
    const { configFile, configFiles, settings, levels, overrides } = await strictness({
      "kpi.config.yaml": `version: 1
extends: ./team.yaml
status: { on_track: 0.9 }
rules: { a/one: [warn, {}] }
overrides:
  - { files: ["old/**"], rules: { a/one: off } }
  - { files: ["a/**", "b/**"], rules: { a/two: warn } }
`,
      "team.yaml": `version: 1
status: { on_track: 0.8, at_risk: 0.6 }
rules: { a/one: off, a/words: off }
overrides: [{ files: ["team/**"], rules: { a/words: info } }]
`,
    });
    expect([configFile, configFiles]).toEqual(["kpi.config.yaml", ["kpi.config.yaml", "team.yaml"]]);
    expect(settings.get("status.on_track")).toEqual({ value: 0.9, file: "kpi.config.yaml" });
    expect(settings.get("status.at_risk")).toEqual({ value: 0.6, file: "team.yaml" });
    expect(levels.get("a/one")).toEqual({ level: "warning", file: "kpi.config.yaml", words: [] });
    expect(levels.get("a/words")).toEqual({ level: "off", file: "team.yaml", words: [] });
    expect(overrides).toEqual([
      { files: ["team/**"], levels: new Map([["a/words", "info"]]), file: "team.yaml", index: 0 },
      { files: ["old/**"], levels: new Map([["a/one", "off"]]), file: "kpi.config.yaml", index: 0 },
      { files: ["a/**", "b/**"], levels: new Map([["a/two", "warning"]]), file: "kpi.config.yaml", index: 1 },
    ]);
  });

  it("holds what is known, in the order of its file", async () => {
    const entry = (fingerprint: string) =>
      `{"fingerprint": "${fingerprint}", "rule": "a/one", "entity": "kpi/x", "path": "kpis.x", "message": "Say it"}`;
    const text = `{"version": 1, "known": [${entry("ffffffffffffffff")}, ${entry("0000000000000000")}]}`;
    const { config } = await openFiles({}, rules);
    const context = { rules, configFile: null, configFiles: [] };
    const finding = { rule: "a/one", entity: "kpi/x", message: "Say it" };
    expect([...strictnessOf(config, { ...context, known: readKnown(text) }).known]).toEqual([
      ["ffffffffffffffff", finding],
      ["0000000000000000", finding],
    ]);
    expect(strictnessOf(config, { ...context, known: NOTHING_KNOWN }).known.size).toBe(0);
  });
});
