/** From the progress of a whole workspace to what somebody asked for. */

import type { SmartCard } from "../../engine/result.ts";
import type { ProgressSummary, ScoredKpi, WorkspaceProgress } from "../../progress/progress.ts";
import { type GoalProgress, noCounts } from "../../progress/rollup.ts";
import type { Status } from "../../progress/status.ts";
import { listed } from "../../text/listed.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import type { GoalSection, ProgressReport } from "./report.ts";

/** Filters: one that is empty lets everything pass; a KPI must pass all, and match one entry of each. */
export interface Selection {
  /** KPIs, or goals with all goals below them. */
  readonly ids: readonly string[];
  /** Goals with all goals below them. */
  readonly goals: readonly string[];
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly statuses: readonly Status[];
}

/** The report of a selection; ids and goals are known to exist. `unread` are files that could not be read whole. */
export function selectProgress(
  progress: WorkspaceProgress,
  workspace: Workspace,
  smart: readonly SmartCard[],
  selection: Selection,
  unread: readonly string[],
): ProgressReport {
  const chosen = chooser(workspace, selection);
  const { statuses } = selection;
  const kpis = progress.kpis.filter(
    ({ kpi, progress: { status } }) => chosen.takes(kpi) && (statuses.length === 0 || statuses.includes(status)),
  );
  const goals = chosen.isAll ? progress.goals : goalsOf(kpis, progress.goals, chosen.namedGoals);
  const others = statuses.length > 0 ? [] : [...workspace.kpis.values()].filter(chosen.takes);
  const shown = new Set(kpis.map(({ kpi }) => kpi.id));
  return {
    asOf: progress.asOf,
    summary: summaryOf(kpis, others),
    ofKpis: progress.summary.kpis,
    kpis,
    goals,
    sections: sectionsOf(kpis, goals, workspace, chosen.isAll),
    earlyWarnings: progress.earlyWarnings.filter(({ kpi, leads }) => shown.has(kpi) || shown.has(leads)),
    smart: new Map(smart.map((card) => [card.kpi, card])),
    unitOf: (metric) => workspace.metrics.get(metric)?.definition.unit,
    unread,
    nothing: kpis.length > 0 ? null : nothingShown(workspace, selection, unread.length > 0),
  };
}

interface Chooser {
  readonly isAll: boolean;
  readonly takes: (kpi: Kpi) => boolean;
  /** Goals that were named, and those below them. */
  readonly namedGoals: ReadonlySet<string>;
}

function chooser(workspace: Workspace, { ids, goals, owners, tags, statuses }: Selection): Chooser {
  const byId = goalsBelow(workspace, ids);
  const byGoal = goalsBelow(workspace, goals);
  const named = new Set(ids);
  const takes = ({ id, definition }: Kpi): boolean => {
    const goal = definition.goal ?? "";
    if (ids.length > 0 && !named.has(id) && !byId.has(goal)) return false;
    if (goals.length > 0 && !byGoal.has(goal)) return false;
    if (owners.length > 0 && !owners.includes(definition.owner ?? "")) return false;
    return tags.length === 0 || tags.some((tag) => definition.tags?.includes(tag) === true);
  };
  const isAll = [ids, goals, owners, tags, statuses].every((filter) => filter.length === 0);
  // A goal without KPIs is worth a line only where nothing but goals was asked for.
  const onlyGoals = owners.length === 0 && tags.length === 0 && statuses.length === 0;
  return { isAll, takes, namedGoals: onlyGoals ? new Set([...byId, ...byGoal]) : new Set() };
}

/** The goals among some ids, with all goals below them; a circle of parents ends where it began. */
function goalsBelow(workspace: Workspace, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = ids.filter((id) => workspace.goals.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of workspace.links.goalsOfParent.get(id) ?? []) open.push(child.id);
  }
  return found;
}

function goalsOf(
  kpis: readonly ScoredKpi[],
  goals: readonly GoalProgress[],
  named: ReadonlySet<string>,
): readonly GoalProgress[] {
  const used = new Set(kpis.map(({ kpi }) => kpi.definition.goal));
  return goals.filter(({ goal }) => used.has(goal.id) || named.has(goal.id));
}

