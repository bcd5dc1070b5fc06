import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit, TextEdit } from "vscode-languageserver-protocol";
import { Folder, kpi } from "../support/cli.ts";
import { COMPANY, KPIS, METRICS, VISITS } from "./support/company.ts";
import { applied, CAPABLE, Editor } from "./support/editor.ts";

const KPIS_FILE = "kpis/kpis.yaml";
const METRICS_FILE = "kpis/metrics.yaml";
const START = { line: 0, character: 0 };
const ALL = { start: START, end: { line: 10_000, character: 0 } };

const drops: (() => void)[] = [];
afterEach(() => {
  for (const drop of drops.splice(0)) drop();
});

async function opened(
  file: string,
  text: string,
  capabilities = CAPABLE,
  files: Readonly<Record<string, string>> = COMPANY,
): Promise<Editor> {
  const folder = new Folder(files);
  const editor = await Editor.start(folder.path, { capabilities });
  drops.push(() => {
    editor.kill();
    folder.drop();
  });
  await editor.open(file, text);
  await editor.untilJudged(file);
  return editor;
}

function action(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((one) => one.title === title);
  if (found === undefined) throw new Error(`No ${title} among ${actions.map((one) => one.title).join(", ")}`);
  return found;
}

/** The edits of an action for one document. */
function editsOf(editor: Editor, file: string, { edit }: CodeAction): readonly TextEdit[] {
  const change = edit?.documentChanges?.find(
    (one) => "textDocument" in one && one.textDocument.uri === editor.uri(file),
  );
  return (change as TextDocumentEdit | undefined)?.edits ?? edit?.changes?.[editor.uri(file)] ?? [];
}

function textAfter(editor: Editor, file: string, taken: CodeAction): string {
  return applied(editor.text(file), editsOf(editor, file, taken));
}

describe("quick fixes", () => {
  it("write what a finding suggests, in its document", async () => {
    const text = KPIS.replace("goal: happy-customers", "goal: happy-custmers");
    const editor = await opened(KPIS_FILE, text);
    const [finding] = editor.shown(KPIS_FILE);
    const actions = await editor.actions(KPIS_FILE, finding?.range ?? ALL);
    const write = action(actions, "Write happy-customers");
    expect(write).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [{ code: "ref/unknown-goal" }] });
    expect(textAfter(editor, KPIS_FILE, write)).toBe(KPIS);
    expect(write.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
  });

  it("offer all suggestions, none of them preferred", async () => {
    const editor = await opened(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    const actions = await editor.actions(KPIS_FILE, ALL);
    const both = ["Write +75% (a change from the baseline)", "Write 75 (the level to reach)"].map((title) =>
      action(actions, title),
    );
    expect(both.map((one) => one.isPreferred)).toEqual([false, false]);
    const targets = both.map((one) => /target: .*/.exec(textAfter(editor, KPIS_FILE, one))?.[0]);
    expect(targets).toEqual(["target: +75%", "target: 75"]);
  });

  it("are only those of the range, and of the kinds that are asked for", async () => {
    const editor = await opened(KPIS_FILE, KPIS.replace("goal: happy-customers", "goal: happy-custmers"));
    expect(await editor.actions(KPIS_FILE, { start: START, end: START })).toEqual([]);
    expect(await editor.actions(KPIS_FILE, ALL, ["refactor"])).toEqual([]);
    expect((await editor.actions(KPIS_FILE, ALL, ["quickfix"])).length).toBeGreaterThan(1);
  });

  it("mend a document that cannot be parsed", async () => {
    const editor = await opened(KPIS_FILE, KPIS);
    const broken = KPIS.replace("    why: Promoters renew.\n", "\twhy: Promoters renew.\n");
    await editor.change(KPIS_FILE, broken);
    await editor.untilCodes(KPIS_FILE, ["yaml/syntax"]);
    const actions = await editor.actions(KPIS_FILE, ALL);
    expect(actions.map(({ title }) => title)).not.toContain("Suppress yaml/syntax with a reason");
  });

  it("fix all that is safe, where an editor asks for that", async () => {
    const csv = "date,value\n2026-07-31,52000\n2026-06-30,48200\n";
    const editor = await opened("kpis/data/visits.csv", csv);
    await editor.untilCodes("kpis/data/visits.csv", ["data/unsorted"]);
    const [all] = await editor.actions("kpis/data/visits.csv", ALL, ["source.fixAll"]);
    expect(all).toMatchObject({ kind: "source.fixAll.kpi" });
    expect(textAfter(editor, "kpis/data/visits.csv", all ?? expect.fail("no action"))).toBe(VISITS);
    await editor.change("kpis/data/visits.csv", VISITS);
    await editor.untilCodes("kpis/data/visits.csv", []);
    expect(await editor.actions("kpis/data/visits.csv", ALL, ["source.fixAll"])).toEqual([]);
  });
});

