/** `kpi import`: a table of indicators, OpenSLO, dbt metrics or OKRs → a new definition file with its data files. */

import * as path from "node:path";
import { slug } from "../definition/explain/traps/names.ts";
import { isInside, kindOf, readText, relativeTo, staysInside } from "../host/files.ts";
import { readTable } from "../import/csv.ts";
import { importDbt } from "../import/dbt.ts";
import { repeatedFields } from "../import/map.ts";
import type { Imported, ImportSettings } from "../import/model.ts";
import { readOkrJson } from "../import/okr.ts";
import { importOpenSlo } from "../import/openslo.ts";
import type { ImportFile } from "../import/shape.ts";
import { importOkrs, importTable } from "../import/table.ts";
import { terminal } from "../report/untrusted.ts";
import { isDefinitionFile } from "./definition-files.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import { mapFromFlags, type TableChoice } from "./import/mapping.ts";
import { type ImportOptions, type Source, settingsFrom, sourceOf, stemOf } from "./import/options.ts";
import { finishImport, IMPORT_FORMATS, type ImportRun } from "./import/write.ts";
import { openProject, type Project, readProject } from "./open.ts";
import { outputsFrom } from "./outputs.ts";
import { requireGoodConfig } from "./require-config.ts";

/** More bytes are no list of indicators. */
const LARGEST = 10 * 1024 * 1024;

/** Imports one table, or one or more files of OpenSLO or dbt. */
export async function importCommand(files: readonly string[], options: ImportOptions, host: Host): Promise<number> {
  const outputs = outputsFrom(options.format, IMPORT_FORMATS, ["pretty"], host);
  const source = sourceOf(files, options);
  const texts = files.map((file) => readSource(file, host));
  const project = await openProject([], options, host);
  requireGoodConfig(project);
  const file = fileToWrite(files, options.out, project, host);
  const opened = await readProject(project, options, host);
  const settings = settingsFrom(options, opened.workspace, file, host);
  const isForPeople = outputs.every((output) => output.format === "pretty" || output.file !== null);
  const asks = host.isInteractive && isForPeople && options.yes !== true;

  const made = await imported(source, texts, { settings, options, asks, host });
  if (made === null) {
    host.terminal.note("kpi: Nothing was imported.\n");
    return EXIT.interrupted;
  }
  const run: ImportRun = { project, opened, options, host, outputs, file, sources: files, choice: made.choice };
  return finishImport(made.imported, run);
}

interface Context {
  readonly settings: ImportSettings;
  readonly options: ImportOptions;
  readonly asks: boolean;
  readonly host: Host;
}

interface Made {
  readonly imported: Imported;
  /** How the columns of a table were read; null for other sources. */
  readonly choice: TableChoice | null;
}

/** Null where the person who is asked breaks off. */
async function imported(source: Source, files: readonly ImportFile[], context: Context): Promise<Made | null> {
  const [file] = files;
  if (
    source === "csv" ||
    (source === "okr" && file !== undefined && !/^\s*[[{]/.test(file.text.replace(/^\uFEFF/, "")))
  ) {
    return file === undefined ? null : importedTable(file, source, context);
  }
  if (source === "okr" && file !== undefined) {
    const read = readOkrJson(file, context.settings);
    if (!read.ok) throw new UsageError(terminal(read.message));
    return { imported: importOkrs(read.okrs, context.settings), choice: null };
  }
  const read = source === "openslo" ? importOpenSlo(files, context.settings) : importDbt(files, context.settings);
  if (!read.ok) throw new UsageError(terminal(read.message));
  return { imported: read.imported, choice: null };
}

async function importedTable({ name, text }: ImportFile, source: Source, context: Context): Promise<Made | null> {
  const { settings, options, asks, host } = context;
  const read = readTable(text);
  if (!read.ok) throw new UsageError(`${terminal(name)} cannot be imported: ${terminal(read.message)}.`);
  const { table } = read;
  const faults = repeatedFields(options.map ?? []);
  if (faults.length > 0) throw new UsageError(faults.join("\nkpi: "));
  const isOkr = source === "okr";
  if (!asks) {
    const choice = mapFromFlags(table, options.map ?? [], settings, isOkr);
    return { imported: importTable(table, choice.mapping, settings, isOkr), choice };
  }
  const { askForMapping } = await import("./import/dialogue.ts");
  const answered = await askForMapping(name, table, options.map ?? [], settings, isOkr, host);
  if (answered === null) return null;
  return { imported: importTable(table, answered.choice.mapping, answered.settings, isOkr), choice: answered.choice };
}

function readSource(file: string, host: Host): ImportFile {
  const absolute = path.resolve(host.cwd, file);
  const shown = terminal(file);
  const kind = kindOf(absolute);
  if (kind === "missing") throw new UsageError(`There is no file "${shown}".`);
  if (kind === "directory") throw new UsageError(`"${shown}" is a folder; name the files in it.`);
  const read = readText(absolute);
  if (!read.ok) throw new UsageError(`Cannot read ${shown}: ${terminal(read.detail)}.`);
  if (Buffer.byteLength(read.text) > LARGEST) throw new UsageError(`${shown} holds more than 10 MB; split it first.`);
  // UTF-16 with its mark at the start is read without doubt; other bytes are lost.
  if (read.badByte !== null && read.text.includes("\uFFFD")) {
    const line = read.text.slice(0, read.badByte).split("\n").length;
    throw new UsageError(
      `${shown} is not UTF-8 (line ${line}); save it as UTF-8 first, in a spreadsheet as "CSV UTF-8".`,
    );
  }
  return { name: shown, text: read.text };
}

/** The file that is written, relative to the root; one that every other command reads. */
function fileToWrite(files: readonly string[], out: string | undefined, project: Project, host: Host): string {
  const folder = path.resolve(host.cwd, out ?? "kpis");
  const shown = terminal(out ?? "kpis");
  if (kindOf(folder) !== "missing" && kindOf(folder) !== "directory")
    throw new UsageError(`--out ${shown} is no folder.`);
  const isOutside =
    !isInside(project.root, folder) || (kindOf(folder) === "directory" && !staysInside(project.root, folder));
  if (isOutside) throw new UsageError(`--out ${shown} lies outside the workspace; name a folder in it.`);
  const file = relativeTo(project.root, path.join(folder, `${slug(stemOf(files[0] ?? "")) || "imported"}.kpi.yaml`));
  const { config, matches } = project;
  if (isDefinitionFile(file, config, matches)) return file;
  throw new UsageError(`The config leaves out ${terminal(file)}; choose a folder that it reads with --out.`);
}
