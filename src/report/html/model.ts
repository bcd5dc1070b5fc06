/** Everything that the pages of a report are drawn from. */

import type { CheckResult, SmartCard } from "../../engine/result.ts";
import type { WorkspaceProgress } from "../../progress/progress.ts";
import type { GoalProgress } from "../../progress/rollup.ts";
import type { Day } from "../../workspace/day.ts";
import type { Entity, Kpi, Workspace } from "../../workspace/model.ts";
import type { ExplainInput } from "../explain/model.ts";
import type { ProgressReport } from "../progress/report.ts";
import { type Selection, selectProgress } from "../progress/select.ts";
import { type KpiView, viewOf } from "./kpi-view.ts";
import { type Locale, localeOf } from "./locale.ts";
import { placeOf } from "./place.ts";

/** What a command knows of a workspace, and how the report is to be written. */
export interface ReportInput {
  readonly workspace: Workspace;
  readonly progress: WorkspaceProgress;
  readonly check: CheckResult;
  readonly asOf: Day;
  /** `kpis/customers.kpi.yaml:95`. */
  readonly placeOf: (entity: Entity) => string;
  /** A file of the workspace as it is to be printed. */
  readonly shownFile: (file: string) => string;
  /** Definition files that could not be read whole, so that something may be missing. */
  readonly unread: readonly string[];
  readonly title: string;
  /** A BCP 47 tag. */
  readonly locale: string;
  /** Told of every goal, KPI and metric when its panel is drawn. */
  readonly onPanel?: () => void;
}

/** The same with everything that several pages need, computed once. */
export interface ReportModel extends ReportInput {
  readonly explain: ExplainInput;
  readonly text: Locale;
  /** The whole workspace's progress as the other reports show it: goals in tree order among it. */
  readonly all: ProgressReport;
  /** All KPIs: active ones worst first, then drafts, then retired ones. */
  readonly kpis: readonly KpiView[];
  readonly kpi: (id: string) => KpiView | null;
  /** KPIs of a goal itself, in the same order. */
  readonly kpisOfGoal: (id: string) => readonly KpiView[];
  readonly goal: (id: string) => GoalProgress | null;
  /** The ids of KPIs that lead a KPI. */
  readonly ledBy: (id: string) => readonly string[];
  /** The ids of KPIs that add up to a KPI. */
  readonly partsOf: (id: string) => readonly string[];
}

const EVERYTHING: Selection = { ids: [], goals: [], owners: [], tags: [], statuses: [] };

/** The model; throws a RangeError where the locale is none. */
export function modelOf(input: ReportInput): ReportModel {
  const { workspace, progress, check, asOf } = input;
  const findings = groupedBy(check.findings, ({ entity }) => (entity === null ? undefined : placeOf(entity)));
  const smart = new Map(check.smart.map((card) => [card.kpi, card]));
  const explain: ExplainInput = {
    workspace,
    progress,
    asOf,
    findingsOf: (entity) => findings.get(placeOf(entity)) ?? [],
    smartOf: ({ id }: Kpi): SmartCard | null => smart.get(id) ?? null,
    placeOf: input.placeOf,
    shownFile: input.shownFile,
  };
  const text = localeOf(input.locale);
  const kpis = [...workspace.kpis.values()].map((kpi) => viewOf(kpi, explain, text));
  kpis.sort((a, b) => b.urgency - a.urgency || (a.pace ?? 1) - (b.pace ?? 1));
  const byId = new Map(kpis.map((view) => [view.kpi.id, view]));
  const ofGoal = groupedBy(kpis, ({ kpi }) => kpi.definition.goal);
  const goals = new Map(progress.goals.map((goal) => [goal.goal.id, goal]));
  const all = [...workspace.kpis.values()];
  const leading = groupedBy(all, ({ definition }) => definition.leads);
  const parts = groupedBy(all, ({ definition }) => definition.contributes_to);
  const idsIn = (groups: ReadonlyMap<string, readonly Kpi[]>, id: string): readonly string[] =>
    (groups.get(id) ?? []).map((kpi) => kpi.id);
  return {
    workspace,
    progress,
    check,
    asOf,
    placeOf: input.placeOf,
    shownFile: input.shownFile,
    unread: input.unread,
    title: input.title,
    locale: input.locale,
    onPanel: input.onPanel,
    explain,
    text,
    all: selectProgress(progress, workspace, check.smart, EVERYTHING, input.unread),
    kpis,
    kpi: (id) => byId.get(id) ?? null,
    kpisOfGoal: (id) => ofGoal.get(id) ?? [],
    goal: (id) => goals.get(id) ?? null,
    ledBy: (id) => idsIn(leading, id),
    partsOf: (id) => idsIn(parts, id),
  };
}

/** Items by a key; those without one are left out. */
function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
