/** What an editor gets from the published schema alone, asked of a real yaml-language-server. */

import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Folder, GOOD, kpi, ROOT } from "../support/cli.ts";
import { YamlServer } from "../support/yaml-language-server.ts";

const SCHEMA = path.join(ROOT, "schemas/v1/kpi.schema.json");

let server: YamlServer;
beforeAll(async () => {
  server = await YamlServer.start(SCHEMA);
});
afterAll(async () => {
  await server.stop();
});

const labels = async (text: string): Promise<readonly string[]> =>
  (await server.completions(text)).map((item) => item.label);

const KPI = "version: 1\nkpis:\n  nps-2026:\n    title: NPS of 75\n";

describe("completion", () => {
  it.each<[string, string, readonly string[]]>([
    ["top-level keys", "version: 1\n|", ["goals", "metrics", "kpis", "removed"]],
    [
      "keys of a goal",
      "version: 1\ngoals:\n  grow:\n    title: Grow\n    |",
      ["owner", "timeframe", "parent", "resources"],
    ],
    [
      "keys of a metric",
      "version: 1\nmetrics:\n  nps:\n    title: NPS\n    |",
      ["unit", "better", "aggregation", "cadence", "source"],
    ],
    [
      "keys of a KPI",
      `${KPI}    |`,
      ["goal", "metric", "owner", "timeframe", "target", "baseline", "guardrails", "review"],
    ],
    ["keys that begin with what is typed", `${KPI}    ta|`, ["target", "tags"]],
    [
      "keys of a source",
      "version: 1\nmetrics:\n  nps:\n    title: NPS\n    source:\n      |",
      ["system", "how", "link"],
    ],
    ["keys of a review", `${KPI}    review:\n      |`, ["every", "last"]],
    ["keys of a guardrail", `${KPI}    guardrails:\n      - |`, ["metric", "min", "max"]],
    ["keys of a change", `${KPI}    changes:\n      - |`, ["date", "field", "reason"]],
    [
      "aggregations",
      "version: 1\nmetrics:\n  nps:\n    title: NPS\n    aggregation: |",
      ["last", "sum", "ratio", "running"],
    ],
    [
      "categories",
      "version: 1\nmetrics:\n  nps:\n    title: NPS\n    category: |",
      ["financial", "customer", "operational", "employee"],
    ],
    ["cadences", `${KPI}    review:\n      every: |`, ["daily", "weekly", "monthly", "quarterly"]],
    ["types in a list", `${KPI}    type:\n      - |`, ["leading", "lagging", "input", "output"]],
    ["states", `${KPI}    state: |`, ["draft", "active", "retired"]],
  ])("%s", async (_, text, expected) => {
    expect(await labels(text)).toEqual(expect.arrayContaining([...expected]));
  });

  it("writes a key with its colon", async () => {
    const items = await server.completions(`${KPI}    |`);
    for (const key of ["goal", "metric", "owner", "timeframe", "baseline"]) {
      const item = items.find(({ label }) => label === key);
      expect(item?.insertText ?? "", key).toMatch(new RegExp(`^${key}:`));
    }
  });
});

describe("hover", () => {
  it.each([
    ["aggregation", "version: 1\nmetrics:\n  nps:\n    title: NPS\n    aggre|gation: sum\n", /window/i],
    ["target", `${KPI}    tar|get: 75\n`, /baseline|reach|keep/i],
    ["timeframe", `${KPI}    time|frame: 2026\n`, /2026/],
    ["owner", `${KPI}    own|er: "@a"\n`, /team:/],
  ])("%s", async (_, text, pattern) => {
    expect(await server.hover(text)).toMatch(pattern);
  });

  it("explains every field of the format", async () => {
    for (const [kind, field] of [
      ["goals", "parent"],
      ["goals", "stakeholders"],
      ["metrics", "bounds"],
      ["metrics", "cadence"],
      ["kpis", "leads"],
      ["kpis", "drivers"],
      ["kpis", "if_off_track"],
    ]) {
      const hover = await server.hover(
        `version: 1\n${kind}:\n  a-b:\n    ${field?.slice(0, 2)}|${field?.slice(2)}: x\n`,
      );
      expect(hover.length, `${kind}.${field}`).toBeGreaterThan(30);
    }
  });
});

