import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { CLI, Folder, kpi } from "../support/cli.ts";
import { COMPANY, KPIS } from "./support/company.ts";
import { AS_OF, Editor } from "./support/editor.ts";

const KPIS_FILE = "kpis/kpis.yaml";
const SERVER = process.env.KPI_LSP_SERVER ?? CLI;

const drops: (() => void)[] = [];
afterEach(() => {
  for (const drop of drops.splice(0)) drop();
});

function folderOf(files: Readonly<Record<string, string>> = COMPANY): Folder {
  const folder = new Folder(files);
  drops.push(() => folder.drop());
  return folder;
}

async function started(): Promise<Editor> {
  const editor = await Editor.start(folderOf().path);
  drops.push(() => editor.kill());
  return editor;
}

/** One message as it goes over the wire. */
function framed(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe("the end", () => {
  it("has status 0 after a shutdown, and 1 without one", async () => {
    const editor = await started();
    await editor.open(KPIS_FILE, KPIS);
    expect(await editor.quit()).toBe(0);
    expect(editor.errors).toBe("");
    const other = await started();
    const { ended } = other;
    await other.connection.sendNotification("exit");
    expect(await ended).toBe(1);
  });

  it("comes when the editor closes its side", async () => {
    const editor = await started();
    const { ended } = editor;
    editor.process.stdin?.end();
    expect(await ended).toBe(1);
  });

  it("comes when the editor's process is gone", async () => {
    const gone = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const editor = Editor.launch(folderOf().path);
    drops.push(() => editor.kill());
    await editor.connection.sendRequest("initialize", { processId: gone.pid, rootUri: null, capabilities: {} });
    const { ended } = editor;
    gone.kill("SIGKILL");
    expect(await ended).toBe(1);
  });
});

describe("standard output", () => {
  it("holds nothing but the protocol", async () => {
    const folder = folderOf({ ...COMPANY, "kpi.config.yaml": "version: 1\n" });
    const child = spawn(process.execPath, [SERVER, "lsp", "--stdio", "--as-of", AS_OF], { cwd: folder.path });
    drops.push(() => child.kill("SIGKILL"));
    let output = "";
    const answered = new Promise<void>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (/"id":2[\s\S]*"id":3|"id":3[\s\S]*"id":2/.test(output)) resolve();
      });
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const uri = `file://${folder.join(KPIS_FILE)}`;
    const textDocument = { uri, languageId: "yaml", version: 1, text: `${KPIS}  x: { title: "` };
    for (const message of [
      { id: 1, method: "initialize", params: { processId: null, rootUri: `file://${folder.path}`, capabilities: {} } },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument } },
      { id: 2, method: "textDocument/hover", params: { textDocument: { uri }, position: { line: 4, character: 12 } } },
      { id: 3, method: "shutdown" },
    ]) {
      child.stdin.write(framed({ jsonrpc: "2.0", ...message }));
    }
    await answered;
    child.stdin.write(framed({ jsonrpc: "2.0", method: "exit" }));
    expect(await ended).toBe(0);
    const messages: unknown[] = [];
    for (let rest = Buffer.from(output); rest.length > 0; ) {
      const head = /^(?:Content-[^\r]+\r\n)+\r\n/.exec(rest.toString("latin1"))?.[0];
      const length = Number(/Content-Length: (\d+)/.exec(head ?? "")?.[1]);
      expect(head).toBeDefined();
      messages.push(JSON.parse(rest.toString("utf8", head?.length, (head?.length ?? 0) + length)));
      rest = rest.subarray((head?.length ?? 0) + length);
    }
    expect(messages).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 2 }), expect.objectContaining({ id: 3 })]),
    );
  });
});

describe("what goes wrong", () => {
  it("ends no server: unknown requests, documents that were never opened, positions outside of texts", async () => {
    const editor = await started();
    await editor.open(KPIS_FILE, KPIS);
    const nowhere = { line: 9_999, character: 9_999 };
    for (const method of ["hover", "definition", "completion", "prepareRename", "documentHighlight"]) {
      expect(await editor.at(method, "nobody.kpi.yaml", nowhere)).toBeNull();
      await expect(editor.at(method, KPIS_FILE, nowhere)).resolves.not.toThrow();
    }
    await expect(editor.connection.sendRequest("textDocument/nonsense", {})).rejects.toThrow(/nonsense/);
    await expect(editor.about("hover", KPIS_FILE)).resolves.toBeNull();
    await editor.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: "untitled:one", languageId: "yaml", version: 1, text: "kpis:\n  " },
    });
    await editor.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: "file:///%ZZ", languageId: "yaml", version: 1, text: "kpis:\n  " },
    });
    await editor.change(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    expect(await editor.quit()).toBe(0);
  });

  it("is logged, and asked for again it works", async () => {
    const editor = await started();
    await editor.open(KPIS_FILE, KPIS);
    await editor.untilJudged(KPIS_FILE);
    expect(await editor.about("codeAction", KPIS_FILE, { range: null, context: null })).toBeNull();
    await editor.until("a line in the log", () => editor.log.some((line) => line.includes("TypeError")));
    expect(await editor.hover(KPIS_FILE, { line: 5, character: 14 })).toContain("Net Promoter Score");
  });

  it("is a request that nobody wants any more: it is left, and the next one is answered", async () => {
    const editor = await started();
    await editor.open(KPIS_FILE, KPIS);
    const position = { line: 5, character: 14 };
    const { CancellationTokenSource } = await import("vscode-languageserver-protocol/node.js");
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: editor.uri(KPIS_FILE) }, position };
    const answer = editor.connection.sendRequest("textDocument/hover", params, source.token);
    source.cancel();
    await Promise.allSettled([answer]);
    expect(await editor.hover(KPIS_FILE, position)).toContain("Net Promoter Score");
  });

  it("is a wrong flag: it is told before an editor waits", () => {
    const run = kpi(["lsp", "--as-of", "tomorrow"]);
    expect(run).toMatchObject({ status: 2, out: "" });
    expect(run.err).toContain("--as-of wants a day");
  });
});

describe("a folder", () => {
  it("without files of ours costs nothing and says nothing", async () => {
    const folder = folderOf({ "README.md": "x" });
    const editor = await Editor.start(folder.path);
    drops.push(() => editor.kill());
    await editor.open("README.yaml", "a: 1\n");
    expect(await editor.hover("README.yaml", { line: 0, character: 0 })).toBe("");
    await editor.open("kpi.yaml", "version: 1\nkpi: {}\n");
    await editor.untilCodes("kpi.yaml", ["schema/unknown-key"]);
  });

  it("is not needed: a single file is read with what stands around it", async () => {
    const folder = folderOf({ ".git/HEAD": "ref: refs/heads/main\n", ...COMPANY });
    const editor = await Editor.start(folder.path, { folders: [] });
    drops.push(() => editor.kill());
    await editor.open(KPIS_FILE, KPIS.replace("target: 75", "target: 75 %"));
    await editor.untilCodes(KPIS_FILE, ["measurable/target-unreadable"]);
    await editor.close(KPIS_FILE);
    await editor.untilCodes(KPIS_FILE, []);
  });

  it("is that of -C for an editor that names none", async () => {
    const folder = folderOf({ ...COMPANY, "bad.kpi.yaml": "version: 1\nkpi: {}\n" });
    const editor = await Editor.start(folder.path, { folders: [], args: ["-C", folder.path] });
    drops.push(() => editor.kill());
    await editor.untilCodes("bad.kpi.yaml", ["schema/unknown-key"]);
  });
});
