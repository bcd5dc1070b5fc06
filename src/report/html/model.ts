/** Everything that the pages of a report are drawn from. */

import type { CheckResult, SmartCard } from "../../engine/result.ts";
import type { Finding } from "../../findings/finding.ts";
import type { WorkspaceProgress } from "../../progress/progress.ts";
import type { Day } from "../../workspace/day.ts";
import type { Entity, Kpi, Workspace } from "../../workspace/model.ts";
import type { ExplainInput } from "../explain/model.ts";
import type { ProgressReport } from "../progress/report.ts";
import { selectProgress } from "../progress/select.ts";
import { type KpiView, viewOf } from "./kpi-view.ts";
import { type Locale, localeOf } from "./locale.ts";

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
  readonly title: string;
  /** A BCP 47 tag. */
  readonly locale: string;
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
}

/** The model; throws a RangeError where the locale is none. */
export function modelOf(input: ReportInput): ReportModel {
  const { workspace, progress, check, asOf } = input;
  const findings = byEntity(check.findings);
  const smart = new Map(check.smart.map((card) => [card.kpi, card]));
  const explain: ExplainInput = {
    workspace,
    progress,
    asOf,
    findingsOf: ({ kind, id }) => findings.get(`${kind}/${id}`) ?? [],
    smartOf: ({ id }: Kpi): SmartCard | null => smart.get(id) ?? null,
    placeOf: input.placeOf,
    shownFile: input.shownFile,
  };
  const text = localeOf(input.locale);
  const kpis = [...workspace.kpis.values()].map((kpi) => viewOf(kpi, explain, text));
  kpis.sort((a, b) => b.urgency - a.urgency || (a.pace ?? 1) - (b.pace ?? 1));
  const byId = new Map(kpis.map((view) => [view.kpi.id, view]));
  return {
    ...input,
    explain,
    text,
    all: selectProgress(progress, workspace, check.smart, { ids: [], goals: [], owners: [], tags: [], statuses: [] }),
    kpis,
    kpi: (id) => byId.get(id) ?? null,
  };
}

function byEntity(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.entity === null) continue;
    const key = `${finding.entity.kind}/${finding.entity.id}`;
    const list = found.get(key);
    if (list === undefined) found.set(key, [finding]);
    else list.push(finding);
  }
  return found;
}
