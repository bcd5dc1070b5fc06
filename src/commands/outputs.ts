/** `--format NAME[:FILE]`: which reports a run writes, and where to. */

import * as path from "node:path";
import { isInside, relativeTo } from "../host/files.ts";
import { nearestTo } from "../text/nearest.ts";
import { UsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import { writeNamed } from "./write-named.ts";

export interface Output<Format extends string> {
  readonly format: Format;
  /** Absolute; null: standard output. */
  readonly file: string | null;
}

/** Formats that may follow each other on standard output: a CI log reads commands between lines for people. */
const SHARING: ReadonlySet<string> = new Set(["github", "pretty"]);

/** Whether the reports of several workspaces may follow each other. */
export function mayFollow(outputs: readonly Output<string>[]): boolean {
  return outputs.every(({ format, file }) => file === null && SHARING.has(format));
}

/** Reads the flags; `defaults` are used where there is none. */
export function outputsFrom<Format extends string>(
  flags: readonly string[] | undefined,
  known: readonly Format[],
  defaults: readonly Format[],
  host: Host,
): readonly Output<Format>[] {
  if (flags === undefined || flags.length === 0) return defaults.map((format) => ({ format, file: null }));
  const outputs = flags.map((flag) => outputFrom(flag, known, host));
  const shown = outputs.filter((output) => output.file === null);
  if (shown.length > 1 && !shown.every((output) => SHARING.has(output.format))) {
    const second = shown[1]?.format ?? "json";
    throw new UsageError(
      `Only one format can go to standard output; write the other to a file: --format ${second}:${second === "pretty" ? "report.txt" : `kpi.${second}`}.`,
    );
  }
  requireOwnFiles(outputs);
  return outputs;
}

/** The second of two reports in one file would take the place of the first. */
function requireOwnFiles<Format extends string>(outputs: readonly Output<Format>[]): void {
  const writers = new Map<string, Format>();
  for (const { format, file } of outputs) {
    if (file === null) continue;
    const first = writers.get(file);
    if (first !== undefined) {
      throw new UsageError(`--format ${first} and --format ${format} name one file; give each a file of its own.`);
    }
    writers.set(file, format);
  }
}

function outputFrom<Format extends string>(flag: string, known: readonly Format[], host: Host): Output<Format> {
  const colon = flag.indexOf(":");
  const name = colon < 0 ? flag : flag.slice(0, colon);
  const file = colon < 0 ? null : flag.slice(colon + 1);
  const format = known.find((candidate) => candidate === name);
  if (format === undefined) {
    const nearest = nearestTo(name, known);
    const advice = nearest === null ? `write one of ${known.join(", ")}` : `did you mean ${nearest}?`;
    throw new UsageError(`There is no format "${name}"; ${advice}`);
  }
  if (file === "")
    throw new UsageError(`--format ${name}: names no file; write --format ${name}:FILE or --format ${name}.`);
  return { format, file: file === null ? null : path.resolve(host.cwd, file) };
}

/** Writes every report to its place: files whole or not at all, then standard output. */
export function deliver<Format extends string>(
  outputs: readonly Output<Format>[],
  render: (output: Output<Format>) => string,
  host: Host,
): void {
  for (const output of outputs) {
    const text = render(output);
    if (output.file === null) host.terminal.out(text);
    else writeNamed(output.file, shownFrom(host.startedIn, output.file), text);
  }
}

/** A path as people know it: from where they are, unless it leads out of there. */
function shownFrom(folder: string, file: string): string {
  return isInside(folder, file) ? relativeTo(folder, file) : file;
}
