/** How the KPIs stand that a change set bears on, or that need attention. */

import { STATUSES } from "../../progress/status.ts";
import { nowAndTarget, paceText, share } from "../progress/figures.ts";
import { counted, statusText } from "../progress/words.ts";
import { shorten } from "../untrusted.ts";
import { count, number } from "../words.ts";
import { code, inline, lines, row, tableHead, titleText } from "./cells.ts";
import { addsUp, boundsOf, chartOf } from "./chart.ts";
import type { ActionKpi, ActionReport } from "./model.ts";
import { folded, openAndFolded, rowsOf, type Section } from "./page.ts";

/** KPIs that stand open. */
const OPEN_ROWS = 5;
/** A report holds no more KPIs than these. */
const HELD = 300;
const ATTENTION = ["at-risk", "off-track", "missed", "invalid"] as const;
/** More drawings than these make a page slow. */
const CHARTS = 6;
const UNIT_LENGTH = 24;
/** A target with more digits was computed, not written. */
const WRITTEN_DIGITS = 8;

/** A table of KPIs; `told` are those whose titles stand on the page already. */
export function progressSection(report: ActionReport, told: ReadonlySet<string>): Section {
  const { shown } = report.progress;
  const blocks = openAndFolded(rowsOf(shown.map((kpi) => kpiRow(kpi, told))), {
    title: `**${report.diff === null ? "Needs attention" : "How they stand"}**\n\n`,
    head: tableHead("KPI", "status", "now → target"),
    open: OPEN_ROWS,
    summary: (n) => count(n, "more KPI"),
  });
  return { blocks, beyond: beyondReport(report), more: leftOut };
}

/** KPIs that a report is too short for. */
function beyondReport({ progress: { shown, byStatus }, diff }: ActionReport): number {
  if (shown.length < HELD) return 0;
  return Math.max(0, (diff === null ? needingAttention(byStatus) : diff.summary.kpisChanged) - shown.length);
}

/** KPIs that somebody should look at. */
export function needingAttention(byStatus: ActionReport["progress"]["byStatus"]): number {
  return ATTENTION.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
}

function leftOut(kpis: number): string {
  return `**${count(kpis, "more KPI")}**: \`kpi progress\` shows ${kpis === 1 ? "it" : "them"}.`;
}

/** Drawings of the KPIs that have enough values; folded. */
export function chartsSection({ progress: { shown } }: ActionReport): Section {
  const charts = shown.flatMap((kpi) => {
    const chart = chartOf(kpi);
    return chart === null ? [] : [`${caption(kpi)}\n\n${chart}`];
  });
  const drawn = charts.slice(0, CHARTS);
  return {
    blocks: drawn.length === 0 ? [] : [folded((n) => (n === 1 ? "Chart" : "Charts"), rowsOf(drawn), "", "\n\n")],
    beyond: charts.length - drawn.length,
    more: (n) => `${count(n, "more chart")}: \`kpi report\` draws all.`,
  };
}

/** `24 KPIs: 2 off-track, 20 on-track (1 stale)`: the whole portfolio in one line. */
export function portfolioLine({ progress: { kpis, byStatus, stale } }: ActionReport): string {
  const all = Object.fromEntries(STATUSES.map((status) => [status, byStatus[status] ?? 0]));
  const counts = counted(all as Record<(typeof STATUSES)[number], number>).join(", ");
  const rest = stale > 0 ? ` (${number(stale)} stale)` : "";
  return `${count(kpis, "KPI")}${counts === "" ? "" : `: ${counts}`}${rest}`;
}

function kpiRow(kpi: ActionKpi, told: ReadonlySet<string>): string {
  const status = `${statusText(kpi.status)}${kpi.stale ? " (stale)" : ""}`;
  return row(
    lines(code(kpi.id), told.has(kpi.id) ? "" : titleText(kpi.title)),
    lines(status, kpi.pace === null ? "" : `pace ${paceText(kpi.pace)}`, outlookOf(kpi)),
    lines(inline(nowOf(kpi)), attainmentOf(kpi)),
  );
}

/** `68 → 75 points`; empty where neither is known. */
function nowOf({ current, target, unit }: ActionKpi): string {
  const resolved = resolvedTarget(target);
  if (current === null && resolved === null) return "";
  const exact = [target?.value, target?.min, target?.max].every((bound) => bound == null || isWritten(bound));
  return nowAndTarget(current?.value ?? null, resolved, shorten(unit ?? "", UNIT_LENGTH), { exact });
}

function isWritten(value: number): boolean {
  return Number(value.toPrecision(WRITTEN_DIGITS)) === value;
}

/** `46 %` of the way, `held 91 %`; a budget has none. */
function attainmentOf({ attainment, target }: ActionKpi): string {
  if (attainment === null) return "";
  return target?.kind === "keep" ? `held ${share(attainment)}` : share(attainment);
}

function outlookOf({ forecast }: ActionKpi): string {
  return forecast === null || forecast.outlook === "insufficient-data" ? "" : `outlook ${inline(forecast.outlook)}`;
}

function caption(kpi: ActionKpi): string {
  const unit = kpi.unit === null || kpi.unit === "" ? "" : ` in ${inline(shorten(kpi.unit, UNIT_LENGTH))}`;
  return `${code(kpi.id)}${unit}${flatLines(kpi)}`;
}

/** What the lines are that do not move. */
function flatLines(kpi: ActionKpi): string {
  if (addsUp(kpi)) return "; the target is for the total";
  const lines = boundsOf(kpi).length;
  if (lines === 0) return "";
  if (kpi.target?.kind !== "keep") return "; the flat line is the target";
  return lines === 1 ? "; the flat line is the limit" : "; the flat lines are the limits";
}

/** The target in the form that the words know; one that lacks its number is none. */
function resolvedTarget(target: ActionKpi["target"]): Parameters<typeof nowAndTarget>[1] {
  if (target === null) return null;
  if (target.kind === "keep") return { kind: "keep", value: null, min: target.min, max: target.max };
  return target.value === null ? null : { kind: target.kind, value: target.value, min: null, max: null };
}
