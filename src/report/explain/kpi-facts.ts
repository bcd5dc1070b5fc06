/** What a KPI's definition says, with the titles of what it is linked to. */

import type { KpiDefinition } from "../../definition/file.ts";
import { formatDay } from "../../workspace/day.ts";
import { targetText } from "../../workspace/target.ts";
import { rangeLabel, type Window, windowLabel } from "../../workspace/timeframe.ts";
import { isExact, targetWords, written } from "../progress/figures.ts";
import { count } from "../words.ts";
import type { Calculated } from "./calculated.ts";
import { type ExplainInput, type Fact, fact, named } from "./model.ts";

/** Every field that is written, and the links from elsewhere. */
export function kpiFacts(given: Calculated, input: ExplainInput): readonly Fact[] {
  const { kpi, unit } = given;
  const { definition } = kpi;
  const { goals, metrics, kpis } = input.workspace;
  const linked = (id: string | undefined, of: ReadonlyMap<string, Parameters<typeof named>[1] & object>) =>
    id === undefined ? null : named(id, of.get(id));
  const all = [...kpis.values()];
  return [
    ...fact("goal", linked(definition.goal, goals)),
    ...fact("metric", linked(definition.metric, metrics)),
    ...fact("owner", definition.owner),
    ...fact("type", typeof definition.type === "string" ? definition.type : definition.type?.join(", ")),
    ...fact("timeframe", timeframeText(given)),
    ...fact("target", kpi.target === null ? null : targetText(kpi.target, unit)),
    ...fact("stretch", stretchText(given)),
    ...fact("baseline", baselineText(definition.baseline, given)),
    ...fact("path", definition.path),
    ...(definition.checkpoints ?? []).flatMap(({ date, value }) =>
      fact("checkpoint", `${date}: ${written(value, unit)}`),
    ),
    ...fact("tolerance", definition.tolerance === undefined ? null : written(definition.tolerance, unit)),
    ...fact("ambition", definition.ambition),
    ...fact("weight", definition.weight === undefined ? null : String(definition.weight)),
    ...(definition.drivers ?? []).flatMap((id) => fact("driver", linked(id, metrics))),
    ...fact("leads", linked(definition.leads, kpis)),
    ...all
      .filter(({ definition: other }) => other.leads === kpi.id)
      .flatMap((other) => fact("led by", named(other.id, other))),
    ...fact("adds up to", linked(definition.contributes_to, kpis)),
    ...all
      .filter(({ definition: other }) => other.contributes_to === kpi.id)
      .flatMap((other) => fact("made up of", named(other.id, other))),
    ...fact("why", definition.why),
    ...fact("if off track", definition.if_off_track),
    ...fact("review", reviewText(definition.review)),
    ...(definition.changes ?? []).flatMap((change) => fact("changed", changeText(change))),
    ...fact("tags", definition.tags?.join(", ")),
    ...fact("data", dataText(given, input)),
    ...fact("defined in", input.placeOf(kpi)),
  ];
}

function stretchText({ kpi, progress, unit }: Calculated): string | null {
  if (kpi.stretch === null) return null;
  const shown = targetText(kpi.stretch, unit);
  const isResolved = progress.stretch !== null && !isExact(kpi.stretch);
  const number = isResolved ? ` = ${targetWords(progress.stretch, unit, false)}` : "";
  return `${shown}${number}, shown and never scored`;
}

function timeframeText({ kpi, progress }: Calculated): string | null {
  const { timeframe } = kpi;
  const { window } = progress;
  if (timeframe === null || window === null) return null;
  if (timeframe.recurring !== null) return `${timeframe.label}; now ${windowLabel(window)}, ${windowText(window)}`;
  return labelled(timeframe.label, window);
}

/** `2026-Q3, 2026-07-01 to 2026-09-30, 92 days`. */
export function labelled(label: string, window: Window): string {
  return label === rangeLabel(window) ? windowText(window) : `${label}, ${windowText(window)}`;
}

function windowText(window: Window): string {
  return `${rangeLabel(window)}, ${count(window.end - window.start + 1, "day")}`;
}

function baselineText(baseline: KpiDefinition["baseline"], { unit }: Calculated): string | null {
  if (baseline === undefined || baseline === null) return null;
  if (typeof baseline === "number") return written(baseline, unit);
  const day = baseline.date == null ? "" : `, ${baseline.date}`;
  return `${written(baseline.value, unit)}${day}${baseline.source == null ? "" : `, ${baseline.source}`}`;
}

function reviewText(review: KpiDefinition["review"]): string | null {
  if (review === undefined || review === null) return null;
  const { every, last }: Partial<typeof review> = review;
  return [...(every === undefined ? [] : [every]), last === undefined ? "none yet" : `last on ${last}`].join(", ");
}

function changeText(change: NonNullable<KpiDefinition["changes"]>[number]): string {
  const { date, field, from, to, reason, by } = change;
  const values = [
    ...(from == null ? [] : [`from ${plainText(from)}`]),
    ...(to == null ? [] : [`to ${plainText(to)}`]),
  ].join(" ");
  return `${date}: ${field}${values === "" ? "" : ` ${values}`}: ${reason}${by == null ? "" : ` (${by})`}`;
}

function plainText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** How many rows there are, of which days, and where they come from. */
function dataText({ metric, series, rows }: Calculated, { shownFile }: ExplainInput): string | null {
  if (metric === null) return null;
  const rowCount = series?.days.length ?? 0;
  if (series === null || rowCount === 0) return "no values yet";
  const first = formatDay(series.days[0] ?? 0);
  const last = formatDay(series.days.at(-1) ?? 0);
  const days = first === last ? first : `${first} to ${last}`;
  const inside = rows.to - rows.from;
  const part = inside === rowCount ? "all" : inside === 0 ? "none" : String(inside);
  const isDerived = metric.definition.derived != null;
  const where = isDerived ? "computed from other metrics" : `in ${shownFile(metric.dataFile ?? metric.origin.file)}`;
  return `${count(rowCount, "value")}, ${days}, ${part} of them in the window, ${where}`;
}