describe("diagnostics", () => {
  it("has none for the good example company and for odd but valid files", async () => {
    for (const file of yamlFiles("examples/kpis").concat(yamlFiles("examples/odd"))) {
      if (/(empty|only-document-marks)\.kpi\.yaml$/.test(file)) continue; // an editor asks for the first key, as it should
      const found = await server.diagnostics(readFileSync(file, "utf8").replace(/^# yaml-language-server:.*$/m, "#"));
      expect(
        found.map(({ message }) => message),
        path.relative(ROOT, file),
      ).toEqual([]);
    }
  }, 60_000);

  it("has at least one for every broken example whose mistake is one of shape", async () => {
    const silent: string[] = [];
    for (const file of yamlFiles("examples/broken")) {
      const text = readFileSync(file, "utf8");
      const expected = [...text.matchAll(/^# expect: ([\w/-]+)/gm)].map(([, rule = ""]) => rule);
      if (!expected.some(isShape) || BEYOND_A_SCHEMA.has(path.basename(file))) continue;
      const found = await server.diagnostics(text.replace(/^# yaml-language-server:.*$/m, "#"));
      if (found.length === 0) silent.push(`${path.relative(ROOT, file)} (${expected.join(", ")})`);
    }
    expect(silent).toEqual([]);
  }, 120_000);
});

/** What only the checker can know, with the reason. */
const BEYOND_A_SCHEMA: ReadonlySet<string> = new Set([
  "target-plus-number.kpi.yaml", // +10 and 10 are the same number to every YAML parser
  "target-infinite.kpi.yaml", // JSON Schema has no word for finite
  "yaml-not-utf8.kpi.yaml", // an editor has decoded the bytes already
  "yaml-control-character.kpi.yaml", // its parser lets it through
  "yaml-unknown-tag.kpi.yaml", // its tags are a setting of the editor
]);

const MANDATORY = ["target-missing", "metric-missing", "goal-missing", "owner-missing", "timeframe-missing"];

/** Rules whose findings the published schema alone must show. */
function isShape(rule: string): boolean {
  if (rule.startsWith("schema/") || rule === "yaml/syntax") return true;
  return rule.endsWith("-unreadable") || MANDATORY.some((name) => rule.endsWith(`/${name}`));
}

describe("the workspace's own schema", () => {
  it("completes a goal's id that is defined in another file", async () => {
    const folder = new Folder({
      "kpi.yaml": GOOD,
      "goals.kpi.yaml": 'version: 1\ngoals:\n  grow-organic: { title: Found by search, owner: "@ceo" }\n',
    });
    const schema = kpi(["schema", "--workspace"], { cwd: folder.path }).out;
    folder.write("workspace.schema.json", schema);
    const own = await YamlServer.start(folder.join("workspace.schema.json"));
    const offered = (await own.completions(`${KPI}    goal: |`)).map(({ label }) => label);
    expect(offered).toEqual(expect.arrayContaining(["grow-organic", "happy-customers"]));
    const metrics = (await own.completions(`${KPI}    metric: |`)).map(({ label }) => label);
    expect(metrics).toEqual(["nps"]);
    expect(await own.diagnostics(GOOD)).toEqual([]);
    expect((await own.diagnostics(GOOD.replace("goal: happy-customers", "goal: nowhere"))).length).toBeGreaterThan(0);
    await own.stop();
    folder.drop();
  });
});

function yamlFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file) && !file.endsWith("kpi.config.yaml"))
    .sort()
    .map((file) => path.join(ROOT, folder, file));
}
