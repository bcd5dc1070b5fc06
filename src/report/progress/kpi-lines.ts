/** One KPI at a terminal: a row of a table, or several lines where rows do not fit, and its notes. */

import type { ScoredKpi } from "../../progress/progress.ts";
import { displayWidth } from "../../text/display.ts";
import { type Paints, paint, type Style, unstyled } from "../colour.ts";
import { shorten, terminal } from "../untrusted.ts";
import { wordsOf, wrap } from "../wrap.ts";
import { barOf } from "./bar.ts";
import { cellsOf, type KpiCells } from "./cells.ts";
import { GAP, type Line, layoutOf, outlookText, type RowLayout, SHORTEST_BAR } from "./layout.ts";
import { complianceText, type Note, notesOf, shortfallText } from "./notes.ts";
import { joined, pad, padStart, phrase, phrases, spaces } from "./phrases.ts";
import type { ProgressContext, ProgressReport } from "./report.ts";
import { statusStyle } from "./words.ts";

/** Columns of a bar where each KPI takes several lines. */
const STACKED_BAR = 20;
/** What stands beside such a bar: a percentage and a word. */
const BESIDE_BAR = 16;
const INDENT = "  ";

/** A report with everything that its lines share. */
export interface Drawing {
  readonly report: ProgressReport;
  readonly context: ProgressContext;
  readonly paints: Paints;
  /** Null where each KPI takes several lines. */
  readonly layout: RowLayout | null;
  readonly lines: ReadonlyMap<ScoredKpi, Line>;
}

/** What all lines of some KPIs of a report share. */
export function drawingOf(report: ProgressReport, kpis: readonly ScoredKpi[], context: ProgressContext): Drawing {
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

/** The lines of one KPI of a drawing. */
export function kpiText(scored: ScoredKpi, drawing: Drawing): string {
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
    const drawn = barPart(
      cells,
      Math.max(SHORTEST_BAR, Math.min(STACKED_BAR, context.width - BESIDE_BAR)),
      style,
      drawing,
    );
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
  if (held !== null && shortfallText(scored) === null) say(held);
  return lines;
}

function noteText({ kind, text }: Note, indent: string, { context, paints }: Drawing): string {
  const style = kind === "bad" ? paints.red : kind === "doubt" ? paints.yellow : paints.dim;
  const lines = wrap(wordsOf(terminal(text), 0), Math.max(20, context.width - indent.length), "").split("\n");
  return lines.map((line) => indent + style(line)).join("\n");
}

/** At most `width` columns, the last one an ellipsis where something was cut. */
function cut(text: string, width: number): string {
  let short = text;
  for (let length = Math.min(text.length, width); displayWidth(short) > width && length > 0; length--) {
    short = shorten(text, length);
  }
  return short;
}
