/** A real yaml-language-server over stdio, as editors start it. */

import { type ChildProcess, spawn } from "node:child_process";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node.js";
import { ROOT } from "./cli.ts";

const SERVER = path.join(ROOT, "node_modules/yaml-language-server/bin/yaml-language-server");

/** `|` in a text marks the cursor. */
export function atCursor(marked: string): { text: string; line: number; character: number } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error("The text marks no cursor");
  const before = marked.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { text: before + marked.slice(offset + 1), line, character: offset - (before.lastIndexOf("\n") + 1) };
}

export class YamlServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  #documents = 0;

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.#process = process;
    this.#connection = connection;
    connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#waiting.get(params.uri)?.(params.diagnostics);
      },
    );
  }

  /** Starts a server that applies one schema file to every document. */
  static async start(schemaFile: string): Promise<YamlServer> {
    const child = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    if (child.stdout === null || child.stdin === null) throw new Error("The server has no streams");
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const settings = {
      yaml: {
        validate: true,
        completion: true,
        hover: true,
        schemaStore: { enable: false },
        schemas: { [pathToFileURL(schemaFile).href]: ["*.yaml"] },
      },
    };
    connection.onRequest("workspace/configuration", (params: { items: { section?: string }[] }) =>
      params.items.map((item) => (item.section === "yaml" ? settings.yaml : {})),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ["markdown"] },
        },
      },
    });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("workspace/didChangeConfiguration", { settings });
    const server = new YamlServer(child, connection);
    await server.#untilSchemaHolds();
    return server;
  }

  /** The server reads its settings after it has answered: a text that the schema refuses tells when it has. */
  async #untilSchemaHolds(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if ((await this.diagnostics("nonsense: [1]\n")).length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("The language server does not apply the schema");
  }

  /** Opens a text and waits for its diagnostics. */
  async diagnostics(text: string): Promise<readonly Diagnostic[]> {
    const uri = this.#nextUri();
    const answer = new Promise<readonly Diagnostic[]>((resolve) => this.#waiting.set(uri, resolve));
    await this.#open(uri, text);
    const found = await answer;
    await this.#close(uri);
    return found;
  }

  /** Labels offered at the cursor. */
  async completions(marked: string): Promise<readonly CompletionItem[]> {
    const { text, line, character } = atCursor(marked);
    const uri = this.#nextUri();
    await this.#open(uri, text);
    const answer: { items: CompletionItem[] } | CompletionItem[] = await this.#connection.sendRequest(
      "textDocument/completion",
      {
        textDocument: { uri },
        position: { line, character },
      },
    );
    await this.#close(uri);
    return Array.isArray(answer) ? answer : answer.items;
  }

  /** The hover text at the cursor. */
  async hover(marked: string): Promise<string> {
    const { text, line, character } = atCursor(marked);
    const uri = this.#nextUri();
    await this.#open(uri, text);
    const answer: Hover | null = await this.#connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line, character },
    });
    await this.#close(uri);
    const contents = answer?.contents;
    return typeof contents === "object" && "value" in contents ? contents.value : "";
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    this.#connection.dispose();
    this.#process.kill();
  }

  #nextUri(): string {
    this.#documents++;
    return pathToFileURL(path.join(ROOT, `kpis/editor-${this.#documents}.yaml`)).href;
  }

  async #open(uri: string, text: string): Promise<void> {
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
  }

  async #close(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    await this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }
}
