/** What `kpi import` says: what was made, how columns were read, what was not understood, and what to do next. */

import type { CheckSummary } from "../../engine/result.ts";
import type { Imported, Remark } from "../../import/model.ts";
import { paint } from "../../report/colour.ts";
import { jsonText, shorten, terminal } from "../../report/untrusted.ts";
import { count, severityCounts } from "../../report/words.ts";
import { wordsOf, wrap } from "../../report/wrap.ts";
import { draftCauses, draftLine, flagsToAdd, type GivenFlags } from "./drafts.ts";
import { columnNames, mappedColumns, type TableChoice } from "./mapping.ts";

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
  /** Flags of this run that settle what a file leaves open. */
  readonly given: GivenFlags;
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
  const { table, mapping, left, spans } = choice;
  const add = (label: string, text: string): void => {
    lines.push(`  ${label}${wrap(wordsOf(text, 0), width - 16, " ".repeat(16))}`);
  };
  const filled = mapping.fill.flatMap((index) => table.columns[index] ?? []);
  if (filled.length > 0) add("fill          ", `${columnNames(filled)}: empty cells mean the one above`);
  const others = left.filter((column) => !spans.includes(column));
  const label = `${paints.yellow("left out")}      `;
  if (others.length > 0) add(label, `no field is known for ${columnNames(others)}; name one with --map "field=column"`);
  if (spans.length > 0) {
    add(
      label,
      `${columnNames(spans)} may be fiscal years; say in the config when yours start, with fiscal_year_starts`,
    );
  }
  return [paints.bold("Columns:"), ...lines].join("\n");
}

/** Texts of one reason that are repeated where there are more than MANY of them. */
const SHOWN = 3;
const MANY = 3;

/** Remarks that differ only in their place are told once, and one reason with many texts with a few of them. */
function remarksBlock(title: string, remarks: readonly Remark[], { colour, width }: ImportStyle): string {
  if (remarks.length === 0) return "";
  const paints = paint(colour);
  const groups = groupsOf(remarks);
  // Where not all are listed, those of most places are.
  const listed = groups.length > LISTED ? groups.sort((a, b) => b.length - a.length).slice(0, LISTED) : groups;
  const lines = listed.map((group) => wrap(wordsOf(sentence(group), 0), width - 2, "    "));
  const more =
    groups.length > LISTED ? [`  … and ${count(groups.length - LISTED, "more thing")}; --format json lists all.`] : [];
  return [paints.bold(title), ...lines.map((line) => `  ${line}`), ...more].join("\n");
}

function groupsOf(remarks: readonly Remark[]): (readonly Remark[])[] {
  const reasonOf = ({ field, message }: Remark): string => JSON.stringify([field, message]);
  const texts = new Map<string, Set<string | null>>();
  for (const remark of remarks) {
    const key = reasonOf(remark);
    const known = texts.get(key);
    if (known === undefined) texts.set(key, new Set([remark.text]));
    else known.add(remark.text);
  }
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const reason = reasonOf(remark);
    const key = (texts.get(reason)?.size ?? 0) > MANY ? reason : `${reason} ${remark.text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [remark]);
    else group.push(remark);
  }
  return [...groups.values()];
}

function sentence(group: readonly Remark[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const places = [...new Set(group.map(({ place }) => place))].filter((place) => place !== "");
  const others = places.length > 3 ? ` and ${places.length - 2} other places` : "";
  const where = terminal(places.slice(0, others === "" ? 3 : 2).join(", ")) + others;
  const subject = group.length === 1 && first.subject !== "" ? ` (${terminal(shorten(first.subject, QUOTED))})` : "";
  const what = `${first.field === null ? "" : terminal(first.field)} ${quotedTexts(group)}`.trim();
  const lead = [`${where}${subject}`.trim(), what].filter((part) => part !== "").join(": ");
  return `${lead === "" ? "" : `${lead}: `}${terminal(first.message)}.`;
}

/** `"2017-03-31", "2018-03-31", "2016-12-31" and 8 others`; empty where there is no text. */
function quotedTexts(group: readonly Remark[]): string {
  const texts = [...new Set(group.flatMap(({ text }) => text ?? []))];
  const longest = texts.length > 1 ? QUOTED / 2 : QUOTED;
  const shown = texts.slice(0, SHOWN).map((text) => `"${terminal(shorten(text, longest))}"`);
  return shown.join(", ") + (texts.length > SHOWN ? ` and ${count(texts.length - SHOWN, "other")}` : "");
}

function summaryBlock(report: ImportReport, { colour, width }: ImportStyle): string {
  const { imported, choice, file, dataFiles, summary, state, given } = report;
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
  const drafted = draftLine(imported, choice, given);
  const lines = [
    `${verb} ${terminal(file)}: ${what.join(", ")}${drafts}${data}. ${count(made.notUnderstood, "thing")} not understood.`,
    drafted === "" ? "" : wrap(wordsOf(drafted, 0), width, "  "),
    found === "" ? "" : `kpi check says: ${found}.`,
    `${paint(colour).bold("Next:")} ${nextStep(report)}`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** Another import where flags would make KPIs of drafts; nothing is overwritten, so that the file must go before. */
function nextStep({ imported, choice, file, state, given }: ImportReport): string {
  const flags = flagsToAdd(imported, choice, given).join(" ");
  if (flags === "") return state === "dry" ? "the same without --dry-run" : `kpi check ${shellWord(file)}`;
  if (state === "dry") return `the same with ${flags}, then without --dry-run`;
  return `delete ${shellWord(file)} and import again with ${flags}`;
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
    draftCauses: draftCauses(imported),
    findings: summary,
    diff,
  });
}
