/** Progress as Markdown, for a pull request, a wiki or a job summary. */

import type { ScoredKpi } from "../../progress/progress.ts";
import { formatDayLong } from "../../workspace/day.ts";
import { markdown, markdownCode, shorten } from "../untrusted.ts";
import { count, levels, number } from "../words.ts";
import { barOf, barText } from "./bar.ts";
import { cellsOf, type KpiCells } from "./cells.ts";
import { share } from "./figures.ts";
import { outlookText } from "./layout.ts";
import { notesOf, unreadSentence } from "./notes.ts";
import type { GoalSection, ProgressReport } from "./report.ts";
import { counted, statusText } from "./words.ts";

/** Characters of a title in a table; the whole of it stands in the other formats. */
const TITLE_LENGTH = 200;
const BAR_LENGTH = 10;
const HEAD = "| status | KPI | progress | now → target | pace | outlook |\n|---|---|---|---|---|---|";

/** The counts first, then early warnings, then a table for each goal. */
export function markdownProgress(report: ProgressReport): string {
  return markdownWith(report, []);
}

/** The same with other parts above the tables. */
export function markdownWith(report: ProgressReport, others: readonly string[]): string {
  const parts = [
    verdict(report),
    ...unreadSentence(report).map((sentence) => `${levels.error.symbol} ${markdown(sentence)}`),
    ...earlyWarnings(report),
    ...others,
    ...report.sections.map((section) => sectionOf(section, report)),
  ];
  if (report.nothing !== null) parts.push(markdown(report.nothing));
  return `${parts.join("\n\n")}\n`;
}

function verdict({ summary, ofKpis, asOf }: ProgressReport): string {
  const { kpis, stale, drafts, retired } = summary;
  const of = kpis === ofKpis ? count(kpis, "KPI") : `${number(kpis)} of ${count(ofKpis, "KPI")}`;
  const counts = counted(summary.byStatus).join(", ");
  const others = [
    ...(stale > 0 ? [`${number(stale)} stale`] : []),
    ...(drafts > 0 ? [count(drafts, "draft")] : []),
    ...(retired > 0 ? [`${number(retired)} retired`] : []),
  ];
  const rest = others.length === 0 ? "" : ` (${others.join(", ")})`;
  return `**${counts === "" ? of : `${of}: ${counts}`}**${rest}, on ${formatDayLong(asOf)}.`;
}

function earlyWarnings({ earlyWarnings: warnings }: ProgressReport): readonly string[] {
  if (warnings.length === 0) return [];
  const rows = warnings.map(
    ({ kpi, status, leads, leadsStatus }) =>
      `- ${markdownCode(kpi)} is ${status} and leads ${markdownCode(leads)}, which still looks ${leadsStatus}`,
  );
  return [`**Early warnings**\n\n${rows.join("\n")}`];
}

function sectionOf({ goal, hasChildren, kpis }: GoalSection, report: ProgressReport): string {
  const rows = kpis.map((scored) => rowOf(scored, report));
  const table = rows.length === 0 ? [] : [[HEAD, ...rows].join("\n")];
  if (goal === null) return ["### KPIs whose goal is not defined", ...table].join("\n\n");
  const { id, definition } = goal.goal;
  const title = `### ${markdown(shorten(definition.title ?? id, TITLE_LENGTH))}`;
  const facts = [
    markdownCode(id) + (definition.parent === undefined ? "" : ` under ${markdownCode(definition.parent)}`),
  ];
  if (goal.status !== null) facts.push(statusText(goal.status));
  if (goal.progress !== null) facts.push(share(goal.progress));
  const where = hasChildren ? " with the goals below" : "";
  facts.push(
    goal.kpis === 0 ? "no active KPI" : `${count(goal.kpis, "KPI")}${where}: ${counted(goal.byStatus).join(", ")}`,
  );
  if (goal.brokenGuardrails > 0) facts.push(count(goal.brokenGuardrails, "broken guardrail"));
  return [title, facts.join(" · "), ...table].join("\n\n");
}

function rowOf(scored: ScoredKpi, report: ProgressReport): string {
  const cells = cellsOf(scored);
  const title = scored.kpi.definition.title;
  const name = markdownCode(scored.kpi.id) + (title === undefined ? "" : ` ${markdown(shorten(title, TITLE_LENGTH))}`);
  const notes = notesOf(scored, report).map(({ text }) => `<br>${markdown(text)}`);
  return `| ${[
    cells.status,
    name + notes.join(""),
    progressOf(cells),
    markdown(cells.now),
    cells.pace,
    markdown(outlookText(cells, true)),
  ].join(" | ")} |`;
}

function progressOf(cells: KpiCells): string {
  if (cells.bar === null) return [cells.held, cells.percent].filter((text) => text !== "").join(", ");
  const bar = barText(barOf(cells.bar.done, cells.bar.planned, BAR_LENGTH, false)).trimEnd();
  return `${markdownCode(bar)} ${cells.percent}`.trimEnd();
}
