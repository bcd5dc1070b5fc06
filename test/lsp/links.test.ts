import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type {
  DocumentHighlight,
  Location,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { Folder } from "../support/cli.ts";
import { COMPANY, GOALS, KPIS, METRICS, VISITS } from "./support/company.ts";
import { applied, CAPABLE, Editor, positionOf, slice } from "./support/editor.ts";

const KPIS_FILE = "kpis/kpis.yaml";
const METRICS_FILE = "kpis/metrics.yaml";
const GOALS_FILE = "goals.kpi.yaml";

const drops: (() => void)[] = [];
afterEach(() => {
  for (const drop of drops.splice(0)) drop();
});

interface Opened {
  readonly folder: Folder;
  readonly editor: Editor;
}

async function opened(files: Readonly<Record<string, string>> = COMPANY, capabilities = CAPABLE): Promise<Opened> {
  const folder = new Folder(files);
  const editor = await Editor.start(folder.path, { capabilities });
  drops.push(() => {
    editor.kill();
    folder.drop();
  });
  return { folder, editor };
}

/** The position behind the first place where `before` stands in an open document. */
function behind(editor: Editor, file: string, before: string) {
  const offset = editor.text(file).indexOf(before);
  if (offset < 0) throw new Error(`${file} does not hold ${before}`);
  return positionOf(editor.text(file), offset + before.length);
}

/** Places as `file:line text`, of files as they are on disk. */
function places(folder: Folder, locations: readonly Location[] | null): readonly string[] {
  return (locations ?? []).map(({ uri, range }) => {
    const file = fileURLToPath(uri);
    const text = readFileSync(file, "utf8");
    return `${file.slice(folder.path.length + 1)}:${range.start.line + 1} ${slice(text, range)}`;
  });
}

/** The files on disk as they are after an edit, those that changed. */
function changedBy(folder: Folder, edit: WorkspaceEdit | null): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const file = fileURLToPath(change.textDocument.uri);
    files[file.slice(folder.path.length + 1)] = applied(readFileSync(file, "utf8"), (change as TextDocumentEdit).edits);
  }
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const file = fileURLToPath(uri);
    files[file.slice(folder.path.length + 1)] = applied(readFileSync(file, "utf8"), edits);
  }
  return files;
}

