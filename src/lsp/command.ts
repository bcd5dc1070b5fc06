/** `kpi lsp`: the language server on standard input and output. */

import { createConnection } from "vscode-languageserver/node";
import { EXIT } from "../commands/errors.ts";
import type { CommonOptions, Host } from "../commands/host.ts";
import { asOfFrom } from "../commands/open.ts";
import { serve } from "./server.ts";

export interface LspOptions extends CommonOptions {
  readonly cwd?: string;
}

const MS_PER_DAY = 86_400_000;

/**
 * Serves one editor, and ends with it: with 0 after it said so in order, with 1 where it broke off or is gone.
 * Standard output holds nothing but the protocol.
 */
export function lspCommand(options: LspOptions, host: Host): Promise<never> {
  asOfFrom(options, host); // a wrong day is told before an editor waits
  const connection = createConnection(process.stdin, process.stdout);
  const told = (error: unknown): void => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  process.on("uncaughtException", told);
  process.on("unhandledRejection", told);
  // Whatever a plug-in prints must not get between the messages.
  for (const name of ["log", "info", "debug"] as const) console[name] = console.error;
  // Nobody reads any more: then there is nobody to tell either.
  process.stdout.on("error", () => process.exit(EXIT.findings));
  serve(connection, {
    options,
    folder: options.cwd === undefined ? null : host.cwd,
    host: () => ({ ...host, today: Math.floor(Date.now() / MS_PER_DAY) }),
  });
  return new Promise(() => {});
}
