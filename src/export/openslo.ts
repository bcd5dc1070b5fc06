/** Targets that hold in every period as OpenSLO v1: goals are services, KPIs are SLOs. */

import { yamlSource } from "../definition/explain/yaml-source.ts";
import { shorten } from "../report/untrusted.ts";
import { replaceHidden } from "../text/display.ts";
import { formatDay } from "../workspace/day.ts";
import type { Goal, Kpi, Metric } from "../workspace/model.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import { isPercent } from "../workspace/units.ts";
import { type ExportInput, kpisOf } from "./model.ts";

/** The YAML, and every KPI that OpenSLO has no form for. */
export interface OpenSloExport {
  readonly text: string;
  readonly slos: number;
  readonly left: readonly { readonly id: string; readonly reason: string }[];
}

/** Characters of a description. */
const DESCRIPTION = 1050;
const DURATIONS: Readonly<Record<RecurringEvery, string>> = {
  weekly: "1w",
  monthly: "1M",
  quarterly: "1Q",
  yearly: "1Y",
};

/** Active KPIs that keep a bound in every week, month, quarter or year. */
export function openSloExport(input: ExportInput): OpenSloExport {
  const documents: YamlObject[] = [];
  const left: { id: string; reason: string }[] = [];
  const services = new Map<string, Goal>();
  for (const { kpi, metric } of kpisOf(input)) {
    const slo = sloOf(kpi, metric);
    if (typeof slo === "string") {
      left.push({ id: kpi.id, reason: slo });
      continue;
    }
    documents.push(slo);
    const goal = input.workspace.goals.get(kpi.definition.goal ?? "");
    if (goal !== undefined) services.set(goal.id, goal);
  }
  const objects = [...[...services.values()].map(serviceOf), ...documents];
  return { text: objects.map((object) => `---\n${blockYaml(object, 0)}`).join(""), slos: documents.length, left };
}

/** The object, or half a sentence that says why there is none. */
function sloOf(kpi: Kpi, metric: Metric | null): YamlObject | string {
  const { definition, target, timeframe } = kpi;
  if (kpi.state !== "active") return `it is ${kpi.state}`;
  if (target?.kind !== "range") return "its target is to be reached, not kept";
  if (timeframe?.recurring == null) return "its timeframe does not recur; write { every: monthly, start: … }";
  if (metric === null) return "its metric is not defined";
  if (definition.goal === undefined) return "it has no goal, which would be the service";
  const objective = objectiveOf(kpi, target.min, target.max, metric);
  if (typeof objective === "string") return objective;
  const { every, start } = timeframe.recurring;
  return {
    apiVersion: "openslo/v1",
    kind: "SLO",
    metadata: metadataOf(kpi.id, definition.title, definition.owner),
    spec: {
      ...described(definition.why),
      service: definition.goal,
      indicator: {
        metadata: { name: metric.id, displayName: metric.definition.title ?? metric.id },
        spec: objective.indicator,
      },
      timeWindow: [
        {
          duration: DURATIONS[every],
          isRolling: false,
          calendar: { startTime: `${formatDay(start)} 00:00:00`, timeZone: "UTC" },
        },
      ],
      budgetingMethod: "Occurrences",
      objectives: [objective.objective],
    },
  };
}

interface Objective {
  readonly indicator: YamlObject;
  readonly objective: YamlObject;
}

function objectiveOf(kpi: Kpi, min: number | null, max: number | null, metric: Metric): Objective | string {
  if (min !== null && max !== null) return "an objective has one bound, and its target has two";
  const { unit, aggregation } = metric.definition;
  if (aggregation === "sum" || aggregation === "running") return "an objective is no total";
  const source = { metricSource: sourceOf(metric) };
  if (isPercent(unit)) {
    const percent = min ?? 100 - (max ?? 0);
    if (percent < 0 || percent >= 100) return "an objective is a share below 100 %";
    const rawType = min === null ? "failure" : "success";
    return { indicator: { ratioMetric: { rawType, raw: source } }, objective: { target: shareOf(percent) } };
  }
  const { compliance } = kpi.definition;
  if (compliance === undefined || compliance >= 1)
    return "an objective is a share below 1; state `compliance`, such as 0.99";
  const bound = min === null ? { op: "lte", value: max ?? 0 } : { op: "gte", value: min };
  return { indicator: { thresholdMetric: source }, objective: { ...bound, target: compliance } };
}

/** 99.9 as 0.999, without the noise of a division. */
function shareOf(percent: number): number {
  return Number(`${Number(percent.toPrecision(12))}e-2`);
}

function sourceOf({ id, definition: { source } }: Metric): YamlObject {
  const spec = source?.query === undefined ? { metric: id } : { query: source.query };
  return { type: source?.system ?? "kpi-as-code", spec };
}

/** Labels hold letters, digits and marks between them, so that only teams have one; annotations hold any text. */
function metadataOf(name: string, title: string | undefined, owner: string | undefined): YamlObject {
  const team = /^team:([a-z0-9](?:[\w.-]{0,61}[a-z0-9])?)$/i.exec(owner ?? "")?.[1];
  const who = team === undefined ? { annotations: { owner } } : { labels: { team } };
  return { name, displayName: title ?? name, ...(owner === undefined ? {} : who) };
}

function serviceOf({ id, definition }: Goal): YamlObject {
  return {
    apiVersion: "openslo/v1",
    kind: "Service",
    metadata: metadataOf(id, definition.title, definition.owner),
    spec: described(definition.why),
  };
}

function described(text: string | undefined): YamlObject {
  return text === undefined ? {} : { description: shorten(text, DESCRIPTION) };
}

type YamlObject = { readonly [key: string]: unknown };

function blockYaml(object: YamlObject, depth: number): string {
  return Object.entries(object)
    .map(([key, value]) => `${"  ".repeat(depth)}${key}:${valueYaml(value, depth)}`)
    .join("");
}

function valueYaml(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => blockYaml(item as YamlObject, depth + 2));
    return `\n${items.map((item) => `${"  ".repeat(depth + 1)}- ${item.trimStart()}`).join("")}`;
  }
  if (typeof value !== "object" || value === null) return ` ${scalarYaml(value)}\n`;
  return Object.keys(value).length === 0 ? " {}\n" : `\n${blockYaml(value as YamlObject, depth + 1)}`;
}

/** Hidden characters stand in quoted texts, written out. */
function scalarYaml(value: unknown): string {
  const plain = typeof value === "string" && /^\d{4}-/.test(value) ? JSON.stringify(value) : yamlSource(value);
  return replaceHidden(plain, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