describe("go to definition", () => {
  it("leads to where an id is defined, in whatever file", async () => {
    const { folder, editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    const to = async (before: string): Promise<readonly string[]> =>
      places(folder, await editor.at("definition", KPIS_FILE, behind(editor, KPIS_FILE, before)));
    expect(await to("goal: happy")).toEqual(["goals.kpi.yaml:3 happy-customers"]);
    expect(await to('goal: "grow')).toEqual(["goals.kpi.yaml:7 grow-organic"]);
    expect(await to("metric: vis")).toEqual(["kpis/metrics.yaml:15 visits"]);
    expect(await to("drivers: [signups, signup-r")).toEqual(["kpis/metrics.yaml:28 signup-rate"]);
    expect(await to("leads: nps")).toEqual(["kpis/kpis.yaml:3 nps-2026"]);
    expect(await to("title: Net")).toEqual([]);
  });

  it("leads from data to the file, and from the file to its metric", async () => {
    const text = METRICS.replace("    unit: visits\n", "    unit: visits\n    data: data/visits.csv\n");
    const { folder, editor } = await opened({ ...COMPANY, [METRICS_FILE]: text });
    await editor.open(METRICS_FILE, text);
    const there: Location[] = await editor.at("definition", METRICS_FILE, behind(editor, METRICS_FILE, "data: data/v"));
    expect(there.map(({ uri }) => uri)).toEqual([editor.uri("kpis/data/visits.csv")]);
    await editor.open("kpis/data/visits.csv", VISITS, "csv");
    const back: Location[] = await editor.at("definition", "kpis/data/visits.csv", { line: 1, character: 3 });
    expect(places(folder, back)).toEqual(["kpis/metrics.yaml:15 visits"]);
  });

  it("follows anchors, aliases and merge keys to what they mean", async () => {
    const text = `version: 1
x-base: &base { goal: happy-customers, owner: "@cx" }
kpis:
  a:
    <<: *base
    title: Merged
    metric: &m nps
    timeframe: 2026
    target: 75
  b: { <<: *base, title: Again, metric: *m, timeframe: 2026, target: 80 }
`;
    const { folder, editor } = await opened({ ...COMPANY, "merged.kpi.yaml": text });
    await editor.open("merged.kpi.yaml", text);
    const goal = await editor.at<Location[]>(
      "definition",
      "merged.kpi.yaml",
      behind(editor, "merged.kpi.yaml", "{ goal: hap"),
    );
    expect(places(folder, goal)).toEqual(["goals.kpi.yaml:3 happy-customers"]);
    const alias = behind(editor, "merged.kpi.yaml", "metric: *");
    const metric = await editor.at<Location[]>("definition", "merged.kpi.yaml", alias);
    expect(places(folder, metric)).toEqual(["kpis/metrics.yaml:3 nps"]);
    expect(await editor.at("hover", "merged.kpi.yaml", alias)).toMatchObject({
      contents: { value: expect.stringContaining("Net Promoter Score") },
    });
    const references = await editor.at<Location[]>("references", "merged.kpi.yaml", alias, {
      context: { includeDeclaration: false },
    });
    expect(places(folder, references).filter((place) => place.startsWith("merged"))).toEqual([
      "merged.kpi.yaml:7 nps",
      "merged.kpi.yaml:10 *m",
    ]);
    const edit = await editor.rename("merged.kpi.yaml", behind(editor, "merged.kpi.yaml", "&m np"), "net-score");
    expect(changedBy(folder, edit)["merged.kpi.yaml"]).toBe(text.replace("&m nps", "&m net-score"));
  });
});

describe("find references", () => {
  it("finds every mention in all files, with and without the definition", async () => {
    const { folder, editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    const position = behind(editor, GOALS_FILE, "  happy-cus");
    const find = async (includeDeclaration: boolean): Promise<readonly string[]> =>
      places(folder, await editor.at("references", GOALS_FILE, position, { context: { includeDeclaration } }));
    expect(await find(false)).toEqual(["goals.kpi.yaml:9 happy-customers", "kpis/kpis.yaml:5 happy-customers"]);
    expect(await find(true)).toEqual(["goals.kpi.yaml:3 happy-customers", ...(await find(false))]);
    await editor.open(METRICS_FILE, METRICS);
    const signups: Location[] = await editor.at("references", METRICS_FILE, behind(editor, METRICS_FILE, "  signups"), {
      context: { includeDeclaration: false },
    });
    expect(places(folder, signups)).toEqual(["kpis/kpis.yaml:30 signups", "kpis/metrics.yaml:33 signups"]);
  });

  it("finds owners too, and the same id in the document", async () => {
    const { folder, editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    const owner: Location[] = await editor.at("references", KPIS_FILE, behind(editor, KPIS_FILE, 'owner: "@c'), {
      context: { includeDeclaration: false },
    });
    expect(places(folder, owner)).toEqual(['kpis/kpis.yaml:8 "@cx"']);
    const here: DocumentHighlight[] = await editor.at(
      "documentHighlight",
      KPIS_FILE,
      behind(editor, KPIS_FILE, "  nps-2026"),
    );
    expect(here.map(({ range, kind }) => [slice(KPIS, range), kind])).toEqual([
      ["nps-2026", 3],
      ["nps-2026", 2],
      ["nps-2026", 2],
    ]);
  });
});

describe("rename", () => {
  it("says what it would rename", async () => {
    const { editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    expect(await editor.at("prepareRename", KPIS_FILE, behind(editor, KPIS_FILE, 'goal: "grow'))).toMatchObject({
      placeholder: "grow-organic",
      range: { start: { line: 19, character: 11 }, end: { line: 19, character: 23 } },
    });
    expect(await editor.at("prepareRename", KPIS_FILE, behind(editor, KPIS_FILE, "title: Net"))).toBeNull();
    expect(await editor.at("prepareRename", KPIS_FILE, behind(editor, KPIS_FILE, 'owner: "@c'))).toBeNull();
  });

  it("changes a goal everywhere, in the quotation marks that stand there", async () => {
    const quoted = GOALS.replace("  grow-organic:", '  "grow-organic":').replaceAll("\n", "\r\n");
    const { folder, editor } = await opened({ ...COMPANY, [GOALS_FILE]: quoted });
    await editor.open(KPIS_FILE, KPIS);
    const edit = await editor.rename(KPIS_FILE, behind(editor, KPIS_FILE, 'goal: "grow'), "search");
    expect(changedBy(folder, edit)).toEqual({
      [GOALS_FILE]: quoted.replace('"grow-organic"', '"search"'),
      [KPIS_FILE]: KPIS.replace('"grow-organic"', '"search"'),
    });
  });

  it("changes a KPI where it leads, adds up and was removed once", async () => {
    const removed = 'version: 1\nremoved:\n  nps-2026: { on: 2026-01-01, reason: "An earlier one" }\n';
    const { folder, editor } = await opened({ ...COMPANY, "removed.kpi.yaml": removed });
    await editor.open(KPIS_FILE, KPIS);
    const edit = await editor.rename(KPIS_FILE, behind(editor, KPIS_FILE, "leads: nps"), "net-score-2026");
    const changed = changedBy(folder, edit);
    expect(changed[KPIS_FILE]).toBe(KPIS.replaceAll("nps-2026", "net-score-2026"));
    expect(changed["removed.kpi.yaml"]).toBe(removed.replace("nps-2026", "net-score-2026"));
    expect(Object.keys(changed)).toHaveLength(2);
  });

  it("changes a metric in drivers, guardrails and derived ones, and nothing that only looks like it", async () => {
    const { folder, editor } = await opened();
    await editor.open(METRICS_FILE, METRICS);
    const edit = await editor.rename(METRICS_FILE, behind(editor, METRICS_FILE, "  signups"), "new-accounts");
    expect(changedBy(folder, edit)).toEqual({
      [METRICS_FILE]: METRICS.replace("  signups:", "  new-accounts:").replace("[signups,", "[new-accounts,"),
      [KPIS_FILE]: KPIS.replace("[signups,", "[new-accounts,"),
    });
    const rate = await editor.rename(METRICS_FILE, behind(editor, METRICS_FILE, "  signup-rate"), "rate");
    expect(changedBy(folder, rate)[KPIS_FILE]).toBe(KPIS.replaceAll("signup-rate", "rate"));
  });

  it("moves the data file of a metric that names none", async () => {
    const { folder, editor } = await opened();
    await editor.open(METRICS_FILE, METRICS);
    const edit = await editor.rename(METRICS_FILE, behind(editor, METRICS_FILE, "  visits"), "sessions");
    expect(edit?.documentChanges?.[0]).toEqual({
      kind: "rename",
      oldUri: editor.uri("kpis/data/visits.csv"),
      newUri: editor.uri("kpis/data/sessions.csv"),
    } satisfies RenameFile);
    expect(changedBy(folder, edit)[METRICS_FILE]).toContain("  sessions:\n");
    expect(existsSync(folder.join("kpis/data/visits.csv"))).toBe(true);
  });

  it("names the data file where the editor moves none", async () => {
    const workspace = { ...CAPABLE.workspace, workspaceEdit: {} };
    const { folder, editor } = await opened(COMPANY, { ...CAPABLE, workspace });
    await editor.open(METRICS_FILE, METRICS);
    const edit = await editor.rename(METRICS_FILE, behind(editor, METRICS_FILE, "  visits"), "sessions");
    expect(edit?.documentChanges).toBeUndefined();
    const text = changedBy(folder, edit)[METRICS_FILE] ?? "";
    expect(text).toContain("  sessions:\n    title: Monthly visits");
    expect(text).toContain("    source: { system: GA4, how: automatic }\n    data: data/visits.csv\n  signups:");
  });

  it("writes an id that looks like a number so that it stays one", async () => {
    const { folder, editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    const edit = await editor.rename(GOALS_FILE, behind(editor, GOALS_FILE, "  happy-cus"), "2026");
    const changed = changedBy(folder, edit);
    expect(changed[GOALS_FILE]).toContain("\n  2026:\n");
    expect(changed[GOALS_FILE]).toContain('parent: "2026"');
    expect(changed[KPIS_FILE]).toContain('goal: "2026"');
  });

  it.each([
    ["Not An Id", /is no id/],
    ["x".repeat(65), /at most 64/],
    ["happy-customers", /There is a goal happy-customers already, in goals\.kpi\.yaml/],
  ])("refuses %s with a sentence", async (name, sentence) => {
    const { editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    await expect(editor.rename(GOALS_FILE, behind(editor, GOALS_FILE, "  grow-org"), name)).rejects.toThrow(sentence);
  });

  it("refuses while a file that holds the id cannot be parsed", async () => {
    const { editor } = await opened({ ...COMPANY, "broken.kpi.yaml": 'kpis:\n  x: { goal: grow-organic\n  y: "' });
    await editor.open(GOALS_FILE, GOALS);
    const position = behind(editor, GOALS_FILE, "  grow-org");
    await expect(editor.rename(GOALS_FILE, position, "search")).rejects.toThrow(
      /broken\.kpi\.yaml .* cannot be parsed/,
    );
  });

  it("goes by open documents, not by what is on disk", async () => {
    const { editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    const fresh = `${GOALS}  third: { title: A third, owner: "@ceo", parent: grow-organic }\n`;
    await editor.change(GOALS_FILE, fresh);
    const edit = await editor.rename(GOALS_FILE, behind(editor, GOALS_FILE, "parent: grow-org"), "search");
    const own = edit?.documentChanges?.find(
      (change) => "textDocument" in change && change.textDocument.uri === editor.uri(GOALS_FILE),
    );
    expect(own).toMatchObject({ textDocument: { version: 2 } });
    expect(applied(fresh, (own as TextDocumentEdit).edits)).toBe(fresh.replaceAll("grow-organic", "search"));
  });
});
