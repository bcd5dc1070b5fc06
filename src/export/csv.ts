/** All KPIs as one table for spreadsheets: what they promise, and how they stand. */

import { csvCell } from "../report/untrusted.ts";
import { type Day, formatDay } from "../workspace/day.ts";
import { targetText } from "../workspace/target.ts";
import { OPEN_END } from "../workspace/timeframe.ts";
import { type ExportedKpi, type ExportInput, kpisOf } from "./model.ts";

type Cell = string | number | boolean | null;

/** One row with the titles of what it refers to. */
interface Row extends ExportedKpi {
  readonly goalTitle: string | null;
}

/** Every column; numbers are full doubles, shares lie between 0 and 1. */
const COLUMNS: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ["id", ({ kpi }) => kpi.id],
  ["title", ({ kpi }) => kpi.definition.title ?? null],
  ["state", ({ kpi }) => kpi.state],
  ["goal", ({ kpi }) => kpi.definition.goal ?? null],
  ["goal_title", ({ goalTitle }) => goalTitle],
  ["metric", ({ kpi }) => kpi.definition.metric ?? null],
  ["metric_title", ({ metric }) => metric?.definition.title ?? null],
  ["definition", ({ metric }) => metric?.definition.definition ?? null],
  ["category", ({ metric }) => metric?.definition.category ?? null],
  ["unit", ({ metric }) => metric?.definition.unit ?? null],
  ["better", ({ metric }) => (metric === null ? null : (metric.definition.better ?? "higher"))],
  ["aggregation", ({ metric }) => (metric === null ? null : (metric.definition.aggregation ?? "last"))],
  ["cadence", ({ metric }) => (metric === null ? null : (metric.definition.cadence ?? "monthly"))],
  ["source", ({ metric }) => metric?.definition.source?.system ?? null],
  ["owner", ({ kpi }) => kpi.definition.owner ?? null],
  ["type", ({ kpi }) => [kpi.definition.type ?? []].flat().join(" ") || null],
  ["timeframe", ({ kpi }) => kpi.timeframe?.label ?? null],
  ["start", ({ kpi }) => dateOf(kpi.timeframe?.start)],
  ["end", ({ kpi }) => (kpi.timeframe?.end === OPEN_END ? null : dateOf(kpi.timeframe?.end))],
  ["baseline", (row) => baselineOf(row)],
  ["baseline_date", ({ scored }) => dateOf(scored?.progress.baseline.day)],
  ["target_written", ({ kpi }) => (kpi.target === null ? null : targetText(kpi.target))],
  ["target_kind", ({ scored }) => scored?.progress.target?.kind ?? null],
  ["target", (row) => targetOf(row).value],
  ["target_min", (row) => targetOf(row).min],
  ["target_max", (row) => targetOf(row).max],
  ["current", ({ scored }) => scored?.progress.current?.value ?? null],
  ["current_date", ({ scored }) => dateOf(scored?.progress.current?.day)],
  ["attainment", ({ scored }) => scored?.progress.attainment ?? null],
  ["planned", ({ scored }) => scored?.progress.planned ?? null],
  ["pace", ({ scored }) => scored?.progress.pace ?? null],
  ["status", ({ scored }) => scored?.progress.status ?? null],
  ["reason", ({ scored }) => scored?.progress.reason ?? null],
  ["stale", ({ scored }) => scored?.progress.stale ?? null],
  ["outlook", ({ scored }) => scored?.progress.forecast?.outlook ?? null],
  ["why", ({ kpi }) => kpi.definition.why ?? null],
  ["if_off_track", ({ kpi }) => kpi.definition.if_off_track ?? null],
  ["tags", ({ kpi }) => kpi.definition.tags?.join(", ") ?? null],
  ["file", ({ kpi }) => kpi.origin.file],
  ["window_start", ({ scored }) => dateOf(scored?.progress.window?.start)],
  ["window_end", ({ scored }) => dateOf(scored?.progress.window?.end)],
];

/** A header and one row for each KPI; text that a spreadsheet would run as a formula is disarmed. */
export function csvExport(input: ExportInput): string {
  const { goals } = input.workspace;
  const rows = kpisOf(input).map((exported) => {
    const goalTitle = goals.get(exported.kpi.definition.goal ?? "")?.definition.title ?? null;
    const row: Row = { kpi: exported.kpi, metric: exported.metric, scored: exported.scored, goalTitle };
    return COLUMNS.map(([, cell]) => csvCell(cell(row))).join(",");
  });
  return [COLUMNS.map(([name]) => name).join(","), ...rows].map((row) => `${row}\n`).join("");
}

/** The baseline that counts; of a KPI that is not scored the one that it states. */
function baselineOf({ kpi, scored }: Row): number | null {
  const { baseline = null } = kpi.definition;
  if (scored !== null) return scored.progress.baseline.value;
  return typeof baseline === "object" ? (baseline?.value ?? null) : baseline;
}

/** The target in numbers, as far as it is known without a baseline; a budget is a bound as well. */
function targetOf({ kpi, scored }: Row): Record<"value" | "min" | "max", number | null> {
  if (scored !== null) {
    const { kind = null, value = null, min = null, max = null } = scored.progress.target ?? {};
    return { value, min, max: kind === "budget" ? value : max };
  }
  const { target } = kpi;
  if (target?.kind === "range") return { value: null, min: target.min, max: target.max };
  return { value: target?.kind === "number" ? target.value : target?.kind === "done" ? 1 : null, min: null, max: null };
}

function dateOf(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day);
}
