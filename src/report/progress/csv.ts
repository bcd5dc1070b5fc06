/** Progress as a table for spreadsheets: one row for each KPI. */

import type { ScoredKpi } from "../../progress/progress.ts";
import { formatDay } from "../../workspace/day.ts";
import { windowLabel } from "../../workspace/timeframe.ts";
import { csvCell } from "../untrusted.ts";
import { isGuardrailBroken, type ProgressReport } from "./report.ts";

type Cell = string | number | boolean | null;

/** Every column with how it is read; numbers are full doubles, shares between 0 and 1. */
const COLUMNS: readonly (readonly [name: string, cell: (scored: ScoredKpi) => Cell])[] = [
  ["id", ({ kpi }) => kpi.id],
  ["title", ({ kpi }) => kpi.definition.title ?? null],
  ["goal", ({ kpi }) => kpi.definition.goal ?? null],
  ["metric", ({ kpi }) => kpi.definition.metric ?? null],
  ["owner", ({ kpi }) => kpi.definition.owner ?? null],
  ["status", ({ progress }) => progress.status],
  ["reason", ({ progress }) => progress.reason],
  ["final", ({ progress }) => progress.final],
  ["stale", ({ progress }) => progress.stale],
  ["incomplete", ({ progress }) => progress.incomplete],
  ["unit", ({ metric }) => metric?.definition.unit ?? null],
  ["timeframe", ({ kpi }) => kpi.timeframe?.label ?? null],
  ["start", ({ progress }) => dateOf(progress.window?.start)],
  ["end", ({ progress }) => dateOf(progress.window?.end)],
  ["target_kind", ({ progress }) => progress.target?.kind ?? null],
  ["target", ({ progress }) => progress.target?.value ?? null],
  ["target_min", ({ progress }) => progress.target?.min ?? null],
  ["target_max", ({ progress }) => progress.target?.max ?? null],
  ["stretch", ({ progress }) => progress.stretch?.value ?? null],
  ["baseline", ({ progress }) => progress.baseline.value],
  ["baseline_date", ({ progress }) => dateOf(progress.baseline.day)],
  ["baseline_source", ({ progress }) => progress.baseline.source],
  ["current", ({ progress }) => progress.current?.value ?? null],
  ["current_date", ({ progress }) => dateOf(progress.current?.day)],
  ["attainment", ({ progress }) => progress.attainment],
  ["planned", ({ progress }) => progress.planned],
  ["pace", ({ progress }) => progress.pace],
  ["elapsed", ({ progress }) => progress.elapsed],
  ["used", ({ progress }) => progress.used],
  ["compliance", ({ progress }) => progress.compliance],
  ["forecast", ({ progress }) => progress.forecast?.value ?? null],
  ["forecast_low", ({ progress }) => progress.forecast?.low ?? null],
  ["forecast_high", ({ progress }) => progress.forecast?.high ?? null],
  ["outlook", ({ progress }) => progress.forecast?.outlook ?? null],
  ["guardrail_broken", (scored) => isGuardrailBroken(scored)],
  ["periods", ({ progress }) => progress.record?.periods ?? null],
  ["held", ({ progress }) => progress.record?.held ?? null],
  ["last_missed", ({ progress }) => (progress.record?.lastMissed ? windowLabel(progress.record.lastMissed) : null)],
  ["streak", ({ progress }) => progress.record?.streak ?? null],
];

/** A header and one row for each shown KPI; text that a spreadsheet would run is disarmed. */
export function csv(report: ProgressReport): string {
  const header = COLUMNS.map(([name]) => name).join(",");
  const rows = report.kpis.map((scored) => COLUMNS.map(([, cell]) => csvCell(cell(scored))).join(","));
  return [header, ...rows].map((row) => `${row}\n`).join("");
}

function dateOf(day: number | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day);
}
