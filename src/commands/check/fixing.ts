/** `--fix` and `--fix-dry-run`: what was fixed is written whole, or shown as a diff. */

import * as path from "node:path";
import { type FixOutcome, fixWorkspace, type RunCheck } from "../../engine/fix.ts";
import type { CheckResult } from "../../engine/result.ts";
import { readText } from "../../host/files.ts";
import { count } from "../../report/words.ts";
import { diffFor, diffPrefix } from "../diff/text.ts";
import type { CommonOptions, Host } from "../host.ts";
import type { Project } from "../open.ts";
import { writeNamed } from "../write-named.ts";

export interface FixInput {
  readonly project: Project;
  /** Reads the project with these texts in place of its definition and its other files, and checks it. */
  readonly run: (definitions: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) => Promise<CheckResult>;
  /** Texts that stand in for definition files from the start, such as standard input. */
  readonly instead: ReadonlyMap<string, string>;
  /** Shows a diff on standard output instead of writing files. */
  readonly dryRun: boolean;
}

/** Fixes the files of a project and gives the check of what is then there. */
export async function fixFiles(input: FixInput, options: CommonOptions, host: Host): Promise<CheckResult> {
  const { project, instead } = input;
  const files = new Originals(project.root, instead);
  const touched = new Set<string>();
  const run: RunCheck = (changed) => {
    for (const file of touched) project.texts.delete(file);
    for (const [file, text] of changed) {
      touched.add(file);
      project.texts.set(file, text);
    }
    const isDefinition = ([file]: readonly [string, string]): boolean =>
      project.files.includes(file) || instead.has(file);
    const others = [...changed].filter((entry) => !isDefinition(entry));
    return input.run(new Map([...instead, ...[...changed].filter(isDefinition)]), new Map(others));
  };
  const outcome = await fixWorkspace(run, {
    textOf: (file) => files.textOf(file),
    mayChange: (file) => files.isUtf8(file),
  });
  if (input.dryRun) await showDiff(outcome, files, input, options, host);
  else writeAll(outcome, project.root);
  if (options.quiet !== true && outcome.fixed > 0) host.terminal.note(`${summary(outcome, input.dryRun)}\n`);
  return outcome.result;
}

/** The files as they were before anything was fixed. */
class Originals {
  readonly #root: string;
  readonly #instead: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, { readonly text: string | null; readonly isUtf8: boolean }>();

  constructor(root: string, instead: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#instead = instead;
  }

  textOf(file: string): string | null {
    return this.#read(file).text;
  }

  /** Bytes that are no UTF-8 would be lost in writing. */
  isUtf8(file: string): boolean {
    return this.#read(file).isUtf8;
  }

  #read(file: string): { readonly text: string | null; readonly isUtf8: boolean } {
    let known = this.#texts.get(file);
    if (known === undefined) {
      const given = this.#instead.get(file);
      const found =
        given === undefined ? readText(path.join(this.#root, file)) : { ok: true as const, text: given, badByte: null };
      known = found.ok ? { text: found.text, isUtf8: found.badByte === null } : { text: null, isUtf8: false };
      this.#texts.set(file, known);
    }
    return known;
  }
}

async function showDiff(
  { texts }: FixOutcome,
  originals: Originals,
  { project }: FixInput,
  options: CommonOptions,
  host: Host,
): Promise<void> {
  const { unifiedDiff } = await import("../../text/unified-diff.ts");
  const prefix = diffPrefix(project, host);
  const changed = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  const diff = unifiedDiff(
    changed.map(([file, after]) => ({ path: prefix + file, before: originals.textOf(file) ?? "", after })),
  );
  host.terminal.out(await diffFor(null, diff, options, host));
}

function writeAll({ texts }: FixOutcome, root: string): void {
  for (const [file, text] of texts) writeNamed(path.join(root, file), file, text);
}

function summary({ fixed, texts }: FixOutcome, dryRun: boolean): string {
  return `${dryRun ? "Would fix" : "Fixed"} ${count(fixed, "finding")} in ${count(texts.size, "file")}.`;
}
