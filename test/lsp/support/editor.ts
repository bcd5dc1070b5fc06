/** An editor for tests: a real client library that drives `kpi lsp` over standard input and output. */

import { type ChildProcess, spawn } from "node:child_process";
import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node.js";
import { CLI } from "../../support/cli.ts";

/** Another build than dist/ can be put under test. */
const SERVER = process.env.KPI_LSP_SERVER ?? CLI;

/** The day that everything is judged on. */
export const AS_OF = "2026-08-15";

const PATIENCE_MS = 15_000;

/** What a capable editor says of itself. */
export const CAPABLE: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } } },
    rename: { prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly args?: readonly string[];
  /** Folders of the editor; by default the one that is opened. */
  readonly folders?: readonly string[];
}

/** What an editor was told of one document. */
interface Shown {
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface OpenText {
  text: string;
  version: number;
}

/** `|` in a text marks the cursor. */
export function atCursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error("The text marks no cursor");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, position: positionOf(text, offset) };
}

/** An offset as a position: lines end with LF, CRLF or CR. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The offset of a position. */
export function offsetOf(text: string, { line, character }: Position): number {
  let offset = 0;
  for (const [index, piece] of text.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
    if (index === line) return offset + character;
    offset += piece.length;
  }
  return offset + character;
}

