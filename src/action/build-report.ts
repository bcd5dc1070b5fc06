/** Results → the report of a run, as plain data. */

import type { CheckResult } from "../engine/result.ts";
import type { ReviewResult } from "../engine/review.ts";
import { VERSION } from "../engine/version.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import type { ScoredKpi, WorkspaceProgress } from "../progress/progress.ts";
import { worse } from "../progress/rollup.ts";
import type { Status } from "../progress/status.ts";
import { accumulates, aggregationOf } from "../progress/terms.ts";
import { type ActionReport, actionReport } from "../report/action/model.ts";
import { kpiJson } from "../report/progress/json.ts";
import { reviewReporters } from "../report/review/formats.ts";
import { formatDay } from "../workspace/day.ts";
import type { Section } from "./inputs.ts";

export interface ReportParts {
  readonly repository: string;
  readonly sha: string;
  readonly run: { readonly id: number; readonly attempt: number; readonly url: string };
  readonly workspace: string;
  readonly failures: readonly string[];
  readonly review: ReviewResult | null;
  readonly noBase: string | null;
  readonly check: CheckResult;
  readonly progress: WorkspaceProgress;
  readonly sections: readonly Section[];
}

/** Findings in the report at most: more than a reader takes in, and than a comment holds. */
const MOST_FINDINGS = 300;
const MOST_KPIS = 300;
/** Values of a KPI's chart. */
const MOST_VALUES = 24;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const JSON_CONTEXT = { colour: false, width: Number.POSITIVE_INFINITY, ascii: false, quiet: false };

/** The report, in the very form in which a second workflow reads it. */
export function buildReport(parts: ReportParts): ActionReport {
  const { check, progress, review } = parts;
  return actionReport.parse({
    schemaVersion: 1,
    kind: "kpi-as-code/action-report",
    tool: { name: "kpi-as-code", version: VERSION },
    asOf: check.asOf,
    repository: parts.repository,
    sha: parts.sha,
    run: parts.run,
    workspace: parts.workspace,
    conclusion: parts.failures.length === 0 ? "success" : "failure",
    failures: parts.failures,
    diff: review === null ? null : shortened(JSON.parse(reviewReporters.json(review, JSON_CONTEXT))),
    noBase: parts.noBase,
    check: {
      summary: check.summary,
      findings: shortened(mostSevere(check.findings)),
      counts: { errors: check.summary.errors, warnings: check.summary.warnings, infos: check.summary.infos },
    },
    progress: {
      kpis: progress.summary.kpis,
      byStatus: progress.summary.byStatus,
      stale: progress.summary.stale,
      shown: shortened(
        shownKpis(progress, review)
          .slice(0, MOST_KPIS)
          .map((scored) => kpiPart(scored, progress)),
      ),
    },
    sections: parts.sections,
  });
}

/** The KPIs that a change set bears on; where nothing was compared, those that need attention. */
export function shownKpis({ kpis }: WorkspaceProgress, review: ReviewResult | null): readonly ScoredKpi[] {
  const badFirst = (a: ScoredKpi, b: ScoredKpi): number => {
    const [one, other] = [a.progress.status, b.progress.status];
    return one === other ? 0 : worse(one, other) === one ? -1 : 1;
  };
  if (review !== null) {
    const touched = new Set([
      ...review.changes.flatMap((change) => change.kpis),
      ...review.effects.map(({ id }) => id),
    ]);
    return kpis.filter(({ kpi }) => touched.has(kpi.id)).sort(badFirst);
  }
  return kpis.filter(({ progress }) => needsAttention(progress.status) || progress.stale).sort(badFirst);
}

function needsAttention(status: Status): boolean {
  return status === "at-risk" || status === "off-track" || status === "missed" || status === "invalid";
}

function kpiPart(scored: ScoredKpi, { asOf }: WorkspaceProgress) {
  const { id, title, unit, target, current, attainment, pace, status, stale, forecast } = kpiJson(scored, null);
  const series = scored.metric?.series ?? null;
  const values: [string, number][] = [];
  for (const [i, day] of (series?.days ?? []).entries()) {
    if (day <= asOf) values.push([formatDay(day), series?.values[i] ?? 0]);
  }
  const outlook = forecast === null ? null : { outlook: forecast.outlook };
  return {
    id,
    title,
    unit,
    target,
    current,
    attainment,
    pace,
    status,
    stale,
    forecast: outlook,
    values: values.slice(-MOST_VALUES),
    line: addsUp(scored) ? null : (target?.value ?? target?.min ?? target?.max ?? null),
  };
}

/** Rows of a total are no step on the way to the target: only their sum is. */
function addsUp({ metric }: ScoredKpi): boolean {
  return metric !== null && accumulates(aggregationOf(metric.definition));
}

function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST_FINDINGS);
}

/** Longer texts than these are nobody's to read, and would be refused by the reader of the report. */
const LONGEST_TEXT = 4000;

function shortened<Value>(value: Value): Value {
  if (typeof value === "string") {
    return (value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value) as Value;
  }
  if (Array.isArray(value)) return value.map(shortened) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)])) as Value;
}
