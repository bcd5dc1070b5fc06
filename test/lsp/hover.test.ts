import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { CodeLens, DocumentSymbol, SymbolInformation, WorkspaceSymbol } from "vscode-languageserver-protocol";
import { Folder } from "../support/cli.ts";
import { COMPANY, GOALS, KPIS, METRICS, VISITS } from "./support/company.ts";
import { CAPABLE, Editor, positionOf, slice } from "./support/editor.ts";

const KPIS_FILE = "kpis/kpis.yaml";
const METRICS_FILE = "kpis/metrics.yaml";

let folder: Folder;
let editor: Editor;
const others: (() => void)[] = [];

beforeAll(async () => {
  folder = new Folder({ ...COMPANY, "kpi.config.yaml": "version: 1\nlimits: { kpis_per_goal: 5 }\n" });
  editor = await Editor.start(folder.path);
  await editor.open(KPIS_FILE, KPIS);
  await editor.open(METRICS_FILE, METRICS);
  await editor.open("goals.kpi.yaml", GOALS);
  await editor.untilJudged("goals.kpi.yaml");
});

afterEach(() => {
  for (const drop of others.splice(0)) drop();
});

afterAll(() => {
  editor.kill();
  folder.drop();
});

async function other(files: Readonly<Record<string, string>>, capabilities = CAPABLE): Promise<Editor> {
  const own = new Folder(files);
  const started = await Editor.start(own.path, { capabilities });
  others.push(() => {
    started.kill();
    own.drop();
  });
  return started;
}

/** The hover at the first place where `before` stands, behind it. */
function behind(file: string, before: string, by: Editor = editor): Promise<string> {
  const text = by.text(file);
  const offset = text.indexOf(before);
  if (offset < 0) throw new Error(`${file} does not hold ${before}`);
  return by.hover(file, positionOf(text, offset + before.length));
}

describe("hover", () => {
  it("says what a field means", async () => {
    expect(await behind(KPIS_FILE, "    if_off_tr")).toMatch(/^\*\*If off track\*\*\n\nWhat will be done/);
    expect(await behind(METRICS_FILE, "    cad")).toContain("Default: `monthly`.");
    await editor.open("kpi.config.yaml", "version: 1\nlimits: { kpis_per_goal: 5 }\n");
    expect(await behind("kpi.config.yaml", "limits: { kpis_per")).toContain("Default: 5.");
  });

  it("says what a word means", async () => {
    expect(await behind(KPIS_FILE, "type: lagg")).toBe("`lagging`: Confirms: it shows the result afterwards.");
    expect(await behind(KPIS_FILE, "    title: Net Promoter")).toBe("");
  });

  it("tells a metric with its definition and its latest value", async () => {
    const text = await behind(KPIS_FILE, "    metric: np");
    expect(text).toMatch(/^\*\*Net Promoter Score\*\* — `nps`, metric\n/);
    expect(text).toContain("promoters (9-10)");
    expect(text).toContain("latest: 68 points on 2026-06-30");
    expect(text).toContain("1 KPI measures it.");
    expect(text).toContain("defined in `kpis/metrics.yaml:3`");
  });

  it("tells a goal with its status, and a KPI with its own", async () => {
    const goal = await behind(KPIS_FILE, "goal: happy-cust");
    expect(goal).toMatch(
      /^\*\*Customers stay because they are happy\*\* — `happy-customers`, goal\n\n\*\*▲ at-risk\*\* · 38.84 %/,
    );
    expect(goal).toContain("Winning a new customer");
    const kpi = await behind(KPIS_FILE, "leads: nps-2");
    expect(kpi).toMatch(/\*\*▲ at-risk\*\* · 68 → 75 points, 46.15 %, pace 0.9307/);
    expect(kpi).toContain("Promoters renew.");
  });

  it("tells the same where the id is defined, and what an owner answers for", async () => {
    expect(await behind(METRICS_FILE, "  visi")).toContain("latest: 52,000 visits on 2026-07-31");
    expect(await behind(KPIS_FILE, 'owner: "@c')).toBe("`@cx` answers for 1 active KPI and 0 goals.");
  });

  it("tells the number that a target comes to", async () => {
    const text = await behind(KPIS_FILE, "target: +2");
    expect(text).toContain("48,200 + 48,200 × 25 / 100 = 60,250 visits");
    expect(text).toContain("`B baseline`: 48,200 visits, as stated for 2026-06-30");
    expect(await behind(KPIS_FILE, "baseline: { val")).toContain("60,250 visits");
    expect(await behind(KPIS_FILE, "    targ")).toContain("75 points, to be reached from below");
  });

  it("tells the days of a timeframe", async () => {
    expect(await behind(KPIS_FILE, "timeframe: 2026-")).toBe("2026-Q3, 2026-07-01 to 2026-09-30, 92 days");
  });

  it("goes by what is written now", async () => {
    await editor.change(KPIS_FILE, KPIS.replace("target: +25%", "target: +50%"));
    expect(await behind(KPIS_FILE, "target: +5")).toContain("= 72,300 visits");
    await editor.change(KPIS_FILE, KPIS);
  });

  it("still says what fields mean in a document that cannot be parsed", async () => {
    await editor.change(KPIS_FILE, KPIS.replace("why: Promoters", 'why: "Promoters'));
    expect(await behind(KPIS_FILE, "    if_off_tr")).toContain("If off track");
    await editor.change(KPIS_FILE, KPIS);
  });

  it("shows what stands in files and does nothing else", async () => {
    const title = "<img src=x> **b** [a](http://x) `c` @ana #12 \\u202E";
    const hostile = METRICS.replace("Net Promoter Score", `"${title}"`).replace(/title: "(.*)"$/m, 'title: "$1"');
    const one = await other({ ...COMPANY, [METRICS_FILE]: hostile });
    await one.open(KPIS_FILE, KPIS);
    await one.open(METRICS_FILE, hostile);
    const text = await behind(KPIS_FILE, "    metric: np", one);
    expect(text).toContain("\\<img src=x\\> \\*\\*b\\*\\* \\[a\\](http\\://x) \\`c\\` @ana #12");
    expect(text).not.toMatch(/(?<!\\)<|\u202e/);
    const lenses: CodeLens[] = await one.about("codeLens", KPIS_FILE);
    expect(lenses).toHaveLength(2);
  });

  it("is plain text for an editor that shows no Markdown", async () => {
    const textDocument = { ...CAPABLE.textDocument, hover: { contentFormat: ["plaintext" as const] } };
    const one = await other(COMPANY, { ...CAPABLE, textDocument });
    await one.open(KPIS_FILE, KPIS);
    expect(await behind(KPIS_FILE, "    metric: np", one)).toMatch(/^Net Promoter Score — nps, metric\n/);
    expect(await behind(KPIS_FILE, "    if_off_tr", one)).toMatch(/^If off track: What will be done/);
  });
});

