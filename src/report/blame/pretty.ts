/** The life of a KPI for people at a terminal: what it is now, every change from the oldest to the newest, the drift. */

import type { Drift, LifeChange, LifeCommit, LifeEntry } from "../../changes/blame/life.ts";
import { displayWidth } from "../../text/display.ts";
import { formatNumber } from "../../workspace/units.ts";
import { type Paints, paint, type Style } from "../colour.ts";
import { cellsOf } from "../progress/cells.ts";
import { phrase, spaces, styled } from "../progress/phrases.ts";
import { statusStyle } from "../progress/words.ts";
import { shorten, terminal } from "../untrusted.ts";
import { count, number } from "../words.ts";
import { type Word, wordsOf, wrap } from "../wrap.ts";
import type { BlameContext, BlameReport } from "./report.ts";
import { targetLine } from "./target-line.ts";
import { type ChangeKind, changeWords, kindOf, looks, promiseWords } from "./words.ts";

/** Lines longer than this are hard to read. */
const WIDEST = 110;
/** From this width on, texts stand in a column beside their shapes. */
const COLUMN_FROM = 60;
const COLUMN = 13;
const INDENT = 2;
/** Enough of a commit's id to find it. */
const COMMIT_LENGTH = 8;
/** Characters of texts from files and commits; the whole of them stands in JSON. */
const NAME_LENGTH = 60;
const TITLE_LENGTH = 200;
const REASON_LENGTH = 400;
/** Columns of the target's line. */
const LINE = 40;
const SHORTEST_LINE = 12;

interface Pen {
  readonly context: BlameContext;
  readonly paints: Paints;
}

