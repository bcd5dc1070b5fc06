/** The end of `kpi add`: what was answered is written, shown or refused. */

import { ENTITY_NAMES } from "../../definition/explain/spot.ts";
import { withFindings } from "../../engine/check.ts";
import { wantsColour } from "../../host/terminal.ts";
import { checkReporters } from "../../report/formats.ts";
import { count } from "../../report/words.ts";
import { diffFor, diffPrefix } from "../diff/text.ts";
import { EXIT } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { type Project, prefixOf } from "../open.ts";
import { deliver, type Output } from "../outputs.ts";
import type { AddFacts, Addition } from "./facts.ts";
import type { AddFlags } from "./flags.ts";
import { placesFor } from "./place.ts";
import { type AddReport, type AddStyle, jsonAdded, prettyAdded } from "./report.ts";
import { type AddContext, type Prepared, prepare, prepareAndWrite } from "./write.ts";

export interface AddOptions extends CommonOptions, AddFlags {
  /** The file to add to, relative to the folder the command works in. */
  readonly file?: string;
  /** Writes `state: draft`, which needs a title only. */
  readonly draft?: boolean;
  /** Takes what is proposed; asks only for what is needed and unknown. */
  readonly yes?: boolean;
  /** Prints a diff and writes nothing. */
  readonly dryRun?: boolean;
}

export const ADD_FORMATS = ["pretty", "json"] as const;
type Format = (typeof ADD_FORMATS)[number];

/** What the end of a run needs. */
export interface AddRun extends AddContext {
  readonly facts: AddFacts;
  readonly options: AddOptions;
  readonly outputs: readonly Output<Format>[];
  /** The file of `--file`, relative to the root. */
  readonly chosen: string | null;
}

/** Writes, or shows what would be written, and reports it. */
export async function finishAdding(additions: readonly Addition[], run: AddRun): Promise<number> {
  const { options, host, project } = run;
  const places = placesOf(additions, run);
  const isDry = options.dryRun === true;
  const prepared = isDry ? await prepare(additions, places, run) : await prepareAndWrite(additions, places, run);
  if (prepared.refused.length > 0) {
    refuse(prepared, run);
    return EXIT.usage;
  }
  const diff = isDry ? await diffOf(prepared, project, host) : null;
  const report: AddReport = { prepared, facts: run.facts, diff, prefix: prefixOf(project, host) };
  for (const output of run.outputs) {
    if (output.format === "pretty" && diff !== null) await showDiff(diff, output, run);
    else
      deliver(
        [output],
        () => (output.format === "json" ? jsonAdded(report) : prettyAdded(report, styleFor(output, run))),
        host,
      );
  }
  return EXIT.clean;
}

/** Where each addition goes. */
export function placesOf(additions: readonly Addition[], { chosen, project, facts }: AddRun) {
  return placesFor(additions, chosen, project, facts.workspace);
}

function styleFor({ file }: Output<Format>, { options, host }: AddRun): AddStyle {
  const colour = file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
  return { colour, width: host.terminal.width, quiet: options.quiet === true };
}

/** The errors that nothing is written with, as `kpi check` shows them. */
export function refusal(prepared: Prepared, { project, options, host }: AddRun): string {
  const prefix = prefixOf(project, host);
  const findings = prepared.refused.map((finding) => Object.assign({}, finding, { file: prefix + finding.file }));
  return checkReporters.pretty(withFindings(prepared.result, findings), {
    textOf: (file) => project.textOf(file.slice(prefix.length)),
    colour: wantsColour(host.terminal.outIsTerminal, options.color, host.env),
    width: host.terminal.width,
    elapsedMs: null,
    smart: false,
    quiet: false,
  });
}

function refuse(prepared: Prepared, run: AddRun): void {
  const { host, facts } = run;
  const names = prepared.placed.map(({ kind, id }) => `${ENTITY_NAMES[kind]} ${id}`).join(", ");
  const report: AddReport = { prepared, facts, diff: null, prefix: "" };
  deliver(run.outputs, ({ format }) => (format === "json" ? jsonAdded(report) : refusal(prepared, run)), host);
  const draft = prepared.placed.at(-1)?.kind === "kpi" ? ", or add it with --draft until it is decided" : "";
  host.terminal.note(
    `kpi: Nothing was added: ${names} would bring ${count(prepared.refused.length, "error")}; change what is said above${draft}.\n`,
  );
}

async function diffOf({ changes }: Prepared, project: Project, host: Host): Promise<string> {
  const { unifiedDiff } = await import("../../text/unified-diff.ts");
  const prefix = diffPrefix(project, host);
  return unifiedDiff(changes.map(({ file, before, after }) => ({ path: prefix + file, before: before ?? "", after })));
}

async function showDiff(diff: string, output: Output<Format>, { options, host }: AddRun): Promise<void> {
  const text = await diffFor(output.file, diff, options, host);
  deliver([output], () => text, host);
}
