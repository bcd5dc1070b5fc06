#!/usr/bin/env node

/** The command line: arguments, streams, folder and clock → commands → exit status. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { CommanderError } from "commander";
import { ConfigError, EXIT, UsageError } from "./commands/errors.ts";
import type { Host } from "./commands/host.ts";
import { kindOf } from "./host/files.ts";
import { askOnTerminal, canAsk } from "./host/prompts.ts";
import { OutputFailed, PipeClosed, processTerminal } from "./host/terminal.ts";
import { type Global, program } from "./program.ts";
import { visible } from "./text/display.ts";

const MS_PER_DAY = 86_400_000;
const ISSUES = "https://github.com/kpi-as-code/kpi-as-code/issues";

const terminal = processTerminal();

function hostFor(options: Global): Host {
  const startedIn = process.cwd();
  const cwd = path.resolve(startedIn, options.cwd ?? ".");
  if (kindOf(cwd) !== "directory") throw new UsageError(`There is no folder "${options.cwd}".`);
  return {
    cwd,
    startedIn,
    today: Math.floor(Date.now() / MS_PER_DAY),
    env: process.env,
    terminal,
    now: () => performance.now(),
    readInput: () => readFileSync(0, "utf8"),
    isInteractive: canAsk(process.env),
    ask: askOnTerminal,
  };
}

/** Runs one command line; the status is 0, 1, 2 or 3 as `kpi --help` and the docs say. */
async function main(argv: readonly string[]): Promise<number> {
  let status: number = EXIT.clean;
  try {
    const finish = (value: number): void => {
      status = value;
    };
    const kpi = program({ finish, hostFor, terminal });
    if (argv.length === 0) {
      terminal.note(kpi.helpInformation());
      return EXIT.usage;
    }
    await kpi.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  if (error instanceof PipeClosed) return EXIT.clean;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  if (error instanceof OutputFailed) {
    tell(`kpi: Cannot write the output: ${error.message}.\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError || error instanceof ConfigError) {
    // A message may repeat what was typed, and what was typed may come from a file.
    const lines = error.message.split("\n").map(visible);
    tell(`kpi: ${lines.join("\n")}\n`);
    return EXIT.usage;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`kpi: the tool itself failed; please report it with these lines at ${ISSUES}\n${stack}\n`);
  return EXIT.bug;
}

/** A last word, where anybody can still be told. */
function tell(text: string): void {
  try {
    terminal.note(text);
  } catch (error) {
    if (!(error instanceof OutputFailed || error instanceof PipeClosed)) throw error;
  }
}

process.once("SIGINT", () => process.exit(EXIT.interrupted));
process.exitCode = await main(process.argv.slice(2));
