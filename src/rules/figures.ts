/** What a KPI resolves to on the day of the run: computed once for all rules that ask for it. */

import { type Resolved, resolveIn, scoredWindow } from "../progress/resolve.ts";
import { resolveTarget, type TargetFault, type TargetResolution } from "../progress/target.ts";
import { type KpiTerms, kpiTerms, type MetricTerms } from "../progress/terms.ts";
import type { Day } from "../workspace/day.ts";
import { partsOf } from "../workspace/links.ts";
import type { Entity, Kpi, Metric, Workspace } from "../workspace/model.ts";
import type { Target } from "../workspace/target.ts";
import { isBoolean } from "../workspace/units.ts";
import type { RuleContext } from "./define.ts";

/** An active KPI whose metric and target can be read. */
export interface Figures {
  readonly kpi: Kpi;
  readonly metric: Metric;
  /** The metric's terms, with defaults filled in. */
  readonly measure: MetricTerms;
  readonly terms: KpiTerms;
  /** As written. */
  readonly target: Target;
  /** Of the scored window; recurring timeframes: the period that holds the day. */
  readonly resolved: Resolved;
  /** The stretch target against the same baseline; null where there is none. */
  readonly stretch: TargetResolution | null;
}

interface Memo {
  readonly kpi: Kpi;
  readonly asOf: Day;
  readonly figures: Figures | null;
}

/** Rules are run KPI by KPI, so the last one is enough to remember, whatever the number of KPIs. */
let memo: Memo | null = null;
/** The workspace of that KPI, which must not stay in memory because of it. */
let memoWorkspace: WeakRef<Workspace> | null = null;

/**
 * The figures of a KPI; null for drafts and retired ones, where metric or target are missing, and where a field
 * they rest on has a finding of shape, because then a default would be judged instead of what is meant.
 */
export function figuresOf(kpi: Kpi, context: Pick<RuleContext, "workspace" | "asOf">): Figures | null {
  const { workspace, asOf } = context;
  if (memo !== null && memo.kpi === kpi && memo.asOf === asOf && memoWorkspace?.deref() === workspace) {
    return memo.figures;
  }
  if (memoWorkspace?.deref() !== workspace) memoWorkspace = new WeakRef(workspace);
  const figures = compute(kpi, workspace, asOf);
  memo = { kpi, asOf, figures };
  return figures;
}

/** The metric of a KPI; undefined where it names none, or one that does not exist. */
export function metricOf(kpi: Kpi, { metrics }: Pick<Workspace, "metrics">): Metric | undefined {
  const id = kpi.definition.metric;
  return id === undefined ? undefined : metrics.get(id);
}

const OF_KPI = ["target", "timeframe", "baseline", "path", "checkpoints"];
const OF_METRIC = ["unit", "better", "aggregation", "scale", "cadence", "bounds", "derived"];
const OF_ROWS = ["values", "data", "derived"];

function compute(kpi: Kpi, workspace: Workspace, asOf: Day): Figures | null {
  const target = kpi.target;
  const metric = metricOf(kpi, workspace);
  if (kpi.state !== "active" || target === null || metric === undefined) return null;
  if (isDoubtful(kpi, OF_KPI) || isDoubtful(metric, OF_METRIC)) return null;
  const terms = kpiTerms(kpi, workspace.metrics);
  const measure = terms.metric;
  if (measure === null) return null;
  const resolved = resolveIn(terms, metric.series, scoredWindow(terms.timeframe, asOf), asOf);
  const stretch = kpi.stretch === null ? null : resolveTarget(kpi.stretch, measure, resolved.baseline);
  return { kpi, metric, measure, terms, target, resolved, stretch };
}

function isDoubtful({ faulty }: Entity, fields: readonly string[]): boolean {
  return faulty !== null && fields.some((field) => faulty.has(field));
}

/** Whether the target, or else the stretch target, has a fault; the field it stands in, or null. */
export function fieldWith(fault: TargetFault, { resolved, stretch }: Figures): "target" | "stretch" | null {
  if (resolved.reason === fault) return "target";
  return stretch?.fault === fault ? "stretch" : null;
}

/** Whether the target is done or not done: no way leads there that could be half gone. */
export function isYesNo({ target, metric }: Figures): boolean {
  return target.kind === "done" || isBoolean(metric.definition.unit);
}

/** Whether a metric lacks rows because of something that is reported already: unreadable rows, unknown parts, a circle. */
export function rowsWereLost(metric: Metric, workspace: Workspace): boolean {
  // Every part once: parts may be shared, and form circles.
  const metrics = new Set([metric]);
  let isNeverMeasured = false;
  for (const current of metrics) {
    if (current.unread > 0 || current.missing.length > 0 || isDoubtful(current, OF_ROWS)) return true;
    if (current.series === null && current.definition.data !== undefined) return true;
    const parts = partsOf(current);
    isNeverMeasured ||= current.series === null && parts.length === 0;
    for (const id of parts) {
      const part = workspace.metrics.get(id);
      if (part === undefined) return true;
      metrics.add(part);
    }
  }
  return metric.series === null && !isNeverMeasured;
}
