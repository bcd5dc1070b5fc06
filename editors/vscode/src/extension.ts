/** Starts `kpi lsp` for a VS Code window, and again where a setting of it changes. */

import * as path from "node:path";
import { commands, type ExtensionContext, workspace } from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";

let client: LanguageClient | null = null;
/** One start after the other. */
let turn: Promise<void> = Promise.resolve();

/** VS Code calls it when a YAML file is opened, or a folder that holds files of ours. */
export function activate(context: ExtensionContext): Promise<void> {
  const restart = (): Promise<void> => inTurn(() => start(context));
  context.subscriptions.push(
    commands.registerCommand("kpi.restart", restart),
    workspace.onDidGrantWorkspaceTrust(() => restart()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("kpi") && !event.affectsConfiguration("kpi.trace")) void restart();
    }),
  );
  return restart();
}

/** VS Code calls it when the window closes. */
export function deactivate(): Promise<void> {
  return inTurn(stop);
}

function inTurn(task: () => Promise<void>): Promise<void> {
  turn = turn.then(task, task);
  return turn;
}

async function start(context: ExtensionContext): Promise<void> {
  await stop();
  client = new LanguageClient("kpi", "KPI-as-code", serverOptions(context), clientOptions());
  await client.start();
}

async function stop(): Promise<void> {
  const running = client;
  client = null;
  await running?.dispose();
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const other = workspace.isTrusted ? workspace.getConfiguration("kpi").get("server", "") : "";
  const module = other === "" ? context.asAbsolutePath(path.join("server", "cli.js")) : other;
  return { module, args: ["lsp"], transport: TransportKind.stdio };
}

function clientOptions(): LanguageClientOptions {
  const settings = workspace.getConfiguration("kpi");
  return {
    documentSelector: [
      { scheme: "file", language: "yaml" },
      { scheme: "file", pattern: "**/*.csv" },
      { scheme: "file", pattern: "**/kpi.known.json" },
    ],
    initializationOptions: {
      codeLens: settings.get("codeLens", true),
      diagnostics: settings.get("diagnostics", "workspace"),
      plugins: workspace.isTrusted && settings.get("plugins", false),
    },
  };
}
