/** Explanations as JSON: the definitions, the figures of progress, and every step of the calculation. */

import type { Finding } from "../../findings/finding.ts";
import { countUntil } from "../../progress/window.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Goal, Kpi, Metric } from "../../workspace/model.ts";
import { goalJson, kpiJson, signalJson } from "../progress/json.ts";
import { jsonText } from "../untrusted.ts";
import { calculate } from "./calculated.ts";
import { sharesOf } from "./goal.ts";
import { calculation } from "./kpi.ts";
import { metricChart } from "./metric.ts";
import type { ExplainInput, Explanation } from "./model.ts";

/** All entities of one id, by kind; an id may be that of a goal, a metric and a KPI at once. */
export function jsonExplanations(explanations: readonly Explanation[], input: ExplainInput): string {
  const entities = explanations.map(({ entity }) => entity);
  return jsonText({
    schemaVersion: 1,
    asOf: formatDay(input.asOf),
    goals: entities.flatMap((entity) => (entity.kind === "goal" ? [goalOf(entity, input)] : [])),
    metrics: entities.flatMap((entity) => (entity.kind === "metric" ? [metricOf(entity, input)] : [])),
    kpis: entities.flatMap((entity) => (entity.kind === "kpi" ? [kpiOf(entity, input)] : [])),
  });
}

function goalOf(goal: Goal, input: ExplainInput) {
  const rolled = input.progress.goals.find((candidate) => candidate.goal.id === goal.id);
  return {
    id: goal.id,
    state: goal.state,
    definedIn: input.placeOf(goal),
    definition: goal.definition,
    progress: rolled === undefined ? null : goalJson(rolled),
    contributions: sharesOf(goal, input).map(({ scored, weight, clamped }) => ({
      kpi: scored.kpi.id,
      status: scored.progress.status,
      attainment: scored.progress.attainment,
      counted: clamped,
      weight,
    })),
    goalsBelow: (input.workspace.links.goalsOfParent.get(goal.id) ?? []).map(({ id }) => id),
    findings: input.findingsOf(goal).map(findingOf),
  };
}

function metricOf(metric: Metric, input: ExplainInput) {
  const { links } = input.workspace;
  return {
    id: metric.id,
    definedIn: input.placeOf(metric),
    definition: metric.definition,
    values: valuesOf(metric, input.asOf),
    signal: signalJson(metricChart(metric, input.asOf)),
    kpis: (links.kpisOfMetric.get(metric.id) ?? []).map(({ id }) => id),
    usedBy: (links.usersOfMetric.get(metric.id) ?? []).map(({ kind, id }) => ({ kind, id })),
    findings: input.findingsOf(metric).map(findingOf),
  };
}

function valuesOf({ series, dataFile, unread }: Metric, asOf: Day) {
  const count = series === null ? 0 : countUntil(series.days, asOf);
  const at = (i: number) => {
    const day = series?.days[i];
    return day === undefined ? null : { date: formatDay(day), value: series?.values[i] ?? null };
  };
  return {
    count,
    file: dataFile,
    first: count === 0 ? null : at(0),
    latest: count === 0 ? null : at(count - 1),
    knownGaps: series?.knownGaps.map(formatDay) ?? [],
    leftOut: unread,
  };
}

function kpiOf(kpi: Kpi, input: ExplainInput) {
  const given = calculate(input.workspace, kpi, input.asOf);
  const { kpis } = input.workspace;
  return {
    id: kpi.id,
    state: kpi.state,
    definedIn: input.placeOf(kpi),
    definition: kpi.definition,
    progress: kpiJson({ kpi, metric: given.metric, progress: given.progress }, input.smartOf(kpi)),
    calculation: calculation(given).map(({ label, text, value }) => ({
      step: label.trim().replace(/ {2,}/, " "),
      value: value ?? null,
      text,
    })),
    ledBy: [...kpis.values()].filter(({ definition }) => definition.leads === kpi.id).map(({ id }) => id),
    findings: input.findingsOf(kpi).map(findingOf),
  };
}

function findingOf({ ruleId, messageId, severity, message, file, range, url }: Finding) {
  return { ruleId, messageId, severity, message, file, range, url };
}
