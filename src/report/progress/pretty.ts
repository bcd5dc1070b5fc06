/** Progress for people at a terminal: early warnings, a table for each goal, one line that sums up. */

import type { ScoredKpi } from "../../progress/progress.ts";
import { displayWidth } from "../../text/display.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { type Paints, paint, type Style, unstyled } from "../colour.ts";
import { shorten, terminal } from "../untrusted.ts";
import { count, number } from "../words.ts";
import { type Word, wordsOf, wrap } from "../wrap.ts";
import { barOf } from "./bar.ts";
import { cellsOf, type KpiCells } from "./cells.ts";
import { share } from "./figures.ts";
import { GAP, HEADS, type Line, layoutOf, outlookText, type RowLayout } from "./layout.ts";
import { complianceText, type Note, notesOf } from "./notes.ts";
import { type GoalSection, isGuardrailBroken, type ProgressContext, type ProgressReport } from "./report.ts";
import { counted, statusStyle, statusText } from "./words.ts";

/** Columns of a bar where each KPI takes several lines. */
const STACKED_BAR = 20;
const INDENT = "  ";

interface Drawing {
  readonly report: ProgressReport;
  readonly context: ProgressContext;
  readonly paints: Paints;
  /** Null where each KPI takes several lines. */
  readonly layout: RowLayout | null;
  readonly lines: ReadonlyMap<ScoredKpi, Line>;
}

