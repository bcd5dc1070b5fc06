/** Findings about a config that nothing can be done with, in the format that was asked for. */

import { configResult } from "../engine/check.ts";
import { wantsColour } from "../host/terminal.ts";
import { type CheckFormat, checkReporters } from "../report/formats.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, type Project } from "./open.ts";
import { deliver, type Output } from "./outputs.ts";
import { requireGoodConfig } from "./require-config.ts";

/** A version whose config cannot be used. */
export interface WrongConfig {
  readonly wrong: Pick<Project, "configProblems" | "config" | "rules" | "textOf">;
}

/**
 * Whether a config is wrong; what is wrong with it has been written then, in the formats that were asked for. A format
 * that holds no findings, such as a table of figures, makes it a ConfigError.
 */
export function refusesConfig(
  project: Project,
  outputs: readonly Output<string>[],
  options: CommonOptions,
  host: Host,
): boolean {
  if (project.configProblems.length === 0) return false;
  const shown = outputs.flatMap(({ format, file }) => (isCheckFormat(format) ? [{ format, file }] : []));
  if (shown.length < outputs.length) requireGoodConfig(project);
  reportWrongConfig({ wrong: project }, shown, options, host);
  return true;
}

function isCheckFormat(format: string): format is CheckFormat {
  return Object.hasOwn(checkReporters, format);
}

/** Writes what is wrong with a config, as `kpi check` shows it. */
export function reportWrongConfig(
  { wrong: { configProblems, config, rules, textOf } }: WrongConfig,
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
