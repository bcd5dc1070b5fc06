/** Runs command functions inside the test's own process: a real folder, a chosen width, streams that are kept. */

import { UsageError } from "../../src/commands/errors.ts";
import type { CommonOptions, Host } from "../../src/commands/host.ts";
import { parseDay } from "../../src/workspace/day.ts";
import type { Run } from "./cli.ts";

export interface InProcessOptions {
  readonly cwd: string;
  readonly width?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a command prints and its exit status; a UsageError is printed as the command line prints it. */
export async function run(
  command: (options: CommonOptions, host: Host) => Promise<number>,
  { cwd, width = 100, env = {} }: InProcessOptions,
): Promise<Run> {
  let out = "";
  let err = "";
  const host: Host = {
    cwd,
    startedIn: cwd,
    today: parseDay("2026-08-15") ?? 0,
    env,
    terminal: {
      out: (text) => {
        out += text;
      },
      note: (text) => {
        err += text;
      },
      outIsTerminal: false,
      noteIsTerminal: false,
      width,
    },
    now: () => 0,
    readInput: () => "",
    isInteractive: false,
    ask: async () => {
      throw new Error("Somebody is asked where nobody is there");
    },
  };
  try {
    return { status: await command({ color: true }, host), out, err };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out, err: `${err}kpi: ${error.message}\n` };
  }
}
