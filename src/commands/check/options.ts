/** The flags of `kpi check`: what they mean, and which exclude each other. */

import * as path from "node:path";
import type { CheckResult } from "../../engine/result.ts";
import type { Severity } from "../../findings/finding.ts";
import { isAtLeast } from "../../findings/order.ts";
import { type CheckFormat, checkReporters } from "../../report/formats.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { type Output, outputsFrom } from "../outputs.ts";

export interface CheckOptions extends CommonOptions {
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly smart?: boolean;
  readonly timing?: boolean;
  readonly since?: string;
  readonly watch?: boolean;
  readonly updateKnown?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

const FAIL_LEVELS = ["error", "warning", "info", "never"] as const;
const FORMATS = Object.keys(checkReporters) as CheckFormat[];

/** From when on a check fails. */
export interface FailLevel {
  readonly level: (typeof FAIL_LEVELS)[number];
  readonly maxWarnings: number;
}

/** What `--fail-on` and `--max-warnings` say. */
export function failLevel(options: CheckOptions): FailLevel {
  const level = FAIL_LEVELS.find((name) => name === options.failOn);
  if (level === undefined) {
    throw new UsageError(`--fail-on wants one of ${FAIL_LEVELS.join(", ")}, not "${options.failOn}".`);
  }
  if (options.maxWarnings === undefined) return { level, maxWarnings: Number.POSITIVE_INFINITY };
  if (!/^\d+$/.test(options.maxWarnings)) {
    throw new UsageError(`--max-warnings wants a whole number such as 0 or 20, not "${options.maxWarnings}".`);
  }
  return { level, maxWarnings: Number(options.maxWarnings) };
}

/** Whether a result is at or above the fail level. */
export function fails(result: CheckResult, fail: FailLevel): boolean {
  if (hasTooManyWarnings(result, fail)) return true;
  const { level } = fail;
  return level !== "never" && result.findings.some(({ severity }) => isAtLeast(severity, level));
}

/** Whether there are more warnings than `--max-warnings` allows. */
export function hasTooManyWarnings({ summary }: CheckResult, { maxWarnings }: FailLevel): boolean {
  return summary.warnings > maxWarnings;
}

/** The least severity that makes a result fail; an error where nothing does. */
export function failsFrom(result: CheckResult, fail: FailLevel): Severity {
  const level = fail.level === "never" ? "error" : fail.level;
  return level === "error" && hasTooManyWarnings(result, fail) ? "warning" : level;
}

/** The reports to write: as asked for, else for people, and in a build of GitHub for its annotations too. */
export function checkOutputs(options: CheckOptions, host: Host): readonly Output<CheckFormat>[] {
  if (options.fixDryRun === true) return dryRunOutputs(options, host);
  const defaults: readonly CheckFormat[] = host.env.GITHUB_ACTIONS === "true" ? ["github", "pretty"] : ["pretty"];
  return outputsFrom(options.format, FORMATS, defaults, host);
}

/** A dry run prints its diff, so reports go to files. */
function dryRunOutputs(options: CheckOptions, host: Host): readonly Output<CheckFormat>[] {
  const outputs = outputsFrom(options.format, FORMATS, [], host);
  const shown = outputs.find(({ file }) => file === null);
  if (shown === undefined) return outputs;
  throw new UsageError(
    `--fix-dry-run prints a diff on standard output; write the report to a file: --format ${shown.format}:FILE.`,
  );
}

/** Refuses flags that contradict each other. */
export function refuseContradictions(paths: readonly string[], options: CheckOptions): void {
  const { fix, fixDryRun, stdin, stdinFilename, updateKnown } = options;
  if (fix === true && fixDryRun === true) {
    throw new UsageError("--fix writes and --fix-dry-run does not; choose one of them.");
  }
  if (fix === true && stdin === true) {
    throw new UsageError("--fix writes files; with --stdin, --fix-dry-run shows what it would change.");
  }
  if (stdin !== true && stdinFilename !== undefined) throw new UsageError("--stdin-filename goes with --stdin.");
  if (updateKnown === true && (paths.length > 0 || stdin === true)) {
    throw new UsageError("--update-known records the whole workspace; run it without paths and without --stdin.");
  }
  if (updateKnown === true && (fix === true || fixDryRun === true)) {
    throw new UsageError("--update-known and --fix are two steps: fix first, then record what is left.");
  }
  const writes = fix === true || fixDryRun === true || updateKnown === true;
  if (options.since !== undefined && writes) {
    throw new UsageError(
      "--since only narrows what is shown; --fix and --update-known are for everything that stands.",
    );
  }
  if (options.watch === true && (writes || stdin === true || options.since !== undefined)) {
    throw new UsageError("--watch goes with none of --fix, --update-known, --stdin and --since.");
  }
}

/** The text on standard input and the file it stands for (absolute); null without `--stdin`. */
export function stdinFile(options: CheckOptions, host: Host): { file: string; text: string } | null {
  if (options.stdin !== true) return null;
  return { file: path.resolve(host.cwd, options.stdinFilename ?? "kpi.yaml"), text: host.readInput() };
}
