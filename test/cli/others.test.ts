import { afterEach, describe, expect, it } from "vitest";
import { verdicts } from "../../src/changes/verdicts/index.ts";
import { explainCommand } from "../../src/commands/explain.ts";
import { rules } from "../../src/rules/index.ts";
import { Folder, GOOD, kpi, ROOT } from "../support/cli.ts";
import { hostIn } from "../support/host.ts";

let folder: Folder | null = null;

function at(files: Record<string, string>): string {
  folder = new Folder(files);
  return folder.path;
}

afterEach(() => {
  folder?.drop();
  folder = null;
});

const CONFIG = `version: 1
extends: [strict, ./team.yaml]
status: { on_track: 0.9 }
rules:
  data/stale: [info, {}]
`;
const TEAM = "version: 1\nlimits: { kpis_per_goal: 9 }\nrules:\n  data/gap: off\n  data/stale: error\n";

describe("kpi rules", () => {
  it("lists every rule with its level and where that was set", () => {
    const cwd = at({ "kpi.config.yaml": CONFIG, "team.yaml": TEAM });
    const { schemaVersion, rules: listed } = JSON.parse(kpi(["rules", "--format", "json"], { cwd }).out);
    expect(schemaVersion).toBe(1);
    expect(listed.map((rule: { id: string }) => rule.id)).toEqual([...rules, ...verdicts].map(({ id }) => id));
    const byId = new Map(listed.map((rule: { id: string }) => [rule.id, rule]));
    expect(byId.get("data/stale")).toMatchObject({
      level: "info",
      origin: "kpi.config.yaml",
      presets: { recommended: "warning", strict: "error" },
    });
    expect(byId.get("data/gap")).toMatchObject({ level: "off", origin: "team.yaml" });
    expect(byId.get("data/unit-jump")).toMatchObject({ level: "error", origin: "strict" });
  });

  it("says that rules on words are off for another language than English", () => {
    const cwd = at({ "kpi.config.yaml": "version: 1\nlanguage: de\nrules: { specific/vague-term: error }\n" });
    const { rules: listed } = JSON.parse(kpi(["rules", "--format", "json"], { cwd }).out);
    const off = listed.filter(({ origin }: { origin: string }) => origin === "language: de");
    expect(off.map(({ id }: { id: string }) => id).sort()).toEqual(
      rules
        .filter(({ text }) => text === true)
        .map(({ id }) => id)
        .sort(),
    );
    expect(new Set(off.map(({ level }: { level: string }) => level))).toEqual(new Set(["off"]));
  });

  it("fits a narrow terminal", () => {
    const run = kpi(["rules"], { cwd: at({}) });
    expect(run.out).toContain("measurable/target-missing");
    expect(run.out).toMatch(/\d+ rules\./);
  });
});

describe("kpi config", () => {
  it("shows every value with its origin", () => {
    const cwd = at({ "kpi.config.yaml": CONFIG, "team.yaml": TEAM, "kpi.yaml": GOOD });
    const json = JSON.parse(kpi(["config", "--format", "json"], { cwd }).out);
    expect(json.values).toContainEqual({ key: "status.on_track", value: 0.9, origin: "kpi.config.yaml" });
    expect(json.values).toContainEqual({ key: "limits.kpis_per_goal", value: 9, origin: "team.yaml" });
    expect(json.values).toContainEqual({ key: "status.at_risk", value: 0.75, origin: "default" });
    expect(json).toMatchObject({ preset: "strict", files: 1 });
    expect(kpi(["config"], { cwd }).out).toMatch(/limits\.kpis_per_goal +9 +team\.yaml/);
  });

  it.each([
    ["./none.yaml", /no preset and no file/],
    ["strikt", /no preset and no file/],
    ["./kpi.config.yaml", /in a circle/],
  ])("extends %s is refused", (reference, message) => {
    const run = kpi(["config"], { cwd: at({ "kpi.config.yaml": `version: 1\nextends: ${reference}\n` }) });
    expect(run.status).toBe(2);
    expect(run.out.replace(/\s+/g, " ")).toMatch(message);
  });

  it("reads the config of an installed package", () => {
    const cwd = at({
      "kpi.config.yaml": "version: 1\nextends: kpi-config-acme\n",
      "node_modules/kpi-config-acme/kpi.config.yaml": "version: 1\nlimits: { kpis_per_person: 2 }\n",
    });
    expect(kpi(["config"], { cwd }).out).toMatch(/kpis_per_person +2 +node_modules\/kpi-config-acme/);
  });
});

describe("kpi explain", () => {
  it("shows a rule with the real output of its example", () => {
    const run = kpi(["explain", "data/gap"]);
    expect(run.status).toBe(0);
    expect(run.out).toMatch(/^data\/gap\n/);
    expect(run.out).toContain("^^^^^^^^^^");
  });

  it.each(rules.map((rule) => [rule.id]))("%s", async (id) => {
    const host = hostIn(ROOT);
    expect(await explainCommand(id, { color: false }, host)).toBe(0);
    expect(host.seen.out).toContain(id);
    expect(host.seen.out).toContain("^");
  });
});

describe("kpi schema", () => {
  it("prints the published schema", () => {
    const schema = JSON.parse(kpi(["schema"]).out);
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
    expect(JSON.parse(kpi(["schema", "--config"]).out).$id).toContain("config.schema.json");
  });

  it("puts the workspace's ids in as enums", () => {
    const cwd = at({ "kpi.yaml": GOOD });
    const text = kpi(["schema", "--workspace"], { cwd }).out;
    expect(text).toContain('"happy-customers"');
    expect(text).toContain('"nps"');
    expect(kpi(["schema", "--workspace", "--config"], { cwd }).status).toBe(2);
  });
});
