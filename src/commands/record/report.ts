/** What `kpi record` says it did, and how the KPIs of the metric stand now. */

import type { KpiProgress } from "../../progress/evaluate.ts";
import type { Status } from "../../progress/status.ts";
import { paint } from "../../report/colour.ts";
import { apartFrom, isExact, measured, nowAndTarget, type Unit, written } from "../../report/progress/figures.ts";
import { invalidWords } from "../../report/progress/invalid.ts";
import { statusStyle, statusText } from "../../report/progress/words.ts";
import { jsonText, terminal } from "../../report/untrusted.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Kpi, Metric } from "../../workspace/model.ts";
import { isBoolean } from "../../workspace/units.ts";
import type { NewRow } from "./row.ts";
import { figureOf } from "./value.ts";

/** A KPI that a row may have moved. */
export interface MovedKpi {
  readonly kpi: Kpi;
  readonly unit: Unit;
  readonly before: KpiProgress;
  readonly after: KpiProgress;
}

/** A row that was written, or would be. */
export interface Recorded {
  readonly asOf: Day;
  readonly metric: Metric;
  readonly row: NewRow;
  /** From the root, and from the folder the process was started in. */
  readonly file: string;
  readonly shownFile: string;
  /** The line that the row stands on, from 1. */
  readonly line: number;
  /** Whether the file is new. */
  readonly created: boolean;
  readonly kpis: readonly MovedKpi[];
}

export type RecordFormat = "pretty" | "json";

export interface RecordContext {
  readonly colour: boolean;
  readonly ascii: boolean;
}

/** `Recorded 71 points for nps on 2026-09-30 in data/nps.csv (line 8).` */
export function sentence(recorded: Recorded, verb = "Recorded"): string {
  const { metric, row, shownFile, line, created } = recorded;
  const where = `${created ? "the new file " : ""}${shownFile} (line ${line})`;
  return terminal(`${verb} ${valueWords(row, metric)} for ${metric.id} ${dateWords(row)} in ${where}.`);
}

/** The sentence, and a line for every KPI that is judged on the metric. */
export function prettyRecord(recorded: Recorded, { colour, ascii }: RecordContext): string {
  const paints = paint(colour);
  const arrow = ascii ? "->" : "→";
  const lines = recorded.kpis.map(({ kpi, unit, before, after }) => {
    const look = ({ status, stale }: KpiProgress): string =>
      statusStyle(status, paints, stale)(statusText(status, ascii));
    const status = before.status === after.status ? look(after) : `${look(before)} ${arrow} ${look(after)}`;
    const figures = terminal(figuresOf(kpi, unit, before, after, arrow));
    return `  ${paints.bold(terminal(kpi.id))}: ${status}, ${figures}\n`;
  });
  return `${sentence(recorded)}\n${lines.join("")}`;
}

/** The public JSON of `kpi record`, schemaVersion 1: keys may be added, none changed. */
export function jsonRecord({ asOf, metric, row, file, line, created, kpis }: Recorded): string {
  const { date, value, note } = row;
  return jsonText({
    schemaVersion: 1,
    asOf: formatDay(asOf),
    metric: metric.id,
    date: date.text,
    day: formatDay(date.period.end),
    value: figureOf(value, metric),
    numerator: value.kind === "ratio" ? value.numerator.value : null,
    denominator: value.kind === "ratio" ? value.denominator.value : null,
    unit: metric.definition.unit ?? null,
    note,
    file,
    line,
    created,
    kpis: kpis.map(({ kpi, before, after }) => ({ id: kpi.id, before: standing(before), after: standing(after) })),
  });
}

function standing({ status, current }: KpiProgress): { readonly status: Status; readonly value: number | null } {
  return { status, value: current?.value ?? null };
}

function valueWords({ value }: NewRow, metric: Metric): string {
  const figure = figureOf(value, metric);
  if (figure === null) return "a known gap";
  const { unit } = metric.definition;
  if (value.kind !== "ratio") return written(figure, unit);
  return `${value.numerator.text} of ${value.denominator.text} (${measured(figure, unit)})`;
}

function dateWords({ date }: NewRow): string {
  const day = formatDay(date.period.end);
  return date.text === day ? `on ${day}` : `for ${date.text} (counted on ${day})`;
}

/** `68 → 71 of 75 points`; what the row did not move is said to be unchanged. */
function figuresOf(kpi: Kpi, unit: Unit, before: KpiProgress, after: KpiProgress, arrow: string): string {
  if (after.reason !== null) return invalidWords[after.reason].why;
  const marks = `${after.stale ? ", stale" : ""}${after.final ? ", final" : ""}`;
  if (after.current === null) return `no value in its window yet${marks}`;
  const { value } = after.current;
  const old = before.current?.value ?? null;
  const now = isBoolean(unit)
    ? measured(value, unit)
    : nowAndTarget(value, after.target, unit, { exact: isExact(kpi.target), arrow: "of", before: old });
  if (old === value) return `${now}${marks}, unchanged`;
  const was = old === null ? "" : `${apartFrom(old, [value], unit)} ${arrow} `;
  return `${was}${now}${marks}`;
}
