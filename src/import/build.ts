/** Indicators → goals, metrics and KPIs. What is not understood leaves a draft that keeps the text as it was. */

import { GoalBook, type ListedGoal } from "./goals.ts";
import { IdMaker } from "./ids.ts";
import { type KpiDraft, readKpi, statedTarget } from "./kpi.ts";
import { MetricBook, type MetricDraft } from "./metrics.ts";
import type {
  Imported,
  ImportedData,
  ImportedDraft,
  ImportedEntity,
  ImportSettings,
  Indicator,
  Lack,
  Remark,
} from "./model.ts";
import type { Decimal } from "./numbers.ts";
import { recordsOf } from "./series.ts";
import { titleOf } from "./words.ts";

/** Makes everything that rows and listed goals give. */
export function build(
  indicators: readonly Indicator[],
  goals: readonly ListedGoal[],
  settings: ImportSettings,
  decimal: Decimal,
): Imported {
  const remarks: Remark[] = [];
  const kpiIds = new IdMaker(settings.taken.kpis, "kpi");
  const metrics = new MetricBook(settings.taken.metrics, remarks);
  const named: { readonly row: Indicator; readonly id: string; readonly metric: MetricDraft }[] = [];
  for (const row of indicators) {
    if (titleOf(row.title) === null) {
      remarks.push(leftOut(row));
      continue;
    }
    const isOne = isKpi(row);
    const name = row.id === "" ? row.title : row.id;
    const id = isOne ? kpiIds.make(name) : name;
    const metric = metrics.of(row, id);
    if (isOne) named.push({ row, id, metric });
    else remarks.push(...notOfMetric(row));
  }
  for (const metric of metrics.drafts) metric.read(settings, decimal, remarks);

  const kpis = named.map(({ row, id, metric }) => readKpi(row, id, metric, settings, decimal));
  const book = new GoalBook(settings, remarks);
  for (const goal of goals) book.list(goal);
  for (const { goal, owner, row } of kpis) book.use(goal, owner, row.goalTitle);
  const drafts: ImportedDraft[] = [];
  const kpiEntities = kpis.map((kpi) => {
    const entity = finished(kpi, book, remarks);
    if (entity.definition.state === "draft") drafts.push({ id: entity.id, lacks: lacksOf(kpi, entity) });
    return entity;
  });
  const entities = [...book.entities(), ...metrics.drafts.map((metric) => metric.entity()), ...kpiEntities];
  return { entities, data: dataOf(metrics.drafts), remarks, drafts };
}

function leftOut({ place, title }: Indicator): Remark {
  const message = title.trim() === "" ? "it has no title" : "its title has fewer than 3 characters";
  return { kind: "left-out", place, subject: "", field: null, text: title.trim() === "" ? null : title, message };
}

/** A row that says nothing of a target, a time, an owner or a goal is a plain metric. */
function isKpi(row: Indicator): boolean {
  return [statedTarget(row), row.timeframe, row.due, row.owner, row.goal].some((text) => text.trim() !== "");
}

/** What a row says of a KPI, where it is a plain metric. */
function notOfMetric(row: Indicator): readonly Remark[] {
  const { place, title, baseline, baselineDate, start, why, ifOffTrack, type, tags } = row;
  const fields = { baseline, "baseline-date": baselineDate, start, why, "if-off-track": ifOffTrack, type, tags };
  return Object.entries(fields).flatMap(([field, text]): readonly Remark[] => {
    if (text.trim() === "") return [];
    const message = "a row without target, time, owner and goal is a plain metric, which has none";
    return [{ kind: "left-out", place, subject: title, field, text, message }];
  });
}

/** A KPI with its goal; a draft where a part is missing. */
function finished(kpi: KpiDraft, goals: GoalBook, remarks: Remark[]): ImportedEntity {
  for (const remark of kpi.remarks) remarks.push(remark);
  const { place, title, owner, timeframe, due, start } = kpi.row;
  const goal = goals.idOf(kpi.goal);
  const definition: Record<string, unknown> = Object.assign({}, kpi.parts);
  const imported: Record<string, string> = Object.assign({}, kpi.imported);
  if (goal !== null) definition.goal = goal;
  else if (kpi.goal !== "") imported.goal = kpi.goal;
  const missing: string[] = [];
  const need = (part: string, isThere: boolean, isTold: boolean): void => {
    if (!isThere && !isTold) missing.push(part);
  };
  need("a goal (--goal)", goal !== null, kpi.goal !== "");
  need("an owner (--owner)", kpi.owner !== null, owner.trim() !== "");
  need("a target", definition.target !== undefined, statedTarget(kpi.row) !== "");
  const saysWhen = [timeframe, due, start].some((text) => text.trim() !== "") || "target" in kpi.imported;
  need("a timeframe", definition.timeframe !== undefined, saysWhen);
  if (missing.length > 0) {
    const message = `it is a draft without ${missing.join(", ")}`;
    remarks.push({ kind: "note", place, subject: title, field: null, text: null, message });
  }
  if (kpi.isDraft || goal === null) definition.state = "draft";
  if (Object.keys(imported).length > 0) definition["x-imported"] = imported;
  return { kind: "kpi", id: kpi.id, definition };
}

/** What a draft lacks; a goal that nobody answers for is there once its KPI has an owner. */
function lacksOf({ row, owner, goal, timeFault }: KpiDraft, { definition }: ImportedEntity): readonly Lack[] {
  const lacks: Lack[] = [];
  const isStated = (text: string): boolean => text.trim() !== "";
  if (definition.goal === undefined && goal === "") lacks.push("goal");
  else if (definition.goal === undefined && owner !== null) lacks.push("goal-text");
  if (owner === null) lacks.push(isStated(row.owner) ? "owner-text" : "owner");
  if (definition.target === undefined) lacks.push(isStated(statedTarget(row)) ? "target-text" : "target");
  if (definition.timeframe !== undefined) return lacks;
  if (timeFault !== null) lacks.push(timeFault);
  // A target that is not understood may say when.
  else if (!lacks.includes("target-text")) lacks.push("time");
  return lacks;
}

function dataOf(metrics: readonly MetricDraft[]): readonly ImportedData[] {
  const data: ImportedData[] = [];
  for (const { id, rows } of metrics) {
    const records = recordsOf(rows);
    if (records.length > 0) data.push({ metric: id, records });
  }
  return data;
}