/** Progress in as many columns as the terminal has; with `quiet` only what is bad, and nothing where nothing is. */
export function pretty(report: ProgressReport, context: ProgressContext): string {
  if (context.quiet) return quiet(report, context);
  if (report.nothing !== null && report.sections.length === 0) return `${terminal(report.nothing)}\n`;
  const drawing = drawingOf(report, report.kpis, context);
  const blocks = [
    ...earlyWarnings(drawing),
    ...(drawing.layout === null || report.kpis.length === 0 ? [] : [header(drawing, drawing.layout)]),
    ...report.sections.map((section) => sectionOf(section, drawing)),
    ...(report.nothing === null ? [] : [terminal(report.nothing)]),
    summary(drawing),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function quiet(report: ProgressReport, context: ProgressContext): string {
  const bad = report.kpis.filter((scored) => isBad(scored));
  if (bad.length === 0) return "";
  const drawing = drawingOf(report, bad, context);
  return `${bad.map((scored) => kpiText(scored, drawing)).join("\n")}\n`;
}

function isBad(scored: ScoredKpi): boolean {
  const { status } = scored.progress;
  return status === "off-track" || status === "missed" || status === "invalid" || isGuardrailBroken(scored);
}

function drawingOf(report: ProgressReport, kpis: readonly ScoredKpi[], context: ProgressContext): Drawing {
  const lines = new Map(kpis.map((scored) => [scored, lineOf(scored, context.ascii)]));
  const layout = layoutOf([...lines.values()], context.width);
  return { report, context, paints: paint(context.colour), layout, lines };
}

function lineOf(scored: ScoredKpi, ascii: boolean): Line {
  const cells = cellsOf(scored, ascii);
  return {
    id: terminal(scored.kpi.id),
    title: terminal(scored.kpi.definition.title ?? ""),
    cells: {
      status: cells.status,
      bar: cells.bar,
      held: cells.held,
      percent: cells.percent,
      now: terminal(cells.now),
      pace: cells.pace,
      outlook: cells.outlook,
      range: terminal(cells.range),
    },
  };
}

function earlyWarnings({ report, context, paints }: Drawing): readonly string[] {
  if (report.earlyWarnings.length === 0) return [];
  const rows = report.earlyWarnings.map(({ kpi, status, leads, leadsStatus }) => {
    const words: Word[] = [
      { text: statusText(status, context.ascii), gap: 0, style: statusStyle(status, paints) },
      { text: terminal(kpi), gap: 1, style: paints.bold },
      ...wordsOf("leads", 1),
      { text: terminal(leads), gap: 1, style: paints.bold },
      ...wordsOf(`, which still looks ${leadsStatus}`, 0),
    ];
    return wrap(words, context.width, INDENT);
  });
  return [[paints.bold("Early warnings"), ...rows].join("\n")];
}

function header({ context, paints }: Drawing, layout: RowLayout): string {
  const bar = layout.bar + 1 + (layout.percent === 0 ? 0 : GAP + layout.percent);
  const now = context.ascii ? HEADS.now.replace("→", "->") : HEADS.now;
  const cells: (readonly [string, number])[] = [
    [HEADS.status, layout.status],
    [HEADS.id, layout.id],
    ...(layout.title === 0 ? [] : [[HEADS.title, layout.title] as const]),
    [HEADS.bar, bar],
    [now, layout.now],
    [HEADS.pace, layout.pace],
    [HEADS.outlook, layout.outlook],
  ];
  return paints.dim(joined(cells.map(([text, width]) => pad(text, width))));
}

function sectionOf(section: GoalSection, drawing: Drawing): string {
  return [heading(section, drawing), ...section.kpis.map((scored) => kpiText(scored, drawing))].join("\n");
}

/** Title, id, place in the tree, status, progress and counts of a goal, as a sentence that wraps. */
function heading(section: GoalSection, { context, paints }: Drawing): string {
  const { goal, hasChildren } = section;
  if (goal === null) return paints.bold("KPIs whose goal is not defined");
  const { id, definition } = goal.goal;
  const parent = definition.parent === undefined ? "" : `, under ${definition.parent}`;
  const words: Word[] = [
    ...styled(terminal(definition.title ?? id), 0, paints.bold),
    ...styled(terminal(`(${id}${parent})`), 1, paints.dim),
  ];
  if (goal.status !== null) {
    words.push({ text: statusText(goal.status, context.ascii), gap: 2, style: statusStyle(goal.status, paints) });
  }
  if (goal.progress !== null) words.push({ text: share(goal.progress), gap: 2, style: unstyled });
  const where = hasChildren ? " with the goals below" : "";
  if (goal.kpis === 0) return wrap([...words, phrase("no active KPI", 2)], context.width, INDENT);
  const broken = goal.brokenGuardrails === 0 ? [] : [count(goal.brokenGuardrails, "broken guardrail")];
  words.push(phrase(`${count(goal.kpis, "KPI")}${where}:`, 2));
  words.push(...phrases([...counted(goal.byStatus), ...broken], ","));
  return wrap(words, context.width, INDENT);
}

function styled(text: string, gap: number, style: Style): readonly Word[] {
  return wordsOf(text, gap).map((word) => ({ text: word.text, gap: word.gap, style }));
}

/** Words that stay on one line. */
function phrase(text: string, gap: number): Word {
  return { text, gap, style: unstyled };
}

/** Parts that stay on one line each. */
function phrases(parts: readonly string[], separator: string, gap = 1): readonly Word[] {
  return parts.map((part, i) => phrase(i < parts.length - 1 ? part + separator : part, i === 0 ? gap : 1));
}

function kpiText(scored: ScoredKpi, drawing: Drawing): string {
  const line = drawing.lines.get(scored) ?? lineOf(scored, drawing.context.ascii);
  const { layout } = drawing;
  const rows = layout === null ? stacked(scored, line, drawing) : [row(scored, line, layout, drawing)];
  const indent = " ".repeat(layout === null ? INDENT.length : layout.status + GAP);
  const notes = notesOf(scored, drawing.report).map((note) => noteText(note, indent, drawing));
  return [...rows, ...notes].join("\n");
}

function row(scored: ScoredKpi, { id, title, cells }: Line, layout: RowLayout, drawing: Drawing): string {
  const { paints } = drawing;
  const style = statusStyle(scored.progress.status, paints, scored.progress.stale);
  const parts = [style(cells.status) + spaces(layout.status - displayWidth(cells.status)), pad(id, layout.id)];
  if (layout.title > 0) parts.push(pad(cut(title, layout.title), layout.title));
  const drawn = barPart(cells, layout.bar, style, drawing);
  parts.push(layout.percent === 0 ? drawn : `${drawn}${spaces(GAP)}${padStart(cells.percent, layout.percent)}`);
  parts.push(pad(cells.now, layout.now), pad(cells.pace, layout.pace), outlookText(cells, layout.range));
  return joined(parts);
}

/** A bar, what stands in its place, or nothing, always `length + 1` columns wide. */
function barPart(cells: KpiCells, length: number, style: Style, { context, paints }: Drawing): string {
  if (cells.bar === null) return pad(cells.held, length + 1);
  const bar = barOf(cells.bar.done, cells.bar.planned, length, context.ascii);
  const styles: Readonly<Record<(typeof bar.pieces)[number]["kind"], Style>> = {
    full: style,
    empty: paints.dim,
    marker: paints.bold,
  };
  return bar.pieces.map(({ text, kind }) => styles[kind](text)).join("");
}

/** A KPI on several lines, each figure with its word. */
function stacked(scored: ScoredKpi, { id, title, cells }: Line, drawing: Drawing): readonly string[] {
  const { context, paints } = drawing;
  const style = statusStyle(scored.progress.status, paints, scored.progress.stale);
  const isBudget = scored.progress.target?.kind === "budget";
  const lines = [`${style(cells.status)}${spaces(GAP)}${paints.bold(id)}`];
  const say = (text: string): void => {
    lines.push(wrap([{ text: INDENT, gap: 0, style: unstyled }, ...wordsOf(text, 0)], context.width, INDENT));
  };
  if (title !== "") say(title);
  if (cells.bar !== null) {
    const drawn = barPart(cells, Math.min(STACKED_BAR, context.width - 16), style, drawing);
    lines.push(`${INDENT}${drawn}  ${cells.percent}${isBudget ? " used" : ""}`.trimEnd());
  }
  const figures = [
    cells.now,
    ...(cells.pace === "" ? [] : [`pace ${cells.pace}`]),
    ...(cells.outlook === "" ? [] : [`outlook ${cells.outlook}`]),
    ...(cells.range === "" ? [] : [cells.range]),
  ];
  lines.push(wrap([phrase(INDENT, 0), ...phrases(figures, ",", 0)], context.width, INDENT));
  const held = complianceText(scored.progress);
  if (held !== null) say(held);
  return lines;
}

function noteText({ kind, text }: Note, indent: string, { context, paints }: Drawing): string {
  const style = kind === "bad" ? paints.red : kind === "doubt" ? paints.yellow : paints.dim;
  const lines = wrap(wordsOf(terminal(text), 0), Math.max(20, context.width - indent.length), "").split("\n");
  return lines.map((line) => indent + style(line)).join("\n");
}

/** One line: how many KPIs, on which day, by status, and what is not in the table. */
function summary({ report, context, paints }: Drawing): string {
  const { kpis, byStatus, stale, drafts, retired } = report.summary;
  const of = kpis === report.ofKpis ? count(kpis, "KPI") : `${number(kpis)} of ${count(report.ofKpis, "KPI")}`;
  const counts = [
    ...counted(byStatus),
    ...(stale > 0 ? [`${number(stale)} stale`] : []),
    ...(drafts > 0 ? [count(drafts, "draft")] : []),
    ...(retired > 0 ? [`${number(retired)} retired`] : []),
  ];
  const day = `on ${formatDayLong(report.asOf)}${counts.length === 0 ? "" : ":"}`;
  const words = [...styled(of, 0, paints.bold), ...wordsOf(day, 1), ...phrases(counts, ",")];
  return wrap(words, context.width, INDENT);
}

function joined(parts: readonly string[]): string {
  return parts.join(spaces(GAP)).trimEnd();
}

function pad(text: string, width: number): string {
  return text + spaces(width - displayWidth(text));
}

function padStart(text: string, width: number): string {
  return spaces(width - displayWidth(text)) + text;
}

function spaces(count: number): string {
  return " ".repeat(Math.max(0, count));
}

/** At most `width` columns, the last one an ellipsis where something was cut. */
function cut(text: string, width: number): string {
  let short = text;
  for (let length = Math.min(text.length, width); displayWidth(short) > width && length > 0; length--) {
    short = shorten(text, length);
  }
  return short;
}
