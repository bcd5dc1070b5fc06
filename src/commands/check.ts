/** `kpi check`: shape, rules and links of a whole workspace. */

import * as path from "node:path";
import { check, configResult } from "../engine/check.ts";
import type { CheckResult } from "../engine/result.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import { relativeTo } from "../host/files.ts";
import { wantsColour } from "../host/terminal.ts";
import { type CheckFormat, checkReporters } from "../report/formats.ts";
import { rules } from "../rules/index.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { asOfFrom, type Opened, openProject, type Project, prefixOf, readProject } from "./open.ts";
import { deliver, type Output, outputsFrom } from "./outputs.ts";

export interface CheckOptions extends CommonOptions {
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly smart?: boolean;
  readonly timing?: boolean;
}

const FAIL_LEVELS = ["error", "warning", "info", "never"] as const;
const FORMATS = Object.keys(checkReporters) as CheckFormat[];

/** Formats that name files from where the command was started, because people and CI click on them there. */
const PREFIXED: ReadonlySet<CheckFormat> = new Set(["pretty", "github", "gitlab", "sarif", "junit", "markdown"]);

export async function checkCommand(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const started = host.now();
  const outputs = outputsFrom(options.format, FORMATS, defaultFormats(host), host);
  const fail = failLevel(options);
  const { asOf, asOfGiven } = asOfFrom(options, host);
  const stdin = stdinFile(options, host);
  const project = await openProject(stdin === null ? paths : [], options, host);

  if (project.configProblems.length > 0) {
    const { config, textOf } = project;
    const result = configResult(project.configProblems, { rules, config, asOf, textOf });
    report(result, outputs, project, options, host, started);
    return EXIT.usage;
  }
  const instead =
    stdin === null ? new Map<string, string>() : new Map([[relativeTo(project.root, stdin.file), stdin.text]]);
  if (project.files.length === 0 && instead.size === 0) throw nothingToCheck(paths, project, host);

  const listed = host.now();
  const opened = await readProject(project, options, host, instead);
  const read = host.now();
  const result = check({
    workspace: opened.workspace,
    config: opened.config,
    rules,
    asOf,
    asOfGiven,
    textOf: opened.textOf,
    matches: opened.matches,
    shows: instead.size === 0 ? opened.shows : (file) => instead.has(file),
  });
  const checked = host.now();
  report(result, outputs, opened, options, host, started);
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
  if (options.timing === true) {
    host.terminal.note(
      timing({ list: listed - started, read: read - listed, check: checked - read, report: host.now() - checked }),
    );
  }
  if (opened.unreadable.length > 0) return EXIT.usage;
  return fails(result, fail) ? EXIT.findings : EXIT.clean;
}

function defaultFormats(host: Host): readonly CheckFormat[] {
  return host.env.GITHUB_ACTIONS === "true" ? ["github", "pretty"] : ["pretty"];
}

interface FailLevel {
  readonly level: (typeof FAIL_LEVELS)[number];
  readonly maxWarnings: number;
}

function failLevel(options: CheckOptions): FailLevel {
  const level = FAIL_LEVELS.find((name) => name === options.failOn);
  if (level === undefined)
    throw new UsageError(`--fail-on wants one of ${FAIL_LEVELS.join(", ")}, not "${options.failOn}".`);
  if (options.maxWarnings === undefined) return { level, maxWarnings: Number.POSITIVE_INFINITY };
  if (!/^\d+$/.test(options.maxWarnings)) {
    throw new UsageError(`--max-warnings wants a whole number such as 0 or 20, not "${options.maxWarnings}".`);
  }
  return { level, maxWarnings: Number(options.maxWarnings) };
}

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

function fails(result: CheckResult, { level, maxWarnings }: FailLevel): boolean {
  if (result.summary.warnings > maxWarnings) return true;
  if (level === "never") return false;
  return result.findings.some((finding) => RANK[finding.severity] >= RANK[level]);
}

function stdinFile(options: CheckOptions, host: Host): { file: string; text: string } | null {
  if (options.stdin !== true) {
    if (options.stdinFilename !== undefined) throw new UsageError("--stdin-filename goes with --stdin.");
    return null;
  }
  const name = options.stdinFilename ?? "kpi.yaml";
  return { file: path.resolve(host.cwd, name), text: host.readInput() };
}

function nothingToCheck(paths: readonly string[], project: Project, host: Host): UsageError {
  const where = paths.length > 0 ? paths.join(", ") : relativeTo(host.startedIn, project.root) || "this folder";
  return new UsageError(
    `There are no KPI files in ${where}. Files are kpi.yaml, *.kpi.yaml and everything under kpis/.\n` +
      "To start, write a kpi.yaml:\n\n" +
      "  version: 1\n  goals:\n    happy-customers:\n      title: Customers stay because they are happy\n" +
      '      owner: "@ceo"\n\n' +
      "or look at a whole example: kpi explain measurable/target-missing",
  );
}

function report(
  result: CheckResult,
  outputs: readonly Output<CheckFormat>[],
  project: Project | Opened,
  options: CheckOptions,
  host: Host,
  started: number,
): void {
  const { terminal, env } = host;
  const prefix = prefixOf(project, host);
  const prefixed = prefix === "" ? result : withPrefix(result, prefix);
  const textOf = (file: string): string | null => project.textOf(file);
  deliver(
    outputs,
    ({ format, file }) =>
      checkReporters[format](PREFIXED.has(format) ? prefixed : result, {
        textOf: PREFIXED.has(format) && prefix !== "" ? (name) => textOf(name.slice(prefix.length)) : textOf,
        colour: file === null && wantsColour(terminal.outIsTerminal, options.color, env),
        width: terminal.width,
        elapsedMs: host.now() - started,
        smart: options.smart === true,
        quiet: options.quiet === true,
      }),
    host,
  );
}

/** The same result with paths from the folder the command was started in. */
function withPrefix(result: CheckResult, prefix: string): CheckResult {
  const moved = (finding: Finding): Finding => ({
    ...finding,
    file: prefix + finding.file,
    related: finding.related.map((other) => ({ ...other, file: prefix + other.file })),
    suggestions: finding.suggestions.map((suggestion) => ({
      title: suggestion.title,
      edits: suggestion.edits.map((edit) => ({ ...edit, file: prefix + edit.file })),
    })),
    fix:
      finding.fix === null
        ? null
        : { title: finding.fix.title, edits: finding.fix.edits.map((edit) => ({ ...edit, file: prefix + edit.file })) },
  });
  return { ...result, findings: result.findings.map(moved) };
}

function timing(phases: Readonly<Record<string, number>>): string {
  return Object.entries(phases)
    .map(([name, ms]) => `${name.padEnd(8)}${ms.toFixed(1).padStart(9)} ms\n`)
    .join("");
}
