/** Results → the report of a run, as plain data. */

import type { CheckResult } from "../engine/result.ts";
import type { LocatedChange, ReviewResult } from "../engine/review.ts";
import { VERSION } from "../engine/version.ts";
import type { Severity } from "../findings/finding.ts";
import type { ScoredKpi, WorkspaceProgress } from "../progress/progress.ts";
import { worse } from "../progress/rollup.ts";
import type { Status } from "../progress/status.ts";
import { accumulates, aggregationOf } from "../progress/terms.ts";
import { type ActionKpi, type ActionReport, actionReport } from "../report/action/model.ts";
import { kpiJson } from "../report/progress/json.ts";
import { reviewReporters } from "../report/review/formats.ts";
import { isFollowUp } from "../report/review/select.ts";
import { jsonText } from "../report/untrusted.ts";
import { formatDay } from "../workspace/day.ts";
import type { EndedKpi } from "./ended.ts";
import type { Section } from "./inputs.ts";
import { mapTexts, type Redact } from "./redact.ts";
import type { RunInfo } from "./run-of.ts";

export interface ReportParts {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly run: RunInfo;
  /** The folder of the workspace, as the workflow names it. */
  readonly workspace: string;
  /** From the top of the repository to the workspace's root: files are named from the top. */
  readonly prefix: string;
  readonly failures: readonly string[];
  readonly review: ReviewResult | null;
  /** KPIs that the head no longer has, or that are no longer active. */
  readonly ended: readonly EndedKpi[];
  readonly noBase: string | null;
  readonly check: CheckResult;
  /** Null where the config is wrong. */
  readonly progress: WorkspaceProgress | null;
  readonly sections: readonly Section[];
  readonly redact: Redact;
}

/** Characters of a report as JSON. */
export const MOST_LENGTH = 5_000_000;
/** Findings in the report at most: more than a reader takes in, and than a comment holds. */
const MOST_FINDINGS = 300;
const MOST_KPIS = 300;
/** Values of a KPI's chart. */
const MOST_VALUES = 24;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const JSON_CONTEXT = { colour: false, width: Number.POSITIVE_INFINITY, ascii: false, quiet: false };

/** The report, in the very form in which a second workflow reads it. */
export function buildReport(parts: ReportParts): ActionReport {
  const { check, progress, review, ended, prefix, redact } = parts;
  const inRepository = <Item extends { readonly file: string }>(item: Item) => ({ ...item, file: prefix + item.file });
  const json = review === null ? "null" : reviewReporters.json(fromTop(review, prefix), JSON_CONTEXT);
  const diff = review === null ? null : { ...JSON.parse(json), ended };
  const report = {
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
    diff,
    noBase: parts.noBase,
    check: {
      summary: check.summary,
      findings: mostSevere(check.findings, MOST_FINDINGS).map(inRepository),
      counts: { errors: check.summary.errors, warnings: check.summary.warnings, infos: check.summary.infos },
    },
    progress: progress === null ? NO_PROGRESS : progressPart(progress, review),
    sections: parts.sections,
  };
  // The token goes first: half of it would not be recognised any more.
  return fitted(actionReport.parse(mapTexts(redact(report), shortened)));
}

/** A report as a second workflow takes it: of very many changes, the most severe ones. Counts stay those of all. */
function fitted(report: ActionReport): ActionReport {
  const { diff } = report;
  if (diff === null || diff.changes.length === 0 || jsonText(report).length <= MOST_LENGTH) return report;
  const changes = mostSevere(diff.changes, Math.floor(diff.changes.length / 2));
  const effects = diff.effects.slice(0, changes.length);
  const ended = diff.ended.slice(0, changes.length);
  return fitted({ ...report, diff: { ...diff, changes, effects, ended } });
}

/** The same review with its files named from the top of the repository. */
function fromTop(review: ReviewResult, prefix: string): ReviewResult {
  if (prefix === "") return review;
  const changes = review.changes.map((change) => ({ ...change, file: prefix + change.file }));
  return { ...review, changes, unread: review.unread.map((file) => prefix + file) };
}

const NO_PROGRESS: ActionReport["progress"] = { kpis: 0, byStatus: {}, stale: 0, shown: [] };

function progressPart(progress: WorkspaceProgress, review: ReviewResult | null): ActionReport["progress"] {
  const { kpis, byStatus, stale } = progress.summary;
  const shown = shownKpis(progress, review).slice(0, MOST_KPIS);
  return { kpis, byStatus, stale, shown: shown.map((scored) => kpiPart(scored, progress)) };
}

/**
 * The KPIs that a change set bears on, those first whose own definition it edits; where nothing was compared, those
 * that need attention. The worst first, otherwise.
 */
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
    const edited = new Set(review.changes.flatMap((change) => (isOwnEdit(change) ? [change.entity?.id] : [])));
    const editedFirst = (a: ScoredKpi, b: ScoredKpi): number =>
      Number(edited.has(b.kpi.id)) - Number(edited.has(a.kpi.id));
    return kpis.filter(({ kpi }) => touched.has(kpi.id)).sort((a, b) => editedFirst(a, b) || badFirst(a, b));
  }
  return kpis.filter(({ progress }) => needsAttention(progress.status) || progress.stale).sort(badFirst);
}

/** Whether somebody has edited the definition of a KPI itself; new values and what follows from them are none. */
function isOwnEdit(change: LocatedChange): boolean {
  return change.entity?.kind === "kpi" && !change.isData && !isFollowUp(change);
}

function needsAttention(status: Status): boolean {
  return status === "at-risk" || status === "off-track" || status === "missed" || status === "invalid";
}

function kpiPart(scored: ScoredKpi, { asOf }: WorkspaceProgress): ActionKpi {
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

/** The first of the worst; of the same level in the order that they have. */
function mostSevere<Item extends { readonly severity: Severity }>(items: readonly Item[], most: number): Item[] {
  return [...items].sort((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, most);
}

/** Longer texts than these are nobody's to read, and would be refused by the reader of the report. */
const LONGEST_TEXT = 2000;

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
