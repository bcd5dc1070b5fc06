import { describe, expect, it } from "vitest";
import { presetLevel } from "../../src/config/presets.ts";
import { checkExample } from "../../src/engine/example.ts";
import { rules } from "../../src/rules/index.ts";

const STRICT = "version: 1\nextends: strict\n";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("is found in its bad example, and nothing else is", async () => {
    const off = presetLevel(rule, "recommended") === "off";
    const result = await checkExample(rule.bad, rules, off ? `version: 1\nrules:\n  ${id}: warn\n` : "");
    expect([...new Set(result.findings.map((finding) => finding.ruleId))]).toEqual([id]);
  });

  it("is silent with everything else in its good example under strict", async () => {
    const own = rule.good.files["kpi.config.yaml"];
    const config = own === undefined ? STRICT : own.replace("version: 1\n", STRICT);
    const files = own === undefined ? rule.good.files : { ...rule.good.files, "kpi.config.yaml": config };
    const result = await checkExample({ ...rule.good, files }, rules, STRICT);
    expect(result.findings.map((finding) => `${finding.ruleId}: ${finding.message}`)).toEqual([]);
  });

  it("says something in every part of its metadata", () => {
    expect(rule.summary).toMatch(/^[A-Z`].*\.$/);
    expect(rule.docs.length).toBeGreaterThan(60);
    expect(Object.keys(rule.messages).length).toBeGreaterThan(0);
  });
});

describe("the catalogue", () => {
  it("holds every id once", () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });
});