function summaryOf(kpis: readonly ScoredKpi[], others: readonly Kpi[]): ProgressSummary {
  const byStatus = noCounts();
  for (const { progress } of kpis) byStatus[progress.status]++;
  return {
    kpis: kpis.length,
    byStatus,
    stale: kpis.filter(({ progress }) => progress.stale).length,
    drafts: others.filter(({ state }) => state === "draft").length,
    retired: others.filter(({ state }) => state === "retired").length,
  };
}

/** Goals in tree order, parents first; goals in a circle of parents follow in the order of the workspace. */
function sectionsOf(
  kpis: readonly ScoredKpi[],
  goals: readonly GoalProgress[],
  workspace: Workspace,
  isAll: boolean,
): readonly GoalSection[] {
  const shown = new Map(goals.map((goal) => [goal.goal.id, goal]));
  const own = new Map<string, ScoredKpi[]>();
  const homeless: ScoredKpi[] = [];
  for (const scored of kpis) {
    const goal = scored.kpi.definition.goal ?? "";
    const list = shown.has(goal) ? own.get(goal) : homeless;
    if (list === undefined) own.set(goal, [scored]);
    else list.push(scored);
  }
  const sections: GoalSection[] = [];
  for (const { id, depth } of treeOrder(workspace)) {
    const goal = shown.get(id);
    if (goal === undefined) continue;
    const hasChildren = workspace.links.goalsOfParent.has(id);
    // Goals that are over, and have nothing left that is scored, only take room.
    if (isAll && goal.kpis === 0 && goal.goal.state !== "active") continue;
    sections.push({ goal, depth, hasChildren, kpis: own.get(id) ?? [] });
  }
  if (homeless.length > 0) sections.push({ goal: null, depth: 0, hasChildren: false, kpis: homeless });
  return sections;
}

/** Every goal once, each after its parent. */
function treeOrder({ goals, links }: Workspace): readonly { readonly id: string; readonly depth: number }[] {
  const order: { id: string; depth: number }[] = [];
  const done = new Set<string>();
  const visit = (root: string): void => {
    const open = [{ id: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { id, depth } = next;
      if (done.has(id)) continue;
      done.add(id);
      order.push(next);
      const children = links.goalsOfParent.get(id) ?? [];
      for (const child of children.toReversed()) open.push({ id: child.id, depth: depth + 1 });
    }
  };
  for (const { id, definition } of goals.values()) if (!goals.has(definition.parent ?? "")) visit(id);
  for (const id of goals.keys()) visit(id);
  return order;
}

/** One sentence on why there is nothing to show. */
function nothingShown(workspace: Workspace, selection: Selection, isUnread: boolean): string {
  const { ids, goals, owners, tags, statuses } = selection;
  const unscored = ids.flatMap((id) => workspace.kpis.get(id) ?? []).filter(({ state }) => state !== "active");
  const [first] = unscored;
  if (first !== undefined) {
    const state = first.state === "draft" ? "is a draft" : "is retired";
    return `${first.id} ${state}, so it has no progress; kpi explain ${first.id} shows what is known.`;
  }
  const filters = [
    ...(ids.length > 0 ? [`the id ${either(ids)}`] : []),
    ...(goals.length > 0 ? [`the goal ${either(goals)}`] : []),
    ...(owners.length > 0 ? [`the owner ${either(owners)}`] : []),
    ...(tags.length > 0 ? [`the tag ${either(tags)}`] : []),
    ...(statuses.length > 0 ? [`the status ${either(statuses)}`] : []),
  ];
  if (filters.length > 0) return `No active KPI has ${listed(filters)}.`;
  if (workspace.kpis.size === 0 && isUnread) return "There is no KPI in what can be read.";
  return workspace.kpis.size === 0
    ? "No KPI is defined yet; a KPI is a metric with a goal, a target, a timeframe and an owner."
    : "No KPI is active; all are drafts or retired.";
}

function either(names: readonly string[]): string {
  return names.join(" or ");
}
