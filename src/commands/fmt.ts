/** `kpi fmt`: canonical key order and spacing of definition files. */

import * as path from "node:path";
import { canonOf } from "../definition/canonical.ts";
import { kpiSchema } from "../definition/published.ts";
import { readText } from "../host/files.ts";
import { ProgressBar } from "../host/terminal.ts";
import { terminal } from "../report/untrusted.ts";
import { count } from "../report/words.ts";
import { LineIndex } from "../text/source.ts";
import { formatYaml } from "../text/yaml-format.ts";
import { explainYamlError } from "../text/yaml-message.ts";
import type { Canon } from "../text/yaml-order.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { noFiles, openProject, type Project, prefixOf } from "./open.ts";
import { requireGoodConfig } from "./require-config.ts";
import { writeNamed } from "./write-named.ts";

export interface FmtOptions extends CommonOptions {
  /** Writes nothing and lists the files that would change. */
  readonly check?: boolean;
}

/** What became of one file. */
type Outcome =
  | { readonly kind: "same" }
  | { readonly kind: "changed"; readonly text: string }
  /** Left as it is, with a sentence that says why; `where` is the line and column, or empty. */
  | { readonly kind: "left"; readonly where: string; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Formats files and lists those it changed. Files with YAML errors are left alone with a sentence, and make the exit
 * status 1, as files that would change do under `--check`.
 */
export async function fmtCommand(paths: readonly string[], options: FmtOptions, host: Host): Promise<number> {
  const project = await openProject(paths, options, host);
  requireGoodConfig(project);
  const files = project.files.filter(project.shows);
  if (files.length === 0) throw new UsageError(noFiles(paths, project, host));
  const found = await formatAll(files, project, options, host);
  const changed = found.filter(({ outcome }) => outcome.kind === "changed");
  if (options.check !== true) for (const { file, outcome } of changed) write(project, file, outcome);
  report(found, prefixOf(project, host), options, host);
  if (found.some(({ outcome }) => outcome.kind === "unreadable")) return EXIT.usage;
  const isLeft = found.some(({ outcome }) => outcome.kind === "left");
  return isLeft || (options.check === true && changed.length > 0) ? EXIT.findings : EXIT.clean;
}

interface Found {
  readonly file: string;
  readonly outcome: Outcome;
}

async function formatAll(
  files: readonly string[],
  project: Project,
  options: FmtOptions,
  host: Host,
): Promise<readonly Found[]> {
  const canon = canonOf(kpiSchema());
  const bar = options.quiet === true ? null : new ProgressBar(host.terminal, "Formatting", files.length, host.now);
  const found: Found[] = [];
  for (const file of files) {
    found.push({ file, outcome: await format(path.join(project.root, file), canon) });
    bar?.step();
  }
  bar?.end();
  return found;
}

async function format(file: string, canon: Canon): Promise<Outcome> {
  const read = readText(file);
  if (!read.ok) return { kind: "unreadable", reason: REASONS[read.reason] ?? read.detail };
  // Written back, bytes that are no UTF-8 would be lost.
  if (read.badByte !== null)
    return { kind: "left", where: placeIn(read.text, read.badByte), reason: "It is not UTF-8; save it as UTF-8." };
  const formatted = formatYaml(read.text, canon);
  if (formatted.ok) return formatted.text === read.text ? SAME : { kind: "changed", text: formatted.text };
  if (formatted.reason === "unsafe") return { kind: "left", where: "", reason: UNSAFE };
  const { message, start } = await explainYamlError(read.text, formatted.problem);
  return { kind: "left", where: placeIn(read.text, start), reason: message };
}

const SAME: Outcome = { kind: "same" };

const UNSAFE =
  "It cannot be formatted without changing what it means, which is a mistake of this tool; please report it with the file.";

const REASONS: Readonly<Record<string, string>> = {
  denied: "you may not read it",
  missing: "it is gone",
  directory: "it is a folder",
  "too-large": "it is far over 10 MB",
};

function placeIn(text: string, offset: number): string {
  const { line, column } = new LineIndex(text).position(offset);
  return `:${line}:${column}`;
}

function write(project: Project, file: string, outcome: Outcome): void {
  if (outcome.kind !== "changed") return;
  writeNamed(path.join(project.root, file), file, outcome.text);
}

/** The names of changed files are the result; everything else is a note. */
function report(found: readonly Found[], prefix: string, options: FmtOptions, host: Host): void {
  const changed: string[] = [];
  for (const { file, outcome } of found) {
    const name = terminal(prefix + file);
    if (outcome.kind === "changed") changed.push(name);
    else if (outcome.kind === "left")
      host.terminal.note(`kpi: ${name}${outcome.where} is left as it is. ${terminal(outcome.reason)}\n`);
    else if (outcome.kind === "unreadable")
      host.terminal.note(`kpi: ${name} cannot be read: ${terminal(outcome.reason)}.\n`);
  }
  if (changed.length > 0) host.terminal.out(`${changed.join("\n")}\n`);
  if (options.quiet !== true) host.terminal.note(`${summary(found.length, changed.length, options.check === true)}\n`);
}

function summary(files: number, changed: number, check: boolean): string {
  if (changed === 0) return `${count(files, "file")}, nothing to format.`;
  if (!check) return `Formatted ${changed} of ${count(files, "file")}.`;
  return `${changed} of ${count(files, "file")} would change; run kpi fmt without --check.`;
}
