/** The end of `kpi import`: what was made is checked, written and reported, or only shown. */

import * as path from "node:path";
import { FolderCache } from "../../host/files.ts";
import { wantsColour } from "../../host/terminal.ts";
import type { Imported } from "../../import/model.ts";
import { terminal } from "../../report/untrusted.ts";
import { newCsv } from "../../text/csv-append.ts";
import { MAX_YAML_BYTES } from "../../text/yaml.ts";
import type { ReadData } from "../../workspace/data.ts";
import { judge } from "../add/write.ts";
import { dataReader } from "../data-files.ts";
import { EXIT, UsageError } from "../errors.ts";
import type { Host } from "../host.ts";
import { type NewFile, type NewFileState, stateOf, writeNewFiles } from "../new-files.ts";
import { type Opened, type Project, prefixOf, readProject } from "../open.ts";
import { deliver, type Output } from "../outputs.ts";
import type { TableChoice } from "./mapping.ts";
import { givenFlags, type ImportOptions } from "./options.ts";
import { type ImportReport, jsonImported, prettyImported } from "./report.ts";
import { definitionFile } from "./yaml.ts";

export const IMPORT_FORMATS = ["pretty", "json"] as const;
type Format = (typeof IMPORT_FORMATS)[number];

/** What the end of a run needs. */
export interface ImportRun {
  readonly project: Project;
  readonly opened: Opened;
  readonly options: ImportOptions;
  readonly host: Host;
  readonly outputs: readonly Output<Format>[];
  /** The definition file, relative to the root. */
  readonly file: string;
  /** The imported files, as they were named. */
  readonly sources: readonly string[];
  /** How the columns of a table were read; null for other sources. */
  readonly choice: TableChoice | null;
}

/** Writes everything or nothing, and reports it. */
export async function finishImport(imported: Imported, run: ImportRun): Promise<number> {
  const { host, options, outputs } = run;
  if (imported.entities.length === 0) throw new UsageError(nothing(imported, run));
  const files = filesOf(imported, run);
  const states = new Map(files.map((file) => [file, stateOf(file)]));
  refuseTaken(states);
  const summary = await checkedSummary(files, run);
  const isDry = options.dryRun === true;
  const isKnown = files.every((file) => states.get(file) === "same");
  if (!isDry && !isKnown) await writeNewFiles(files);
  const diff = isDry ? await diffOf(files, states) : null;
  const report: ImportReport = {
    imported,
    choice: run.choice,
    file: files[0]?.shown ?? "",
    dataFiles: files.length - 1,
    summary,
    state: isDry ? "dry" : isKnown ? "known" : "written",
    diff,
    given: givenFlags(options),
  };
  for (const output of outputs) {
    const colour = output.file === null && wantsColour(host.terminal.outIsTerminal, options.color, host.env);
    if (output.format === "json") deliver([output], () => jsonImported(report), host);
    else if (options.quiet !== true || isDry) {
      const { shownDiff } = await import("../../report/diff.ts");
      const text = (): string =>
        (diff === null ? "" : shownDiff(diff, colour)) +
        (options.quiet === true ? "" : prettyImported(report, { colour, width: host.terminal.width }));
      deliver([output], text, host);
    }
  }
  return EXIT.clean;
}

function nothing({ remarks }: Imported, { sources }: ImportRun): string {
  const first = remarks.find(({ kind }) => kind === "left-out");
  const why = first === undefined ? "" : ` (${terminal(first.place)}: ${terminal(first.message)})`;
  return `${terminal(sources[0] ?? "")} holds nothing that can be imported${why}.`;
}

/** The definition file first, then the data files beside it. */
function filesOf(imported: Imported, { file, sources, project, host }: ImportRun): readonly NewFile[] {
  const prefix = prefixOf(project, host);
  const about = `Imported from ${sources.map((source) => terminal(path.basename(source))).join(", ")} by kpi import.`;
  const text = definitionFile(imported.entities, about);
  if (Buffer.byteLength(text) > MAX_YAML_BYTES) {
    throw new UsageError(
      "This would make a definition file of over 10 MB, which no command reads; import it in parts.",
    );
  }
  const folder = path.posix.dirname(file);
  const data = imported.data.map(({ metric, records }) => {
    const at = path.posix.join(folder, `data/${metric}.csv`);
    return { path: path.join(project.root, at), shown: prefix + at, text: newCsv(records) };
  });
  return [{ path: path.join(project.root, file), shown: prefix + file, text }, ...data];
}

function refuseTaken(states: ReadonlyMap<NewFile, NewFileState>): void {
  const taken = [...states].filter(([, state]) => state === "taken").map(([file]) => terminal(file.shown));
  const [first] = taken;
  if (first === undefined) return;
  const more = taken.length > 1 ? ` and ${taken.length - 1} more` : "";
  throw new UsageError(
    `${first}${more} is there already with other content, and nothing is overwritten; choose another folder with --out.`,
  );
}

/** What a check of the workspace says of the new file. */
async function checkedSummary(files: readonly NewFile[], run: ImportRun): Promise<ImportReport["summary"]> {
  const { project, options, host, file } = run;
  const relative = ({ path: absolute }: NewFile): string =>
    path.relative(project.root, absolute).split(path.sep).join("/");
  const [definition, ...data] = files;
  const instead = new Map(definition === undefined ? [] : [[relative(definition), definition.text]]);
  const texts = new Map(data.map((one) => [relative(one), one.text]));
  const onDisk = dataReader(project.root, new FolderCache());
  const reader: ReadData = (from, named, optional) => {
    const at = path.posix.join(path.posix.dirname(from), named);
    const text = texts.get(at);
    return text === undefined ? onDisk(from, named, optional) : { ok: true, path: at, text, badByte: null };
  };
  const opened = await readProject(project, options, host, instead, new Map(), reader);
  const findings = judge(opened, options, host).findings.filter(
    (finding) => finding.file === file || finding.file.startsWith(`${path.posix.dirname(file)}/data/`),
  );
  const countOf = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: countOf("error"), warnings: countOf("warning"), infos: countOf("info") };
}

async function diffOf(files: readonly NewFile[], states: ReadonlyMap<NewFile, NewFileState>): Promise<string> {
  const { unifiedDiff } = await import("../../text/unified-diff.ts");
  const fresh = files.filter((file) => states.get(file) === "new");
  return unifiedDiff(
    fresh.map(({ shown, text }) => ({ path: shown.replace(/^(?:\.\.\/)+/, ""), before: "", after: text })),
  );
}