/** The life in as many columns as the terminal has, the newest change last. */
export function pretty(report: BlameReport, context: BlameContext): string {
  const pen: Pen = { context, paints: paint(context.colour) };
  const { life } = report;
  const blocks = [
    head(report, pen),
    ...life.entries.map((entry) => entryLines(entry, pen)),
    ...targetBlock(report, pen),
    ...(life.drift === null ? [] : [driftBlock(life.drift, report, pen)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function head(report: BlameReport, pen: Pen): string {
  const { life } = report;
  const title = life.last?.title ?? null;
  const name = [
    { text: drawn(life.kpi, pen, NAME_LENGTH), gap: 0, style: pen.paints.bold },
    ...(title === null ? [] : wordsOf(drawn(title, pen, TITLE_LENGTH), 2)),
  ];
  return `${line(name, 0, INDENT, pen)}\n${line(standing(report, pen), INDENT, 2 * INDENT, pen)}`;
}

/** How it stands: its status, or why it has none. */
function standing({ life, scored, retired }: BlameReport, pen: Pen): readonly Word[] {
  if (scored !== null) {
    const cells = cellsOf(scored, pen.context.ascii);
    const style = statusStyle(scored.progress.status, pen.paints, scored.progress.stale);
    const percent = cells.percent === "" ? [] : [phrase(cells.percent, 2)];
    return [...styled(cells.status, 0, style), ...wordsOf(drawn(cells.now, pen), 2), ...percent];
  }
  if (life.now?.state === "draft") return wordsOf("a draft, which promises nothing yet", 0);
  if (life.now?.state === "retired") {
    const why = retired === null ? "" : `: ${drawn(retired, pen, REASON_LENGTH)}`;
    return wordsOf(`retired${why}`, 0);
  }
  if (life.now !== null) return wordsOf(drawn(promiseWords(life.now), pen), 0);
  const last = life.entries.at(-1);
  const move = last?.changes.find(({ otherId }) => otherId !== null)?.otherId ?? null;
  const where = last === undefined ? "" : ` ${placeInTime(last.commit)}`;
  if (move === null) return wordsOf(`deleted${where}`, 0);
  const id = drawn(move, pen, NAME_LENGTH);
  return [...wordsOf(`goes on as ${id}${where}:`, 0), phrase(`kpi blame ${id}`, 1)];
}

/** `on 2026-04-02 in 9f8e7d6c`. */
function placeInTime(commit: LifeCommit | null): string {
  return commit === null ? "and not committed yet" : `on ${commit.date} in ${shortId(commit)}`;
}

function entryLines(entry: LifeEntry, pen: Pen): string {
  const { commit, changes, facts, isEdge } = entry;
  const lines = [commitLine(commit, pen)];
  if (isEdge && facts !== null) {
    const seen = wordsOf(`${drawn(promiseWords(facts), pen)}; the history of this clone ends here`, 0);
    lines.push(labelled("known", seen, pen.paints.dim, pen));
  }
  for (const change of changes) lines.push(...changeLines(change, entry, pen));
  return lines.join("\n");
}

/** `2026-04-02  9f8e7d6c  Ben  Ease the target`. */
function commitLine(commit: LifeCommit | null, pen: Pen): string {
  const { paints } = pen;
  if (commit === null) return paints.bold("not committed yet");
  const words = [
    { text: commit.date === "" ? "no date" : drawn(commit.date, pen), gap: 0, style: paints.bold },
    { text: shortId(commit), gap: 2, style: paints.yellow },
    ...wordsOf(drawn(commit.author, pen, NAME_LENGTH), 2),
    ...styled(drawn(commit.subject, pen, TITLE_LENGTH), 2, paints.dim),
  ];
  return line(words, 0, INDENT, pen);
}

function shortId({ id }: LifeCommit): string {
  return id.slice(0, COMMIT_LENGTH);
}

function changeLines(change: LifeChange, entry: LifeEntry, pen: Pen): readonly string[] {
  const { paints } = pen;
  const kind = kindOf(change);
  const lines = [
    labelled(kind, wordsOf(drawn(changeWords(change, entry), pen, REASON_LENGTH), 0), styleOf(kind, paints), pen),
  ];
  const reason = reasonWords(change, pen);
  if (reason.length > 0) lines.push(line(reason, hangOf(pen), hangOf(pen), pen));
  return lines;
}

function reasonWords({ reason, reasonCommit, asksReason }: LifeChange, pen: Pen): readonly Word[] {
  const { paints } = pen;
  if (reason === null) return asksReason ? styled("no reason given", 0, paints.red) : [];
  const label = reasonCommit === null ? "reason:" : `reason, given in ${reasonCommit.slice(0, COMMIT_LENGTH)}:`;
  return [...styled(label, 0, paints.dim), ...wordsOf(drawn(reason, pen, REASON_LENGTH), 1)];
}

function styleOf(kind: ChangeKind, paints: Paints): Style {
  if (kind === "easier") return paints.yellow;
  return kind === "harder" ? paints.green : paints.blue;
}

function labelled(kind: ChangeKind, words: readonly Word[], style: Style, pen: Pen): string {
  const look = looks[kind];
  const label = `${pen.context.ascii ? look.ascii : look.symbol} ${look.word}`;
  const gap = hasColumn(pen) ? COLUMN - INDENT - displayWidth(label) : 2;
  const [first, ...rest] = words;
  const moved = first === undefined ? [] : [{ text: first.text, gap, style: first.style }, ...rest];
  return line([{ text: label, gap: 0, style }, ...moved], INDENT, hangOf(pen), pen);
}

function targetBlock({ life, asOf }: BlameReport, pen: Pen): readonly string[] {
  const columns = Math.max(SHORTEST_LINE, Math.min(LINE, width(pen) - INDENT));
  const drawing = targetLine(life.levels, asOf, columns, pen.context.ascii);
  const first = life.levels[0]?.date ?? "";
  if (drawing === null) return [];
  const dates = first + spaces(Math.max(1, columns - displayWidth(first) - asOf.length)) + asOf;
  const indent = spaces(INDENT);
  return [`${pen.paints.bold("Target over time")}\n${indent}${drawing}\n${indent}${pen.paints.dim(dates)}`];
}

function driftBlock(drift: Drift, { historyEnds }: BlameReport, pen: Pen): string {
  const version = historyEnds.includes(drift.since?.id ?? "") ? "oldest version of this clone" : "first active version";
  const since = drift.since === null ? "what is not committed yet" : `${drift.since.date} (${shortId(drift.since)})`;
  const heading = styled(`Since the ${version}, ${since}`, 0, pen.paints.bold);
  const row = (label: string, text: string): string => {
    const gap = hasColumn(pen) ? COLUMN - INDENT - label.length : 2;
    const [first, ...rest] = wordsOf(drawn(text, pen, REASON_LENGTH), gap);
    const words = [{ text: label, gap: 0, style: pen.paints.dim }, ...(first === undefined ? [] : [first, ...rest])];
    return line(words, INDENT, hangOf(pen), pen);
  };
  return [
    line(heading, 0, INDENT, pen),
    row("target", targetText(drift)),
    row("deadline", deadlineText(drift)),
    row("changes", countsText(drift)),
  ].join("\n");
}

const WAYS = {
  easier: "easier to reach",
  harder: "harder to reach",
  both: "one bound is easier, the other harder",
} as const;

function targetText({ first, last, target }: Drift): string {
  const { way, percent, change } = target;
  if (way === "same") return `${last.targetInWords}, as at first`;
  const both = `${first.targetInWords} → ${last.targetInWords}`;
  if (way === null) return `${both}; the two cannot be compared`;
  const share =
    percent === null || change === null
      ? ""
      : `${formatNumber(Math.abs(percent))} % ${change < 0 ? "lower" : "higher"}, `;
  return `${both}: ${share}${WAYS[way]}`;
}

function deadlineText({ first, last, deadlineDays }: Drift): string {
  if (deadlineDays === 0 || first.end === last.end) return `${last.end ?? "no end"}, as at first`;
  const both = `${first.end ?? "no end"} → ${last.end ?? "no end"}`;
  if (deadlineDays === null) return both;
  return `${both}: ${count(Math.abs(deadlineDays), "day")} ${deadlineDays > 0 ? "later" : "earlier"}`;
}

function countsText({ easings, easingsWithoutReason, tightenings }: Drift): string {
  const without = easingsWithoutReason === 0 ? "" : ` (${number(easingsWithoutReason)} without a reason)`;
  if (easings + tightenings === 0) return "none that makes it easier or harder";
  return `${number(easings)} easier${without}, ${number(tightenings)} harder`;
}

function hasColumn({ context }: Pen): boolean {
  return context.width >= COLUMN_FROM;
}

/** Where texts start that go on in another line. */
function hangOf(pen: Pen): number {
  return hasColumn(pen) ? COLUMN : 2 * INDENT;
}

function width({ context }: Pen): number {
  return Math.min(context.width, WIDEST);
}

/** Words from `indent` on; further lines start at `hang`. */
function line(words: readonly Word[], indent: number, hang: number, pen: Pen): string {
  return wrap(indent === 0 ? words : [phrase(spaces(indent), 0), ...words], width(pen), spaces(hang));
}

/** A text of ours or of a file, safe for the terminal and with the arrows that it knows. */
function drawn(text: string, { context }: Pen, limit = TITLE_LENGTH): string {
  const safe = terminal(shorten(text, limit));
  return context.ascii ? safe.replaceAll("→", "->").replaceAll("…", "...") : safe;
}
