/** What `kpi import` says: what was made, how columns were read, what was not understood, and what to do next. */

import type { CheckSummary } from "../engine/result.ts";
import type { Imported, Remark } from "../import/model.ts";
import { paint } from "../report/colour.ts";
import { jsonText, shorten, terminal } from "../report/untrusted.ts";
import { count, severityCounts } from "../report/words.ts";
import { wordsOf, wrap } from "../report/wrap.ts";
import { columnNames, mappedColumns, type TableChoice } from "./import-mapping.ts";

export interface ImportReport {
  readonly imported: Imported;
  readonly choice: TableChoice | null;
  /** The definition file, as it is shown. */
  readonly file: string;
  readonly dataFiles: number;
  /** What `kpi check` says of it. */
  readonly summary: Pick<CheckSummary, "errors" | "warnings" | "infos">;
  /** `known`: everything was there already, as it is. */
  readonly state: "written" | "known" | "dry";
  readonly diff: string | null;
}

export interface ImportStyle {
  readonly colour: boolean;
  readonly width: number;
}

/** Remarks of one kind that are listed. */
const LISTED = 20;
/** Characters of a text of the file that are repeated. */
const QUOTED = 80;

/** For people. */
export function prettyImported(report: ImportReport, style: ImportStyle): string {
  const { imported, choice } = report;
  const blocks = [
    choice === null ? "" : columnsBlock(choice, style),
    remarksBlock("Not understood, and kept beside drafts or left open:", of("not-understood", imported), style),
    remarksBlock("Left out:", of("left-out", imported), style),
    remarksBlock("Read like this:", of("note", imported), style),
    summaryBlock(report, style),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function of(kind: Remark["kind"], { remarks }: Imported): readonly Remark[] {
  return remarks.filter((remark) => remark.kind === kind);
}

function columnsBlock(choice: TableChoice, { colour, width }: ImportStyle): string {
  const paints = paint(colour);
  const lines = mappedColumns(choice).map(({ field, columns }) => `  ${field.padEnd(14)}${columnNames(columns)}`);
  if (choice.left.length > 0) {
    const words = wordsOf(`no field is known for ${columnNames(choice.left)}; name one with --map "field=column"`, 0);
    lines.push(`  ${paints.yellow("left out")}      ${wrap(words, width - 16, " ".repeat(16))}`);
  }
  return [paints.bold("Columns:"), ...lines].join("\n");
}

/** Remarks that differ only in their place are told once. */
function remarksBlock(title: string, remarks: readonly Remark[], { colour, width }: ImportStyle): string {
  if (remarks.length === 0) return "";
  const paints = paint(colour);
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.field, remark.text, remark.message]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [remark]);
    else group.push(remark);
  }
  const lines = [...groups.values()]
    .slice(0, LISTED)
    .map((group) => wrap(wordsOf(sentence(group), 0), width - 2, "    "));
  const more =
    groups.size > LISTED ? [`  … and ${count(groups.size - LISTED, "more thing")}; --format json lists all.`] : [];
  return [paints.bold(title), ...lines.map((line) => `  ${line}`), ...more].join("\n");
}

function sentence(group: readonly Remark[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const places = [...new Set(group.map(({ place }) => place))].filter((place) => place !== "");
  const others = places.length > 3 ? ` and ${places.length - 2} other places` : "";
  const where = terminal(places.slice(0, others === "" ? 3 : 2).join(", ")) + others;
  const subject = group.length === 1 && first.subject !== "" ? ` (${terminal(shorten(first.subject, QUOTED))})` : "";
  const text = first.text === null ? "" : ` "${terminal(shorten(first.text, QUOTED))}"`;
  const what = `${first.field === null ? "" : terminal(first.field)}${text}`.trim();
  const lead = [`${where}${subject}`.trim(), what].filter((part) => part !== "").join(": ");
  return `${lead === "" ? "" : `${lead}: `}${terminal(first.message)}.`;
}

function summaryBlock({ imported, file, dataFiles, summary, state }: ImportReport, { colour }: ImportStyle): string {
  const made = counts(imported);
  const what = [
    made.goals === 0 ? "" : count(made.goals, "goal"),
    made.metrics === 0 ? "" : count(made.metrics, "metric"),
    made.kpis === 0 ? "" : count(made.kpis, "KPI"),
  ].filter((part) => part !== "");
  const drafts = made.drafts === 0 ? "" : ` (${count(made.drafts, "draft")})`;
  const data = dataFiles === 0 ? "" : `, and ${count(dataFiles, "data file")}`;
  const verb = { written: "Wrote", known: "Nothing new: there already is", dry: "Would write" }[state];
  const found = severityCounts(summary);
  const lines = [
    `${verb} ${terminal(file)}: ${what.join(", ")}${drafts}${data}. ${count(made.notUnderstood, "thing")} not understood.`,
    found === "" ? "" : `kpi check says: ${found}.`,
    `${paint(colour).bold("Next:")} ${state === "dry" ? "the same without --dry-run" : `kpi check ${shellWord(file)}`}`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** A path as a shell takes it. */
function shellWord(file: string): string {
  const shown = terminal(file);
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

interface Counts {
  readonly goals: number;
  readonly metrics: number;
  readonly kpis: number;
  /** KPIs that are drafts. */
  readonly drafts: number;
  readonly notUnderstood: number;
}

function counts({ entities, remarks }: Imported): Counts {
  const ofKind = (kind: string): number => entities.filter((entity) => entity.kind === kind).length;
  return {
    goals: ofKind("goal"),
    metrics: ofKind("metric"),
    kpis: ofKind("kpi"),
    drafts: entities.filter(({ kind, definition }) => kind === "kpi" && definition.state === "draft").length,
    notUnderstood: remarks.filter(({ kind }) => kind === "not-understood").length,
  };
}

/** For programs; `schemaVersion` 1. */
export function jsonImported({ imported, choice, file, dataFiles, summary, state, diff }: ImportReport): string {
  const columns = choice === null ? [] : mappedColumns(choice);
  return jsonText({
    schemaVersion: 1,
    written: state === "written",
    file,
    dataFiles,
    created: counts(imported),
    columns: columns.map(({ field, columns: own }) => ({ field, columns: own.map(({ name }) => name) })),
    leftOutColumns: (choice?.left ?? []).map(({ name }) => name),
    remarks: imported.remarks,
    findings: summary,
    diff,
  });
}
