/** Findings about a config that nothing can be done with, in the format that was asked for. */

import { configResult } from "../engine/check.ts";
import { wantsColour } from "../host/terminal.ts";
import { type CheckFormat, checkReporters } from "../report/formats.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, type Project } from "./open.ts";
import { deliver, type Output } from "./outputs.ts";

/** Writes what is wrong with a config, as `kpi check` shows it. */
export function reportWrongConfig(
  { configProblems, config, rules, textOf }: Pick<Project, "configProblems" | "config" | "rules" | "textOf">,
  outputs: readonly Output<CheckFormat>[],
  options: CommonOptions,
  host: Host,
): void {
  const result = configResult(configProblems, { rules, config, asOf: asOfFrom(options, host).asOf, textOf });
  deliver(
    outputs,
    ({ format, file }) =>
      checkReporters[format](result, {
        textOf,
        colour: file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env),
        width: host.terminal.width,
        elapsedMs: null,
        smart: false,
        quiet: false,
      }),
    host,
  );
}
