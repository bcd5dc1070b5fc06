/** Progress for people at a terminal: early warnings, a table for each goal, one line that sums up. */

import { formatDayLong } from "../../workspace/day.ts";
import { paint, unstyled } from "../colour.ts";
import { terminal } from "../untrusted.ts";
import { count, number } from "../words.ts";
import { type Word, wordsOf, wrap } from "../wrap.ts";
import { share } from "./figures.ts";
import { type Drawing, drawingOf, kpiText } from "./kpi-lines.ts";
import { GAP, HEADS, type RowLayout } from "./layout.ts";
import { unreadSentence } from "./notes.ts";
import { joined, pad, phrase, phrases, styled } from "./phrases.ts";
import { type FailLevel, failsAt, type GoalSection, type ProgressContext, type ProgressReport } from "./report.ts";
import { counted, statusStyle, statusText } from "./words.ts";

const INDENT = "  ";

/** Progress in as many columns as the terminal has; with `quiet` only what fails, and nothing where nothing does. */
export function pretty(report: ProgressReport, context: ProgressContext): string {
  if (context.quiet !== null) return quiet(report, context, context.quiet);
  const missing = unread(report, context);
  if (report.nothing !== null && report.sections.length === 0) {
    return `${[...missing, terminal(report.nothing)].join("\n\n")}\n`;
  }
  const drawing = drawingOf(report, report.kpis, context);
  const blocks = [
    ...missing,
    ...earlyWarnings(drawing),
    ...(drawing.layout === null || report.kpis.length === 0 ? [] : [header(drawing, drawing.layout)]),
    ...report.sections.map((section) => sectionOf(section, drawing)),
    ...(report.nothing === null ? [] : [terminal(report.nothing)]),
    summary(drawing),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function quiet(report: ProgressReport, context: ProgressContext, level: FailLevel): string {
  const bad = report.kpis.filter((scored) => failsAt(scored, level));
  const drawing = drawingOf(report, bad, context);
  const lines = [...unread(report, context), ...bad.map((scored) => kpiText(scored, drawing))];
  return lines.map((line) => `${line}\n`).join("");
}

/** Which files could not be read whole. */
function unread(report: ProgressReport, context: ProgressContext): readonly string[] {
  const { red } = paint(context.colour);
  return unreadSentence(report).map((sentence) => wrap(styled(terminal(sentence), 0, red), context.width, INDENT));
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
    [bar < HEADS.bar.length ? HEADS.shortBar : HEADS.bar, bar],
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
