import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { graphCommand } from "../../../src/commands/graph.ts";
import { openFiles } from "../../../src/engine/in-memory.ts";
import { progressOf } from "../../../src/progress/progress.ts";
import { graphReporters } from "../../../src/report/graph/formats.ts";
import { type Graph, graphOf, keyOf, neighbourhood } from "../../../src/report/graph/model.ts";
import { rules } from "../../../src/rules/index.ts";
import { parseDay } from "../../../src/workspace/day.ts";
import { Folder } from "../../support/cli.ts";
import { run } from "../../support/in-process.ts";

const FILE = `version: 1
goals:
  company: { title: Grow, owner: "@ceo" }
  customers: { title: Customers stay, owner: "@ceo", parent: company }
  other: { title: Another goal, owner: "@ceo" }
metrics:
  nps: { title: Net Promoter Score, unit: points, values: { 2026-06-30: 68 } }
  refunds: { title: Refunds, unit: "%", better: lower, values: { 2026-06-30: 2 } }
  a: { title: Part a, values: { 2026-06-30: 1 } }
  b: { title: Part b, values: { 2026-06-30: 2 } }
  rate: { title: Rate, derived: { ratio: [a, b] } }
kpis:
  nps-2026: { title: NPS of 75, goal: customers, metric: nps, owner: "@a", timeframe: 2026, baseline: 62, target: 75, leads: rate-2026, guardrails: [{ metric: refunds, max: 3 }], drivers: [a] }
  rate-2026: { title: Rate, goal: other, metric: rate, owner: "@a", timeframe: 2026, target: 50, contributes_to: nps-2026 }
  lost: { title: Lost, goal: nowhere, metric: nothing, owner: "@a", timeframe: 2026, target: 5 }
`;

async function graph(file = FILE): Promise<Graph> {
  const { workspace } = await openFiles({ "kpi.yaml": file }, rules);
  return graphOf(workspace, progressOf(workspace, parseDay("2026-08-15") ?? 0));
}

const links = ({ edges }: Graph) => edges.map(({ from, to, kind }) => `${from.id} ${kind} ${to.id}`);

describe("graphOf", () => {
  it("holds every entity with its status, and every link to one that exists", async () => {
    const found = await graph();
    expect(found.nodes.map(keyOf)).toHaveLength(11);
    expect(found.nodes.find(({ id }) => id === "nps-2026")).toMatchObject({ kind: "kpi", status: "at-risk" });
    expect(found.nodes.find(({ id }) => id === "company")).toMatchObject({ kind: "goal", status: "at-risk" });
    expect(links(found)).toEqual([
      "customers parent company",
      "nps-2026 goal customers",
      "nps-2026 metric nps",
      "nps-2026 leads rate-2026",
      "nps-2026 driver a",
      "nps-2026 guardrail refunds",
      "rate-2026 goal other",
      "rate-2026 metric rate",
      "rate-2026 contributes-to nps-2026",
      "rate derived-from a",
      "rate derived-from b",
    ]);
  });
});

describe("neighbourhood", () => {
  it.each([
    ["refunds", ["company", "customers", "nps-2026", "nps", "refunds"]],
    ["company", ["company", "customers"]],
    ["b", ["b", "rate"]],
    ["other", ["other", "rate-2026", "rate"]],
    ["lost", ["lost"]],
  ])("of %s", async (id, expected) => {
    const { nodes } = neighbourhood(await graph(), new Set([id]));
    expect(nodes.map((node) => node.id).sort()).toEqual([...expected].sort());
  });
});

const HOSTILE = 'x"]; click n1 "javascript:alert(1)" <img src=x onerror=alert(1)> & # ` | \\\\ \\" end';

describe("formats", () => {
  it("draws a flowchart", async () => {
    const text = graphReporters.mermaid(neighbourhood(await graph(), new Set(["refunds"])));
    expect(text).toBe(`flowchart TB
  n1(["Grow<br>company<br>▲ at-risk"])
  n2(["Customers stay<br>customers<br>▲ at-risk"])
  n3["NPS of 75<br>nps-2026<br>▲ at-risk"]
  n4[("Net Promoter Score<br>nps")]
  n5[("Refunds<br>refunds")]
  n1 --- n2
  n2 --- n3
  n3 --- n4
  n3 -.->|guardrail| n5
`);
  });

  it("keeps titles text", async () => {
    const hostile = FILE.replace("title: NPS of 75", `title: ${JSON.stringify(HOSTILE)}`);
    const found = await graph(hostile);
    const mermaid = graphReporters.mermaid(found);
    for (const line of mermaid.split("\n")) expect(line.match(/"/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(mermaid).not.toMatch(/<img|click n1 "|[`\\]/);
    const dot = graphReporters.dot(found);
    const strings = dot.replace(/"(?:[^"\\\n]|\\.)*"/g, "");
    expect(strings).not.toContain('"');
    expect(strings).not.toMatch(/click|img/);
    expect(JSON.parse(graphReporters.json(found)).nodes.find(({ id }: { id: string }) => id === "nps-2026").title).toBe(
      HOSTILE,
    );
  });

  const hasGraphviz = spawnSync("dot", ["-V"]).status === 0;
  it.skipIf(!hasGraphviz)("is read by Graphviz", async () => {
    const hostile = FILE.replace("title: NPS of 75", `title: ${JSON.stringify(HOSTILE)}`);
    const drawn = spawnSync("dot", ["-Tplain"], { input: graphReporters.dot(await graph(hostile)), encoding: "utf8" });
    expect(drawn.stderr).toBe("");
    expect(drawn.stdout.match(/^node /gm)).toHaveLength(11);
    expect(drawn.stdout.match(/^edge /gm)).toHaveLength(11);
  });
});

describe("kpi graph", () => {
  const folders: Folder[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.drop();
  });
  const graphIn = (ids: readonly string[], files: Readonly<Record<string, string>> = { "kpi.yaml": FILE }) => {
    const folder = new Folder(files);
    folders.push(folder);
    return run((options, host) => graphCommand(ids, options, host), { cwd: folder.path });
  };

  it("draws everything, or what is around some ids", async () => {
    expect((await graphIn([])).out.match(/^ {2}n\d+[[(]/gm)).toHaveLength(11);
    expect((await graphIn(["refunds"])).out.match(/^ {2}n\d+[[(]/gm)).toHaveLength(5);
  });

  it("says what it does not know", async () => {
    expect(await graphIn(["nps-2062"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("did you mean nps-2026?"),
    });
    expect((await graphIn([], {})).status).toBe(2);
  });
});
