/** Everything known about one metric: what it counts, its values, its usual range, who uses it. */

import { chartOf } from "../../progress/signal.ts";
import { metricTerms } from "../../progress/terms.ts";
import { countUntil } from "../../progress/window.ts";
import { formatDay } from "../../workspace/day.ts";
import { zeroDenominators } from "../../workspace/derived.ts";
import type { Kpi, Metric } from "../../workspace/model.ts";
import { boundsText, measured, type Unit } from "../progress/figures.ts";
import { count } from "../words.ts";
import { behaviourSection } from "./behaviour-section.ts";
import { findingsSection } from "./findings-section.ts";
import { rowsText } from "./formula.ts";
import { type ExplainInput, type Explanation, type Fact, fact, named, type Section } from "./model.ts";

const AGGREGATIONS: Readonly<Record<NonNullable<Metric["definition"]["aggregation"]>, string>> = {
  last: "last: the latest value of a window counts",
  sum: "sum: the values of a window are added up",
  running: "running: each value already is the total of the window so far",
  mean: "mean: the average of the values of a window",
  ratio: "ratio: the sum of the numerators divided by the sum of the denominators",
  min: "min: the lowest value of a window counts",
  max: "max: the highest value of a window counts",
};

/** A metric with its rows up to the day of the run. */
export function explainMetric(metric: Metric, input: ExplainInput): Explanation {
  const unit = metric.definition.unit;
  return {
    entity: metric,
    title: metric.definition.title ?? "",
    status: null,
    facts: metricFacts(metric, input),
    sections: [
      { heading: "Values", facts: valueFacts(metric, input) },
      behaviourSection(metricChart(metric, input.asOf), unit),
      usersSection(metric, input),
      findingsSection(metric, input),
    ],
  };
}

/** The behaviour chart of all rows up to a day, outside of any KPI's window. */
export function metricChart(metric: Metric, asOf: number) {
  return chartOf(metric.series, metricTerms(metric), null, null, asOf);
}

function metricFacts(metric: Metric, { placeOf, workspace }: ExplainInput): readonly Fact[] {
  const { definition } = metric;
  const terms = metricTerms(metric);
  return [
    ...fact("definition", definition.definition),
    ...fact("category", definition.category),
    ...fact("unit", definition.unit),
    ...fact("better", `${terms.better} values`),
    ...fact("aggregation", AGGREGATIONS[terms.aggregation]),
    ...fact("scale", terms.aggregation === "ratio" ? `× ${terms.scale}` : null),
    ...fact("cadence", terms.cadence),
    ...fact(
      "bounds",
      terms.min === null && terms.max === null ? null : boundsText(terms.min, terms.max, definition.unit),
    ),
    ...fact("source", sourceText(definition.source)),
    ...fact("query", definition.source?.query),
    ...fact("derived", derivedText(definition.derived, workspace.metrics)),
    ...fact("limits until", definition.baseline_until),
    ...fact("tags", definition.tags?.join(", ")),
    ...fact("defined in", placeOf(metric)),
  ];
}

function sourceText(source: Metric["definition"]["source"]): string | null {
  if (source === undefined || source === null) return null;
  // A part with a finding of shape is left out, even where the format requires it.
  const { system, how, link }: Partial<typeof source> = source;
  return [system, how, link].filter((part) => part !== undefined).join(", ");
}

function derivedText(derived: Metric["definition"]["derived"], metrics: ReadonlyMap<string, Metric>): string | null {
  if (derived === undefined || derived === null) return null;
  const all = (ids: readonly string[], sign: string): string => ids.map((id) => named(id, metrics.get(id))).join(sign);
  if ("ratio" in derived) return all(derived.ratio, " divided by ");
  if ("sum" in derived) return all(derived.sum, " plus ");
  return all(derived.difference, " minus ");
}

function valueFacts(metric: Metric, { asOf, shownFile, workspace }: ExplainInput): readonly Fact[] {
  const { series, unread, missing } = metric;
  const unit = metric.definition.unit;
  const left = unread === 0 ? [] : fact("left out", `${count(unread, "row")} with a finding`);
  const lacking = missing.flatMap((part) =>
    fact("not shared", `${part.metric} has no value on ${count(part.days.length, "day")} of the others`),
  );
  const zeros = zeroDenominators(metric, workspace.metrics).length;
  const divided = zeros === 0 ? [] : fact("left out", `${count(zeros, "date")} on which the denominator is 0`);
  const until = series === null ? 0 : countUntil(series.days, asOf);
  if (series === null || until === 0) return [{ label: "", text: "none yet" }, ...left, ...lacking, ...divided];
  const later = series.days.length - until;
  const values = series.values.slice(0, until);
  const derived = metric.definition.derived != null;
  const where = derived ? "computed from other metrics" : `in ${shownFile(metric.dataFile ?? metric.origin.file)}`;
  return [
    { label: "count", value: until, text: `${count(until, "value")}, ${where}` },
    valueOn("first", series.days[0], series.values[0], unit),
    valueOn("latest", series.days[until - 1], series.values[until - 1], unit),
    ...fact("between", `${measured(smallest(values), unit)} and ${measured(largest(values), unit)}`),
    ...fact("recent", rowsText(series, { from: Math.max(0, until - 6), to: until }, unit)),
    ...fact("known gaps", series.knownGaps.length === 0 ? null : series.knownGaps.map(formatDay).join(", ")),
    ...fact("later", later === 0 ? null : `${count(later, "value")} after ${formatDay(asOf)} left out`),
    ...left,
    ...lacking,
    ...divided,
  ];
}

function valueOn(label: string, day: number | undefined, value: number | undefined, unit: Unit): Fact {
  return { label, value: value ?? null, text: `${measured(value ?? 0, unit)} on ${formatDay(day ?? 0)}` };
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function usersSection(metric: Metric, { workspace }: ExplainInput): Section {
  const { links } = workspace;
  const measuring = links.kpisOfMetric.get(metric.id) ?? [];
  const users = links.usersOfMetric.get(metric.id) ?? [];
  const kpis = users.filter((user): user is Kpi => user.kind === "kpi");
  const facts = [
    ...measuring.flatMap((kpi) => fact("KPI", named(kpi.id, kpi))),
    ...kpis.filter(isGuardedBy(metric)).flatMap((kpi) => fact("guards", named(kpi.id, kpi))),
    ...kpis.filter(isDrivenBy(metric)).flatMap((kpi) => fact("drives", named(kpi.id, kpi))),
    ...users.filter(({ kind }) => kind === "metric").flatMap((user) => fact("part of", named(user.id, user))),
  ];
  const none = { label: "", text: "nothing: a metric needs no KPI" };
  return { heading: "Used by", facts: facts.length === 0 ? [none] : facts };
}

function isGuardedBy({ id }: Metric) {
  return ({ definition }: Kpi): boolean => definition.guardrails?.some(({ metric }) => metric === id) === true;
}

function isDrivenBy({ id }: Metric) {
  return ({ definition }: Kpi): boolean => definition.drivers?.includes(id) === true;
}
