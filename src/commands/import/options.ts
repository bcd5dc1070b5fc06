/** The flags of `kpi import`, read. */

import * as path from "node:path";
import { OWNER } from "../../definition/patterns.ts";
import { periodNamed } from "../../import/dates.ts";
import type { ImportSettings, TakenIds } from "../../import/model.ts";
import { terminal } from "../../report/untrusted.ts";
import { dayOf, partsOf } from "../../workspace/day.ts";
import type { Workspace } from "../../workspace/model.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { asOfFrom } from "../open.ts";

export interface ImportOptions extends CommonOptions {
  readonly from?: string;
  /** `field=column` pairs. */
  readonly map?: readonly string[];
  readonly out?: string;
  /** Who answers where the file names nobody. */
  readonly owner?: string;
  /** What plain names of owners are: teams or people. */
  readonly owners?: string;
  /** The goal of rows that name none. */
  readonly goal?: string;
  /** The first day of windows that have only an end. */
  readonly start?: string;
  /** The day of values whose row names none. */
  readonly date?: string;
  /** How dates such as 03/04/2026 are read: dmy or mdy. */
  readonly dates?: string;
  /** How numbers are written: point or comma. */
  readonly decimal?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export const SOURCES = ["csv", "openslo", "dbt", "okr"] as const;
export type Source = (typeof SOURCES)[number];

/** What the files are, by `--from` or else by their names. */
export function sourceOf(files: readonly string[], { from, map }: ImportOptions): Source {
  const book = files.find((file) => SPREADSHEET.test(file));
  if (book !== undefined)
    throw new UsageError(`${terminal(book)} is in a spreadsheet program's own format; save it as CSV first.`);
  const source = from === undefined ? guessed(files) : SOURCES.find((name) => name === from);
  if (source === undefined) throw new UsageError(`--from wants one of ${SOURCES.join(", ")}, not "${from}".`);
  const isTable = source === "csv" || source === "okr";
  if (map !== undefined && !isTable) throw new UsageError(`--map is for tables; --from ${source} has no columns.`);
  if (isTable && files.length > 1) throw new UsageError("One table is imported at a time; name one file.");
  return source;
}

/** Programs' own formats, which are no text. */
const SPREADSHEET = /\.(?:xlsx?|xlsm|xlsb|ods|numbers)$/i;

function guessed(files: readonly string[]): Source {
  if (files.every((file) => /\.(?:csv|tsv|txt)$/i.test(file))) return "csv";
  if (files.every((file) => /\.json$/i.test(file))) return "okr";
  throw new UsageError(`What is ${files[0]}? Write --from csv, --from openslo, --from dbt or --from okr.`);
}

/** The settings that flags give; `file` is where it will be written, relative to the root. */
export function settingsFrom(options: ImportOptions, workspace: Workspace, file: string, host: Host): ImportSettings {
  const { fiscalYear } = workspace.settings;
  const day = (flag: string, text: string | undefined, edge: "start" | "end"): number | null => {
    if (text === undefined) return null;
    const named = periodNamed(text, fiscalYear);
    if (named === null) throw new UsageError(`${flag} wants a day such as 2026-01-01, not "${text}".`);
    return named[edge];
  };
  const { owner, owners, decimal, dates } = options;
  if (owner !== undefined && !OWNER.test(owner)) {
    throw new UsageError(`--owner wants "@handle", "@org/team", team:name or an e-mail address, not "${owner}".`);
  }
  if (owners !== undefined && owners !== "teams" && owners !== "people") {
    throw new UsageError(`--owners wants teams or people, not "${owners}".`);
  }
  if (decimal !== undefined && decimal !== "point" && decimal !== "comma") {
    throw new UsageError(`--decimal wants point or comma, not "${decimal}".`);
  }
  if (dates !== undefined && dates !== "dmy" && dates !== "mdy") {
    throw new UsageError(`--dates wants dmy or mdy, not "${dates}".`);
  }
  return {
    fiscal: fiscalYear,
    start: day("--start", options.start, "start") ?? dayOf(partsOf(asOfFrom(options, host).asOf).year, 1, 1),
    valueDay: day("--date", options.date, "end"),
    owner: owner ?? null,
    ownersAre: owners ?? null,
    goal: options.goal ?? null,
    dates: dates === undefined ? null : dates === "dmy" ? "day-first" : "month-first",
    decimal: decimal ?? null,
    taken: takenIn(workspace, file),
  };
}

/** Flags that settle what a file leaves open, as far as they were given. */
export function givenFlags(options: ImportOptions): ReadonlySet<string> {
  const names = ["owner", "owners", "goal", "start", "date", "dates", "decimal"] as const;
  return new Set(names.filter((name) => options[name] !== undefined).map((name) => `--${name}`));
}

/** The ids of all other files; those of the file that is written come from the same import. */
function takenIn({ goals, metrics, kpis }: Workspace, file: string): TakenIds {
  const elsewhere = <E extends { readonly id: string; readonly origin: { readonly file: string } }>(
    entities: Iterable<E>,
  ): E[] => {
    return [...entities].filter(({ origin }) => origin.file !== file);
  };
  return {
    goals: new Map(elsewhere(goals.values()).map(({ id, definition }) => [id, definition.title ?? ""])),
    metrics: new Set(elsewhere(metrics.values()).map(({ id }) => id)),
    kpis: new Set(elsewhere(kpis.values()).map(({ id }) => id)),
  };
}

/** `Team KPIs 2026.csv` is written to `team-kpis-2026.kpi.yaml`. */
export function stemOf(file: string): string {
  return path
    .basename(file)
    .replace(/\.[^.]*$/, "")
    .replace(/\.kpi$/, "");
}
