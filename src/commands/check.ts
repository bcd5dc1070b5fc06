/** `kpi check`: shape, rules and links of a whole workspace. */

import * as path from "node:path";
import { type CheckInput, check, configResult, withFindings } from "../engine/check.ts";
import { updateKnown } from "../engine/known.ts";
import { KNOWN_FILE, type KnownFile, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { relativeTo } from "../host/files.ts";
import type { CheckFormat } from "../report/formats.ts";
import { count, number } from "../report/words.ts";
import type { FixInput } from "./check/fixing.ts";
import {
  type CheckOptions,
  checkOutputs,
  type FailLevel,
  failLevel,
  fails,
  hasTooManyWarnings,
  refuseContradictions,
  stdinFile,
} from "./check/options.ts";
import { reportCheck, timing } from "./check/report.ts";
import { DataCache } from "./data-cache.ts";
import { holdsConfig } from "./definition-files.ts";
import { EXIT, UsageError } from "./errors.ts";
import { headVersion } from "./head-version.ts";
import type { Host } from "./host.ts";
import { asOfFrom, byWorkspace, nothingToRead, type Opened, openProject, type Project, readProject } from "./open.ts";
import { mayFollow, type Output } from "./outputs.ts";
import { writeNamed } from "./write-named.ts";

/** Checks the workspaces of all paths one after the other; the exit status is the worst of theirs. */
export async function checkCommand(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  refuseContradictions(paths, options);
  const outputs = checkOutputs(options, host);
  const groups = isForEach(options) && mayFollow(outputs) ? byWorkspace(paths, host) : [];
  if (groups.length < 2) return checkWorkspace(paths, outputs, options, host);
  let worst: number = EXIT.clean;
  for (const group of groups) worst = Math.max(worst, await checkWorkspace(group, outputs, options, host));
  return worst;
}

/** Whether the flags mean the same for each of several workspaces. */
function isForEach({ watch, stdin, config, maxWarnings }: CheckOptions): boolean {
  return watch !== true && stdin !== true && config === undefined && maxWarnings === undefined;
}

async function checkWorkspace(
  paths: readonly string[],
  outputs: readonly Output<CheckFormat>[],
  options: CheckOptions,
  host: Host,
): Promise<number> {
  const started = host.now();
  const fail = failLevel(options);
  if (options.watch === true) {
    const { watchCommand } = await import("./check/watch.ts");
    return watchCommand(paths, options, outputs, host);
  }
  const { asOf, asOfGiven } = asOfFrom(options, host);
  const stdin = stdinFile(options, host);
  const project = await openProject(stdin === null ? paths : [], options, host);

  const { rules } = project;
  const recorded = readKnown(project.textOf(KNOWN_FILE));
  const wrong = [...project.configProblems, ...(options.updateKnown === true ? [] : recorded.problems)];
  if (wrong.length > 0) {
    const result = configResult(wrong, { rules, config: project.config, asOf, textOf: project.textOf });
    reportCheck(result, outputs, project, options, host, started);
    return EXIT.usage;
  }
  const instead =
    stdin === null ? new Map<string, string>() : new Map([[relativeTo(project.root, stdin.file), stdin.text]]);
  for (const file of instead.keys()) {
    if (holdsConfig(file, project.config))
      throw new UsageError(`--stdin holds definitions, and ${file} is a config; save it and leave out --stdin.`);
  }
  if (project.files.length === 0 && instead.size === 0) throw nothingToRead(paths, project, host);

  const listed = host.now();
  const data = options.since === undefined ? null : new DataCache(project.root);
  let opened = await readProject(project, options, host, instead, new Map(), data?.read);
  const read = host.now();
  const judge = async (): Promise<CheckResult> => {
    const { workspace, config, textOf, matches } = opened;
    const shows = instead.size === 0 ? opened.shows : (file: string): boolean => instead.has(file);
    const known = readKnown(textOf(KNOWN_FILE));
    const input: CheckInput = { workspace, config, rules, asOf, asOfGiven, textOf, matches, shows, known };
    if (data === null || options.since === undefined) return check(input);
    const { checkSince } = await import("./since.ts");
    return checkSince(options.since, headVersion(opened, data.read), input, host, options.quiet === true);
  };
  let isRead = true;
  const rerun: FixInput["run"] = async (definitions, others) => {
    if (!isRead) opened = await readProject(project, options, host, definitions, others);
    isRead = false;
    return judge();
  };
  const result = await decided({ options, project, instead, recorded, judge, rerun }, host);
  const checked = host.now();
  reportCheck(result, outputs, opened, options, host, started);
  if (options.timing === true) {
    const report = host.now() - checked;
    host.terminal.note(timing({ list: listed - started, read: read - listed, check: checked - read, report }));
  }
  if (hasTooManyWarnings(result, fail)) host.terminal.note(`kpi: ${tooMany(result, fail)}\n`);
  return statusOf(opened, fails(result, fail), host);
}

function tooMany({ summary: { warnings } }: CheckResult, { maxWarnings }: FailLevel): string {
  return `${count(warnings, "warning")}, and --max-warnings allows ${number(maxWarnings)}.`;
}

interface Decision {
  readonly options: CheckOptions;
  readonly project: Project;
  readonly instead: ReadonlyMap<string, string>;
  readonly recorded: KnownFile;
  readonly judge: () => Promise<CheckResult>;
  readonly rerun: FixInput["run"];
}

/** The result to show: after fixing or recording, where that is asked for. */
async function decided(
  { options, project, instead, recorded, judge, rerun }: Decision,
  host: Host,
): Promise<CheckResult> {
  if (options.fix === true || options.fixDryRun === true) {
    const { fixFiles } = await import("./check/fixing.ts");
    return fixFiles({ project, run: rerun, instead, dryRun: options.fixDryRun === true }, options, host);
  }
  const result = await judge();
  return options.updateKnown === true ? recordAll(result, recorded, project, host) : result;
}

/** Writes down everything that stands, and gives what is left to show. */
function recordAll(result: CheckResult, recorded: KnownFile, project: Project, host: Host): CheckResult {
  const { text, kept, known, added, removed } = updateKnown([...result.findings, ...result.known], recorded);
  if (text !== recorded.text) writeNamed(path.join(project.root, KNOWN_FILE), KNOWN_FILE, text);
  host.terminal.note(`kpi: ${KNOWN_FILE} records ${known.length} findings (${added} new, ${removed} removed).\n`);
  const left = withFindings(result, kept);
  return { ...left, known, summary: { ...left.summary, known: known.length } };
}

/** A file that could not be read is wrong usage, whatever the others hold. */
function statusOf(opened: Opened, isFailed: boolean, host: Host): number {
  for (const sentence of opened.unreadable) host.terminal.note(`kpi: ${sentence}\n`);
  if (opened.unreadable.length > 0) return EXIT.usage;
  return isFailed ? EXIT.findings : EXIT.clean;
}
