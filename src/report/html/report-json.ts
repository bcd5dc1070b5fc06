/** The report for programs, schemaVersion 1: keys may be added, none changed. */

import { formatDay } from "../../workspace/day.ts";
import { goalJson, kpiJson } from "../progress/json.ts";
import { jsonText } from "../untrusted.ts";
import { reviewsDue, staleOnes, troubled } from "./attention.ts";
import type { ReportModel } from "./model.ts";

/** What `kpi progress` says of every KPI and goal, what needs attention, and what the check found. */
export function reportJson(model: ReportModel): string {
  const { progress, check, workspace, all } = model;
  const { summary } = progress;
  return jsonText({
    schemaVersion: 1,
    tool: check.tool,
    title: model.title,
    asOf: formatDay(model.asOf),
    summary: {
      kpis: summary.kpis,
      byStatus: summary.byStatus,
      stale: summary.stale,
      drafts: summary.drafts,
      retired: summary.retired,
      goals: workspace.goals.size,
      metrics: workspace.metrics.size,
      errors: check.summary.errors,
      warnings: check.summary.warnings,
      infos: check.summary.infos,
    },
    needsAttention: troubled(model).map(({ kpi, reason }) => ({ kpi: kpi.id, why: reason })),
    earlyWarnings: progress.earlyWarnings,
    reviewsDue: reviewsDue(model).map(({ view, due }) => ({ kpi: view.kpi.id, due: formatDay(due) })),
    stale: staleOnes(model).map(({ kpi }) => kpi.id),
    kpis: progress.kpis.map((scored) => kpiJson(scored, all.smart.get(scored.kpi.id) ?? null)),
    goals: progress.goals.map(goalJson),
    metricsWithoutKpi: [...workspace.metrics.keys()].filter((id) => !workspace.links.kpisOfMetric.has(id)),
    findings: check.findings.map(({ ruleId, messageId, severity, message, file, range, entity, url }) => ({
      ruleId,
      messageId,
      severity,
      message,
      file,
      range,
      entity,
      url,
    })),
    unread: model.unread,
  });
}