describe("code lens", () => {
  const titles = async (by: Editor, file = KPIS_FILE): Promise<readonly (string | undefined)[]> =>
    ((await by.about<CodeLens[] | null>("codeLens", file)) ?? []).map(({ command }) => command?.title);

  it("shows status and pace above each KPI", async () => {
    const lenses: CodeLens[] = await editor.about("codeLens", KPIS_FILE);
    expect(lenses.map(({ command }) => command?.title)).toEqual([
      "▲ at-risk · 68 → 75 points · pace 0.9307",
      "▲ at-risk · 52,000 → 60,250 visits · pace 0.9359",
    ]);
    expect(lenses.map(({ range }) => slice(KPIS, range))).toEqual(["nps-2026", "traffic-q3"]);
    expect(lenses.every(({ command }) => command?.command === "")).toBe(true);
  });

  it("follows data, stays while a document cannot be parsed, and is asked for again when others change it", async () => {
    const refreshSupport = { refreshSupport: true };
    const one = await other(COMPANY, { ...CAPABLE, workspace: { ...CAPABLE.workspace, codeLens: refreshSupport } });
    await one.open(KPIS_FILE, KPIS);
    await one.open("kpis/data/visits.csv", VISITS, "csv");
    await one.untilJudged("kpis/data/visits.csv");
    const before = one.refreshed.lens;
    await one.change("kpis/data/visits.csv", VISITS.replace("52000", "60250"));
    await one.until("a refresh", () => one.refreshed.lens > before);
    expect((await titles(one))[1]).toMatch(/60,250 → 60,250 visits/);
    await one.change(KPIS_FILE, KPIS.replace("why: Promoters", 'why: "Promoters'));
    expect(await titles(one)).toHaveLength(2);
  });

  it("says which KPIs are not scored, and is off where that is asked for", async () => {
    const draft = KPIS.replace("    type: lagging\n", "    state: draft\n");
    const one = await other({ ...COMPANY, [KPIS_FILE]: draft });
    await one.open(KPIS_FILE, draft);
    expect((await titles(one))[0]).toBe("draft: listed, not scored");
    const own = new Folder(COMPANY);
    const without = await Editor.start(own.path, { initializationOptions: { codeLens: false } });
    others.push(() => {
      without.kill();
      own.drop();
    });
    expect(without.initialized?.capabilities.codeLensProvider).toBeUndefined();
  });
});

describe("symbols", () => {
  it("are the outline of a document", async () => {
    const symbols: DocumentSymbol[] = await editor.about("documentSymbol", KPIS_FILE);
    expect(symbols.map(({ name }) => name)).toEqual(["KPIs"]);
    const children = symbols[0]?.children ?? [];
    expect(children.map(({ name, detail }) => [name, detail])).toEqual([
      ["nps-2026", "Net Promoter Score of 75"],
      ["traffic-q3", "Increase web traffic from organic search by 25%"],
    ]);
    expect(children.map(({ selectionRange }) => slice(KPIS, selectionRange))).toEqual(["nps-2026", "traffic-q3"]);
    expect(slice(KPIS, children[0]?.range ?? expect.fail("no range"))).toMatch(/^nps-2026:[\s\S]+min: 0\.1$/);
  });

  it("are there while something is half written, and in braces", async () => {
    const one = await other(COMPANY);
    const text = 'version: 1\ngoals: { a: { title: abc }, b: {} }\nkpis:\n  "c":\n    title: "never\n  d: {\n  ';
    await one.open("x.kpi.yaml", text);
    const symbols: DocumentSymbol[] = await one.about("documentSymbol", "x.kpi.yaml");
    expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ["Goals", ["a", "b"]],
      ["KPIs", ["c", "d"]],
    ]);
  });

  it("are a list for an editor that shows no tree", async () => {
    const textDocument = { ...CAPABLE.textDocument, documentSymbol: {} };
    const one = await other(COMPANY, { ...CAPABLE, textDocument });
    await one.open("goals.kpi.yaml", GOALS);
    const symbols: SymbolInformation[] = await one.about("documentSymbol", "goals.kpi.yaml");
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ["happy-customers", "Goals"],
      ["grow-organic", "Goals"],
    ]);
  });

  it("are found by id or title in all files", async () => {
    const found: WorkspaceSymbol[] = await editor.connection.sendRequest("workspace/symbol", { query: "promoter net" });
    expect(found.map(({ name }) => name)).toEqual(["nps-2026", "nps"]);
    expect(found[1]?.location).toMatchObject({ uri: editor.uri(METRICS_FILE) });
  });
});
