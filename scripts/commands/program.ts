/** The program without a command line around it. */

import type { Command } from "commander";
import { program } from "../../src/program.ts";

export interface ProgramOnly {
  readonly kpi: Command;
  /** What `--help` of a command prints, 80 columns wide. */
  readonly helpOf: (command: Command) => string;
}

/** Every command with its flags; none of them can be run. */
export function programOnly(): ProgramOnly {
  let printed = "";
  const kpi = program({
    finish: () => undefined,
    hostFor: () => {
      throw new Error("No command is run here");
    },
    terminal: {
      out: (text) => {
        printed += text;
      },
      note: () => undefined,
      outIsTerminal: false,
      noteIsTerminal: false,
      width: 80,
    },
  });
  return {
    kpi,
    helpOf: (command) => {
      printed = "";
      command.configureOutput({ getOutHelpWidth: () => 80 }).outputHelp();
      return printed;
    },
  };
}
