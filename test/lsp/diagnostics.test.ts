import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Folder } from "../support/cli.ts";
import { COMPANY, GOALS, KPIS, METRICS, VISITS } from "./support/company.ts";
import { CAPABLE, Editor, type EditorOptions, slice } from "./support/editor.ts";

const folders: Folder[] = [];
const editors: Editor[] = [];

afterEach(() => {
  for (const editor of editors.splice(0)) editor.kill();
  for (const folder of folders.splice(0)) folder.drop();
});

async function opened(
  files: Readonly<Record<string, string | Uint8Array>> = COMPANY,
  options: EditorOptions = {},
): Promise<{ folder: Folder; editor: Editor }> {
  const folder = new Folder(files);
  folders.push(folder);
  const editor = await Editor.start(folder.path, options);
  editors.push(editor);
  return { folder, editor };
}

const GOALS_FILE = "goals.kpi.yaml";
const METRICS_FILE = "kpis/metrics.yaml";
const KPIS_FILE = "kpis/kpis.yaml";

describe("findings as somebody types", () => {
  it("come and go with every change, at their exact place", async () => {
    const { editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    await editor.change(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    const [finding] = editor.shown(KPIS_FILE);
    expect(slice(editor.text(KPIS_FILE), finding?.range ?? expect.fail("no range"))).toBe("75 %");
    expect(finding).toMatchObject({
      severity: 1,
      source: "kpi",
      codeDescription: { href: expect.stringMatching(/measurable\/target-unreadable\.md$/) },
    });
    await editor.change(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    expect(editor.shownVersion(KPIS_FILE)).toBe(3);
  });

  it("are shown for files that nobody has opened", async () => {
    const { editor } = await opened({ ...COMPANY, "bad.kpi.yaml": "version: 1\nkpi: {}\n" });
    await editor.untilCodes("bad.kpi.yaml", ["schema/unknown-key"]);
  });

  it("are shown for open files only, where that is asked for", async () => {
    const { editor } = await opened(
      { ...COMPANY, "bad.kpi.yaml": "version: 1\nkpi: {}\n" },
      { initializationOptions: { diagnostics: "open" } },
    );
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    expect(editor.shown("bad.kpi.yaml")).toEqual([]);
    await editor.open("bad.kpi.yaml", "version: 1\nkpi: {}\n");
    await editor.untilCodes("bad.kpi.yaml", ["schema/unknown-key"]);
  });

  it("cross files, and lead to the other place", async () => {
    const { editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    await editor.change(GOALS_FILE, GOALS.replace("  happy-customers:", "  happy-clients:"));
    await editor.untilCodes(KPIS_FILE, ["ref/unknown-goal"]);
    await editor.untilCodes(GOALS_FILE, ["ref/unknown-goal", "relevant/goal-without-kpi"]);
    await editor.change(GOALS_FILE, `${GOALS}  grow-organic:\n    title: Once more\n    owner: "@ceo"\n`);
    await editor.untilCodes(KPIS_FILE, []);
    await editor.change(GOALS_FILE, GOALS);
    await editor.untilCodes(GOALS_FILE, []);
    await editor.open("more.kpi.yaml", 'version: 1\ngoals:\n  grow-organic: { title: Once more, owner: "@ceo" }\n');
    await editor.until("a second definition", () => editor.codes("more.kpi.yaml").includes("ref/duplicate-id"));
    const duplicate = editor.shown("more.kpi.yaml").find(({ code }) => code === "ref/duplicate-id");
    expect(duplicate?.relatedInformation?.[0]?.location.uri).toBe(editor.uri(GOALS_FILE));
  });

  it("leave the links of a document alone while it cannot be parsed", async () => {
    const { editor } = await opened();
    await editor.open(GOALS_FILE, GOALS);
    await editor.untilCodes(GOALS_FILE, []);
    await editor.change(GOALS_FILE, GOALS.replace("  grow-organic:", '  half: "\n  grow-organic:'));
    await editor.untilCodes(GOALS_FILE, ["yaml/syntax"]);
    expect(editor.shown(KPIS_FILE)).toEqual([]);
    await editor.change(GOALS_FILE, GOALS.replace("title: Clinics", "title: All clinics"));
    await editor.untilCodes(GOALS_FILE, []);
    expect(editor.shown(KPIS_FILE)).toEqual([]);
  });

  it("follow what is typed letter by letter, with ranges of columns that count as editors do", async () => {
    const { editor } = await opened();
    const start = KPIS.replace("title: Net Promoter Score of 75", 'title: "Zufriedenheit 😀 ä 75"');
    await editor.open(KPIS_FILE, start);
    const at = start.indexOf("    type: lagging");
    await editor.type(KPIS_FILE, at, "    colour: 'blau 😀' # ä\n");
    await editor.untilJudged(KPIS_FILE);
    await editor.untilCodes(KPIS_FILE, ["schema/unknown-key"]);
    const [finding] = editor.shown(KPIS_FILE);
    expect(slice(editor.text(KPIS_FILE), finding?.range ?? expect.fail("no range"))).toBe("colour");
  });

  it("have the same places in texts with CRLF, and in files with a byte order mark", async () => {
    const crlf = KPIS.replace("target: 75", "target: 75 %").replaceAll("\n", "\r\n");
    const marked = Buffer.from(`\uFEFFkpi: {}\nversion: 1\n`);
    const { editor } = await opened({ ...COMPANY, "marked.kpi.yaml": marked });
    await editor.open(KPIS_FILE, crlf);
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    const [finding] = editor.shown(KPIS_FILE);
    expect(slice(crlf, finding?.range ?? expect.fail("no range"))).toBe("75 %");
    await editor.untilCodes("marked.kpi.yaml", ["schema/unknown-key"]);
    expect(editor.shown("marked.kpi.yaml")[0]?.range).toEqual({
      start: { line: 0, character: 0 },
      end: { line: 0, character: 3 },
    });
  });

  it("hold nothing that acts, whatever stands in the file", async () => {
    const { editor } = await opened();
    const hostile = 'happy\\u202E\\u001B]8;;x\\u0007"';
    await editor.open(KPIS_FILE, KPIS.replace("goal: happy-customers", `goal: "${hostile}`));
    await editor.until("a finding", () => editor.shown(KPIS_FILE).length > 0);
    for (const { message } of editor.shown(KPIS_FILE)) expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it("take the first that is written in an empty document", async () => {
    const { editor } = await opened();
    await editor.open("new.kpi.yaml", "");
    await editor.type("new.kpi.yaml", 0, "version: 1\nkpis:\n  x: { title: abc }\n");
    await editor.untilJudged("new.kpi.yaml");
    await editor.until("missing parts", () => editor.codes("new.kpi.yaml").includes("measurable/target-missing"));
    await editor.close("new.kpi.yaml");
    await editor.untilCodes("new.kpi.yaml", []);
  });

  it("say nothing of files that are none of ours", async () => {
    const { editor } = await opened({ ...COMPANY, ".gitignore": "ignored/\n", "ignored/x.kpi.yaml": "kpi: {}\n" });
    await editor.open("docker-compose.yml", "services: [\n");
    await editor.open("ignored/x.kpi.yaml", "kpi: {}\n");
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    expect(editor.shown("docker-compose.yml")).toEqual([]);
    expect(await editor.hover("docker-compose.yml", { line: 0, character: 2 })).toBe("");
  });
});

describe("data files", () => {
  it("show their findings in the data file, also while it is typed", async () => {
    const { editor } = await opened();
    await editor.open("kpis/data/visits.csv", VISITS, "csv");
    await editor.change("kpis/data/visits.csv", VISITS.replace("52000", "many"));
    await editor.untilCodes("kpis/data/visits.csv", ["data/bad-row"]);
    const [finding] = editor.shown("kpis/data/visits.csv");
    const text = editor.text("kpis/data/visits.csv");
    expect(slice(text, finding?.range ?? expect.fail("no range"))).toBe("many");
    await editor.change("kpis/data/visits.csv", VISITS);
    await editor.untilCodes("kpis/data/visits.csv", []);
    await editor.change("kpis/data/visits.csv", VISITS.replace("52000", "-"));
    await editor.untilCodes("kpis/data/visits.csv", ["data/bad-row"]);
    // Unsaved changes go with the document.
    await editor.close("kpis/data/visits.csv");
    await editor.untilCodes("kpis/data/visits.csv", []);
  });

  it("are read again when they change on disk", async () => {
    const { folder, editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    folder.write("kpis/data/visits.csv", VISITS.replace("52000", "many"));
    await editor.untilCodes("kpis/data/visits.csv", ["data/bad-row"]);
    folder.write("kpis/data/visits.csv", VISITS);
    await editor.untilCodes("kpis/data/visits.csv", []);
    rmSync(folder.join("kpis/data"), { recursive: true });
    await editor.until("that no data are there", () => editor.codes(KPIS_FILE).includes("measurable/no-data"));
  });
});

describe("files on disk", () => {
  it("are seen when they come, change and go, whether or not the editor tells", async () => {
    const { folder, editor } = await opened();
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    folder.write("more/x.kpi.yaml", "version: 1\nkpi: {}\n");
    await editor.untilCodes("more/x.kpi.yaml", ["schema/unknown-key"]);
    folder.write("more/x.kpi.yaml", "version: 1\n");
    await editor.untilCodes("more/x.kpi.yaml", []);
    rmSync(folder.join(GOALS_FILE));
    await editor.untilCodes(KPIS_FILE, ["ref/unknown-goal", "ref/unknown-goal"]);
    folder.write(GOALS_FILE, GOALS);
    await editor.untilCodes(KPIS_FILE, []);
  });

  it("are taken from an editor that tells of them", async () => {
    const didChangeWatchedFiles = { dynamicRegistration: true };
    const capabilities = { ...CAPABLE, workspace: { ...CAPABLE.workspace, didChangeWatchedFiles } };
    const { folder, editor } = await opened(COMPANY, { capabilities });
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    expect(editor.registered).toContain("workspace/didChangeWatchedFiles");
    folder.write("far/away/x.kpi.yaml", "version: 1\nkpi: {}\n");
    await editor.told("far/away/x.kpi.yaml", 1);
    await editor.untilCodes("far/away/x.kpi.yaml", ["schema/unknown-key"]);
    rmSync(folder.join("far"), { recursive: true });
    await editor.told("far/away/x.kpi.yaml", 3);
    await editor.untilCodes("far/away/x.kpi.yaml", []);
    rmSync(folder.join(GOALS_FILE));
    await editor.told(GOALS_FILE, 3);
    await editor.untilCodes(KPIS_FILE, ["ref/unknown-goal", "ref/unknown-goal"]);
  });

  it("do not replace what is written in an open document", async () => {
    const { folder, editor } = await opened();
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    folder.write(KPIS_FILE, KPIS.replace("goal: happy-customers", "goal: nobody"));
    folder.write("other.kpi.yaml", "version: 1\nkpi: {}\n");
    await editor.untilCodes("other.kpi.yaml", ["schema/unknown-key"]);
    expect(editor.codes(KPIS_FILE)).toEqual(["measurable/target-unreadable"]);
    await editor.close(KPIS_FILE);
    await editor.until("the file on disk", () => editor.codes(KPIS_FILE).includes("ref/unknown-goal"));
    expect(editor.codes(KPIS_FILE)).not.toContain("measurable/target-unreadable");
  });
});

describe("the config", () => {
  const CONFIG = "version: 1\nrules:\n  relevant/why-missing: error\n";
  const WITHOUT_WHY = KPIS.replace("    why: Promoters renew.\n", "");

  it("is taken as it is typed, and from disk", async () => {
    const { folder, editor } = await opened({ ...COMPANY, [KPIS_FILE]: WITHOUT_WHY });
    await editor.untilCodes(KPIS_FILE, ["relevant/why-missing"]);
    expect(editor.shown(KPIS_FILE)[0]?.severity).toBe(3);
    folder.write("kpi.config.yaml", CONFIG);
    await editor.until("an error", () => editor.shown(KPIS_FILE)[0]?.severity === 1);
    await editor.open("kpi.config.yaml", CONFIG);
    await editor.change("kpi.config.yaml", CONFIG.replace("error", "off"));
    await editor.untilCodes(KPIS_FILE, []);
    await editor.close("kpi.config.yaml");
    await editor.until("an error", () => editor.shown(KPIS_FILE)[0]?.severity === 1);
    rmSync(folder.join("kpi.config.yaml"));
    await editor.until("an info", () => editor.shown(KPIS_FILE)[0]?.severity === 3);
  });

  it("shows what is wrong with it, and what held before goes on", async () => {
    const { editor } = await opened({ ...COMPANY, [KPIS_FILE]: WITHOUT_WHY, "kpi.config.yaml": CONFIG });
    await editor.untilCodes(KPIS_FILE, ["relevant/why-missing"]);
    await editor.open("kpi.config.yaml", CONFIG);
    const wrong = CONFIG.replace("why-missing: error", "why-mising: off");
    await editor.change("kpi.config.yaml", wrong);
    await editor.untilCodes("kpi.config.yaml", ["config/unknown-rule"]);
    expect(slice(wrong, editor.shown("kpi.config.yaml")[0]?.range ?? expect.fail("no range"))).toBe(
      "relevant/why-mising",
    );
    await editor.change("kpi.config.yaml", "version: 1\nrules: [\n");
    await editor.untilCodes("kpi.config.yaml", ["config/invalid"]);
    expect(editor.shown(KPIS_FILE)[0]?.severity).toBe(1);
    await editor.change("kpi.config.yaml", CONFIG);
    await editor.untilCodes("kpi.config.yaml", []);
    expect(editor.codes(KPIS_FILE)).toEqual(["relevant/why-missing"]);
  });

  it("makes every folder that has one a workspace of its own", async () => {
    const other = { "other/kpi.config.yaml": "version: 1\n", "other/kpi.yaml": "version: 1\nkpi: {}\n" };
    const { folder, editor } = await opened({ ...COMPANY, ...other, "other/goals.kpi.yaml": GOALS });
    await editor.untilCodes("other/kpi.yaml", ["schema/unknown-key"]);
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilCodes(KPIS_FILE, []);
    rmSync(folder.join("other/kpi.config.yaml"));
    await editor.until("ids that stand twice", () => editor.codes("other/goals.kpi.yaml").includes("ref/duplicate-id"));
    folder.write("other/kpi.config.yaml", "version: 1\n");
    await editor.until("ids for themselves", () => !editor.codes("other/goals.kpi.yaml").includes("ref/duplicate-id"));
  });

  it("keeps several folders of one editor apart", async () => {
    const folder = new Folder({
      "one/kpi.yaml": "version: 1\nkpi: {}\n",
      "two/kpi.yaml": 'version: 1\ngoals:\n  a: { title: abc, owner: "@x", parent: b }\n',
      "two/goals.kpi.yaml": "version: 1\n",
    });
    folders.push(folder);
    const editor = await Editor.start(folder.path, { folders: [folder.join("one"), folder.join("two")] });
    editors.push(editor);
    await editor.untilCodes("one/kpi.yaml", ["schema/unknown-key"]);
    await editor.until("the link", () => editor.codes("two/kpi.yaml").includes("ref/unknown-goal"));
    await editor.open("one/kpi.yaml", 'version: 1\ngoals:\n  b: { title: abc, owner: "@x" }\n');
    await editor.until("one", () => !editor.codes("one/kpi.yaml").includes("schema/unknown-key"));
    expect(editor.codes("two/kpi.yaml")).toContain("ref/unknown-goal");
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: editor.uri("two"), name: "two" }] },
    });
    await editor.untilCodes("two/kpi.yaml", []);
  });
});

describe("plug-ins", () => {
  const RULES = `
import { writeFileSync } from "node:fs";
writeFileSync(new URL("./ran.txt", import.meta.url), "yes");
export const rules = [{
  id: "team/no-x", summary: "No x.", messages: { x: "No x here." }, level: "error",
  kpi: (kpi, context) => context.report({ message: "x", place: { file: kpi.origin.file, document: 0, path: ["kpis", kpi.id], at: "key" }, entity: { kind: "kpi", id: kpi.id } }),
}];
`;
  const FILES = {
    ...COMPANY,
    "rules/ours.mjs": RULES,
    "kpi.config.yaml": "version: 1\nplugins: [./rules/ours.mjs]\nrules: { team/no-x: error }\n",
  };

  it("do not run because a folder is opened", async () => {
    const { folder, editor } = await opened(FILES);
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    expect(editor.shown("kpi.config.yaml")).toEqual([]);
    expect(() => rmSync(folder.join("rules/ran.txt"))).toThrow("ENOENT");
  });

  it("run where the editor says so, and not where the command line forbids it", async () => {
    const { editor } = await opened(FILES, { initializationOptions: { plugins: true } });
    await editor.until("the team's rule", () => editor.codes(KPIS_FILE).includes("team/no-x"));
    const { folder, editor: other } = await opened(FILES, {
      initializationOptions: { plugins: true },
      args: ["--no-plugins"],
    });
    await other.open(METRICS_FILE, METRICS);
    await other.untilCodes(METRICS_FILE, []);
    expect(() => rmSync(folder.join("rules/ran.txt"))).toThrow("ENOENT");
  });

  it("that fail are told in the config, and everything else goes on", async () => {
    const { editor } = await opened(
      { ...FILES, "rules/ours.mjs": "throw new Error('boom');" },
      { initializationOptions: { plugins: true } },
    );
    await editor.untilCodes("kpi.config.yaml", ["config/invalid"]);
    expect(editor.shown("kpi.config.yaml")[0]?.message).toContain("boom");
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
  });
});
