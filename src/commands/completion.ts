/** `kpi completion`: a script for a shell, made from the program itself; hidden: the ids that the scripts ask for. */

import type { Command } from "commander";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { ID_KINDS, idsOf } from "./completion/ids.ts";
import { type CommandModel, modelOf } from "./completion/model.ts";
import { zshScript } from "./completion/zsh.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";

export interface CompletionOptions extends CommonOptions {
  /** Prints ids of this kind instead of a script. */
  readonly ids?: string;
}

const SCRIPTS: ReadonlyMap<string, (commands: readonly CommandModel[]) => string> = new Map([
  ["bash", bashScript],
  ["zsh", zshScript],
  ["fish", fishScript],
]);

/** Prints the script of a shell, or ids. */
export async function completionCommand(
  shell: string | undefined,
  options: CompletionOptions,
  program: Command,
  host: Host,
): Promise<number> {
  if (options.ids !== undefined) return printIds(options.ids, options, host);
  const script = SCRIPTS.get(shell ?? "");
  if (script === undefined) {
    const names = [...SCRIPTS.keys()].join(", ");
    throw new UsageError(
      shell === undefined ? `Name a shell: ${names}.` : `There is no completion for "${shell}"; name one of ${names}.`,
    );
  }
  host.terminal.out(script(modelOf(program)));
  return EXIT.clean;
}

/** A shell that completes has no place for messages: what cannot be read gives nothing. */
async function printIds(kind: string, options: CommonOptions, host: Host): Promise<number> {
  const known = ID_KINDS.find((name) => name === kind);
  if (known === undefined) throw new UsageError(`--ids wants one of ${ID_KINDS.join(", ")}, not "${kind}".`);
  const ids = await idsOf(known, options, host);
  host.terminal.out(ids.map((id) => `${id}\n`).join(""));
  return EXIT.clean;
}