/** The characters that a range covers. */
export function slice(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

/** A text with edits put in, the last one first. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start))
    .reduce((now, { range, newText }) => {
      return now.slice(0, offsetOf(text, range.start)) + newText + now.slice(offsetOf(text, range.end));
    }, text);
}

export class Editor {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** What the server wrote on standard error. */
  errors = "";
  /** Messages that the server logged or showed. */
  readonly log: string[] = [];
  readonly refreshed = { lens: 0 };
  /** What the server asked to be told of. */
  readonly registered: string[] = [];
  initialized: InitializeResult | null = null;
  readonly #folder: string;
  readonly #shown = new Map<string, Shown>();
  readonly #texts = new Map<string, OpenText>();
  readonly #waiting = new Set<() => void>();

  private constructor(folder: string, child: ChildProcess, connection: ProtocolConnection) {
    this.#folder = folder;
    this.process = child;
    this.connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, version, diagnostics }) => {
      this.#shown.set(fileURLToPath(uri), { version: version ?? null, diagnostics });
      for (const wake of this.#waiting) wake();
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => this.log.push(message));
    connection.onNotification("window/showMessage", ({ message }: { message: string }) => this.log.push(message));
    connection.onRequest("client/registerCapability", ({ registrations }) => {
      for (const { method } of registrations as { method: string }[]) this.registered.push(method);
      return null;
    });
    connection.onRequest("workspace/codeLens/refresh", () => {
      this.refreshed.lens++;
      for (const wake of this.#waiting) wake();
      return null;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
  }

  /** Starts a server in a folder and opens the folder in it. */
  static async start(folder: string, options: EditorOptions = {}): Promise<Editor> {
    const editor = Editor.launch(folder, options);
    const folders = options.folders ?? [folder];
    editor.initialized = await editor.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folders[0] === undefined ? null : pathToFileURL(folders[0]).href,
      workspaceFolders: folders.map((one) => ({ uri: pathToFileURL(one).href, name: path.basename(one) })),
      capabilities: options.capabilities ?? CAPABLE,
      initializationOptions: options.initializationOptions,
    });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  /** Starts a server and says nothing to it yet. */
  static launch(folder: string, options: EditorOptions = {}): Editor {
    const args = [SERVER, "lsp", "--as-of", AS_OF, ...(options.args ?? [])];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    return new Editor(folder, child, connection);
  }

  uri(file: string): string {
    return pathToFileURL(path.resolve(this.#folder, file)).href;
  }

  text(file: string): string {
    return this.#open(file).text;
  }

  async open(file: string, text: string, languageId = "yaml"): Promise<void> {
    this.#texts.set(this.#path(file), { text, version: 1 });
    const textDocument = { uri: this.uri(file), languageId, version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Replaces the whole text. */
  async change(file: string, text: string): Promise<void> {
    await this.#changed(file, text, [{ text }]);
  }

  /** Replaces a range, as editors do while somebody types. */
  async edit(file: string, start: number, end: number, inserted: string): Promise<void> {
    const { text } = this.#open(file);
    const range = { start: positionOf(text, start), end: positionOf(text, end) };
    const now = text.slice(0, start) + inserted + text.slice(end);
    await this.#changed(file, now, [{ range, text: inserted }]);
  }

  /** Types a text letter by letter at an offset. */
  async type(file: string, at: number, typed: string): Promise<void> {
    let offset = at;
    for (const letter of typed) {
      await this.edit(file, offset, offset, letter);
      offset += letter.length;
    }
  }

  async close(file: string): Promise<void> {
    this.#texts.delete(this.#path(file));
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(file) } });
  }

  /** Tells of a file that changed on disk (2), came (1) or went (3). */
  async told(file: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: this.uri(file), type }],
    });
  }

  /** What is shown of a file now. */
  shown(file: string): readonly Diagnostic[] {
    return this.#shown.get(this.#path(file))?.diagnostics ?? [];
  }

  shownVersion(file: string): number | null {
    return this.#shown.get(this.#path(file))?.version ?? null;
  }

  /** Codes of what is shown of a file, sorted. */
  codes(file: string): readonly string[] {
    return this.shown(file)
      .map(({ code }) => String(code))
      .sort();
  }

  /** Waits until something holds that depends on what the server tells. */
  async until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const wake = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(() => {
        const shown = [...this.#shown].map(([file, { diagnostics }]) => `${file}: ${JSON.stringify(diagnostics)}`);
        reject(new Error(`Not seen: ${what}\n${shown.join("\n")}\n${this.log.join("\n")}\n${this.errors}`));
      }, PATIENCE_MS);
      this.#waiting.add(wake);
    });
  }

  /** Waits until exactly these codes are shown of a file. */
  async untilCodes(file: string, codes: readonly string[]): Promise<void> {
    const wanted = [...codes].sort().join();
    await this.until(
      `${file}: ${wanted}`,
      () => this.#shown.has(this.#path(file)) && this.codes(file).join() === wanted,
    );
  }

  /** Waits until the text that is open has been judged. */
  async untilJudged(file: string): Promise<void> {
    await this.until(`${file} at its version`, () => this.shownVersion(file) === this.#open(file).version);
  }

  async completions(file: string, position: Position): Promise<readonly CompletionItem[]> {
    const answer = await this.at<CompletionList | CompletionItem[] | null>("completion", file, position);
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async hover(file: string, position: Position): Promise<string> {
    const answer = await this.at<Hover | null>("hover", file, position);
    const contents = answer?.contents;
    return typeof contents === "object" && "value" in contents ? contents.value : "";
  }

  async actions(file: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const params = { textDocument: { uri: this.uri(file) }, range, context: { diagnostics: [], only } };
    return (await this.connection.sendRequest("textDocument/codeAction", params)) ?? [];
  }

  async rename(file: string, position: Position, newName: string): Promise<WorkspaceEdit | null> {
    return this.at("rename", file, position, { newName });
  }

  /** Any request about a position. */
  async at<R>(method: string, file: string, position: Position, more: object = {}): Promise<R> {
    const params = { textDocument: { uri: this.uri(file) }, position, ...more };
    return this.connection.sendRequest(`textDocument/${method}`, params);
  }

  /** Any request about a document. */
  async about<R>(method: string, file: string, more: object = {}): Promise<R> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: this.uri(file) }, ...more });
  }

  /** Ends as an editor does; the exit status. */
  async quit(): Promise<number | null> {
    const ended = this.#ended();
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return ended;
  }

  /** The exit status, once the process has ended. */
  #ended(): Promise<number | null> {
    if (this.process.exitCode !== null) return Promise.resolve(this.process.exitCode);
    return new Promise((resolve) => this.process.once("exit", resolve));
  }

  get ended(): Promise<number | null> {
    return this.#ended();
  }

  /** Ends without a word, for the end of a test. */
  kill(): void {
    this.connection.dispose();
    this.process.kill("SIGKILL");
  }

  async #changed(file: string, text: string, contentChanges: readonly object[]): Promise<void> {
    const open = this.#open(file);
    open.text = text;
    open.version++;
    const textDocument = { uri: this.uri(file), version: open.version };
    await this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
  }

  #open(file: string): OpenText {
    const open = this.#texts.get(this.#path(file));
    if (open === undefined) throw new Error(`${file} is not open`);
    return open;
  }

  #path(file: string): string {
    return path.resolve(this.#folder, file);
  }
}