describe("suppress with a reason", () => {
  const VAGUE = KPIS.replace("title: Net Promoter Score of 75", "title: Improve the Net Promoter Score to 75");
  const WITHOUT_WHY = KPIS.replace("    why: Promoters renew.\n", "");
  const TITLE = "Suppress relevant/why-missing with a reason";

  it("writes a comment above the line that waits for its reason", async () => {
    const editor = await opened(KPIS_FILE, WITHOUT_WHY);
    const suppress = action(await editor.actions(KPIS_FILE, ALL), TITLE);
    const text = textAfter(editor, KPIS_FILE, suppress);
    expect(text).toContain("kpis:\n  # kpi-disable-next-line relevant/why-missing -- \n  nps-2026:\n");
    await editor.change(KPIS_FILE, text);
    await editor.untilCodes(KPIS_FILE, ["relevant/why-missing", "suppression/no-reason"]);
    await editor.change(KPIS_FILE, text.replace(" -- \n", " -- Agreed in March\n"));
    await editor.untilCodes(KPIS_FILE, []);
  });

  it("leaves the cursor at the reason, where an editor takes snippets in edits", async () => {
    const workspaceEdit = { ...CAPABLE.workspace?.workspaceEdit, snippetEditSupport: true };
    const editor = await opened(KPIS_FILE, WITHOUT_WHY, {
      ...CAPABLE,
      workspace: { ...CAPABLE.workspace, workspaceEdit },
    });
    const suppress = action(await editor.actions(KPIS_FILE, ALL), TITLE);
    expect(editsOf(editor, KPIS_FILE, suppress)).toEqual([
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        snippet: { kind: "snippet", value: "  # kpi-disable-next-line relevant/why-missing -- $0\n" },
      },
    ]);
  });

  it("asks to show the place of the reason, where an editor can do that", async () => {
    const editor = await opened(KPIS_FILE, WITHOUT_WHY, { ...CAPABLE, window: { showDocument: { support: true } } });
    const { command } = action(await editor.actions(KPIS_FILE, ALL), TITLE);
    const shown: unknown[] = [];
    editor.connection.onRequest("window/showDocument", (params) => {
      shown.push(params);
      return { success: true };
    });
    await editor.connection.sendRequest("workspace/executeCommand", {
      command: command?.command,
      arguments: command?.arguments,
    });
    const place = { line: 2, character: "  # kpi-disable-next-line relevant/why-missing -- ".length };
    expect(shown).toEqual([{ uri: editor.uri(KPIS_FILE), takeFocus: true, selection: { start: place, end: place } }]);
  });

  it("keeps CRLF, and speaks of the whole file where no comment can stand above", async () => {
    const crlf = WITHOUT_WHY.replaceAll("\n", "\r\n");
    const editor = await opened(KPIS_FILE, crlf);
    expect(textAfter(editor, KPIS_FILE, action(await editor.actions(KPIS_FILE, ALL), TITLE))).toContain(
      " -- \r\n  nps-2026",
    );
    const folded = VAGUE.replace("title: Improve", "title: >-\n      We will significantly improve");
    await editor.change(KPIS_FILE, folded);
    await editor.untilJudged(KPIS_FILE);
    const vague = editor.shown(KPIS_FILE).find(({ range }) => range.start.line === 4);
    const actions = await editor.actions(KPIS_FILE, vague?.range ?? expect.fail("no finding inside of the text"));
    const whole = action(actions, `Suppress ${String(vague?.code)} in this file with a reason`);
    expect(textAfter(editor, KPIS_FILE, whole)).toBe(`# kpi-disable-file ${String(vague?.code)} -- \n${folded}`);
  });

  it("stands at the metric for a finding in its data file", async () => {
    const editor = await opened("kpis/data/visits.csv", VISITS.replace("52000", "many"));
    await editor.untilCodes("kpis/data/visits.csv", ["data/bad-row"]);
    const suppress = action(await editor.actions("kpis/data/visits.csv", ALL), "Suppress data/bad-row with a reason");
    await editor.open(METRICS_FILE, METRICS);
    const text = textAfter(editor, METRICS_FILE, suppress);
    expect(text).toContain("  # kpi-disable-next-line data/bad-row -- \n  visits:\n");
    await editor.change(METRICS_FILE, text.replace(" -- \n", " -- Being corrected\n"));
    await editor.untilCodes("kpis/data/visits.csv", []);
  });
});

describe("formatting", () => {
  const format = (editor: Editor, file: string): Promise<TextEdit[] | null> =>
    editor.about("formatting", file, { options: { tabSize: 2, insertSpaces: true } });

  it("writes what kpi fmt would, and nothing that is canonical already", async () => {
    const folder = new Folder({ "kpis/kpis.yaml": KPIS });
    drops.push(() => folder.drop());
    expect(kpi(["fmt"], { cwd: folder.path }).status).toBe(0);
    const canonical = readFileSync(folder.join("kpis/kpis.yaml"), "utf8");
    const editor = await opened(KPIS_FILE, KPIS);
    expect(applied(KPIS, (await format(editor, KPIS_FILE)) ?? [])).toBe(canonical);
    await editor.change(KPIS_FILE, canonical);
    expect(await format(editor, KPIS_FILE)).toEqual([]);
    const [title, goal] = ["    title: Net Promoter Score of 75\n", "    goal: happy-customers\n"];
    await editor.change(KPIS_FILE, canonical.replace(title + goal, `    goal:   happy-customers # why\n${title}`));
    const edits = (await format(editor, KPIS_FILE)) ?? [];
    expect(applied(editor.text(KPIS_FILE), edits)).toBe(canonical.replace(goal, "    goal: happy-customers # why\n"));
    expect(edits.map(({ range }) => [range.start.line, range.end.line])).toEqual([[4, 6]]);
  });

  it("keeps CRLF, and leaves alone what it cannot read", async () => {
    const text = "version: 1\r\n\r\ngoals:\r\n  a:\r\n    title:   Ä 😀 b\r\n    owner: team:x\r\n";
    const editor = await opened("goals.kpi.yaml", text);
    const edits = (await format(editor, "goals.kpi.yaml")) ?? [];
    expect(applied(text, edits)).toBe(text.replace("   Ä", " Ä"));
    await editor.change("goals.kpi.yaml", text.replace("team:x", '"team:x'));
    expect(await format(editor, "goals.kpi.yaml")).toBeNull();
  });
});
