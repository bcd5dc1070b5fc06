/** Goals, KPIs and metrics with their links, as nodes and edges. */

import type { EntityKind, EntityRef } from "../../findings/finding.ts";
import type { WorkspaceProgress } from "../../progress/progress.ts";
import type { Status } from "../../progress/status.ts";
import type { Goal, Kpi, Metric, Workspace } from "../../workspace/model.ts";

export type EdgeKind =
  | "parent"
  | "goal"
  | "metric"
  | "leads"
  | "contributes-to"
  | "driver"
  | "guardrail"
  | "derived-from";

export interface GraphNode extends EntityRef {
  readonly title: string;
  /** As the definition says: active, draft, retired, done, dropped; metrics have none. */
  readonly state: string | null;
  /** Of active KPIs, and of goals with KPIs. */
  readonly status: Status | null;
}

/** From the entity that names the other one to that other one. */
export interface GraphEdge {
  readonly from: EntityRef;
  readonly to: EntityRef;
  readonly kind: EdgeKind;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Everything, in the order of the workspace: goals, KPIs, metrics. Links to unknown ids are left out. */
export function graphOf({ goals, kpis, metrics }: Workspace, progress: WorkspaceProgress): Graph {
  const statuses = new Map<string, Status | null>();
  for (const { goal, status } of progress.goals) statuses.set(keyOf(goal), status);
  for (const scored of progress.kpis) statuses.set(keyOf(scored.kpi), scored.progress.status);
  const node = (entity: Goal | Kpi | Metric): GraphNode => ({
    kind: entity.kind,
    id: entity.id,
    title: entity.definition.title ?? entity.id,
    state: entity.kind === "metric" ? null : entity.state,
    status: statuses.get(keyOf(entity)) ?? null,
  });
  const nodes = [...goals.values(), ...kpis.values(), ...metrics.values()].map(node);
  const known = new Set(nodes.map(keyOf));
  const edges = [
    ...[...goals.values()].flatMap(goalEdges),
    ...[...kpis.values()].flatMap(kpiEdges),
    ...[...metrics.values()].flatMap(metricEdges),
  ].filter(({ to }) => known.has(keyOf(to)));
  return { nodes, edges };
}

/** `goal nps`, one name for an entity of any kind. */
export function keyOf({ kind, id }: EntityRef): string {
  return `${kind} ${id}`;
}

/**
 * The part of a graph around some ids: the entities themselves, what they are linked with in either direction, and
 * all goals above. The metrics of neighbouring KPIs come along, so that no KPI stands without its measure.
 */
export function neighbourhood({ nodes, edges }: Graph, ids: ReadonlySet<string>): Graph {
  const kept = new Set(nodes.filter(({ id }) => ids.has(id)).map(keyOf));
  for (const { from, to } of edges) {
    if (ids.has(from.id)) kept.add(keyOf(to));
    if (ids.has(to.id)) kept.add(keyOf(from));
  }
  const upward = new Set<EdgeKind>(["parent", "goal", "metric"]);
  // The lists grow while goals above goals are found.
  for (let size = -1; size !== kept.size; ) {
    size = kept.size;
    for (const { from, to, kind } of edges) if (upward.has(kind) && kept.has(keyOf(from))) kept.add(keyOf(to));
  }
  return {
    nodes: nodes.filter((node) => kept.has(keyOf(node))),
    edges: edges.filter(({ from, to }) => kept.has(keyOf(from)) && kept.has(keyOf(to))),
  };
}

function goalEdges(goal: Goal): readonly GraphEdge[] {
  return edge(goal, "goal", goal.definition.parent, "parent");
}

function kpiEdges(kpi: Kpi): readonly GraphEdge[] {
  const { definition } = kpi;
  return [
    ...edge(kpi, "goal", definition.goal, "goal"),
    ...edge(kpi, "metric", definition.metric, "metric"),
    ...edge(kpi, "kpi", definition.leads, "leads"),
    ...edge(kpi, "kpi", definition.contributes_to, "contributes-to"),
    ...(definition.drivers ?? []).flatMap((driver) => edge(kpi, "metric", driver, "driver")),
    ...(definition.guardrails ?? []).flatMap(({ metric }) => edge(kpi, "metric", metric, "guardrail")),
  ];
}

function metricEdges(metric: Metric): readonly GraphEdge[] {
  const parts: readonly (readonly string[])[] = Object.values(metric.definition.derived ?? {});
  return parts.flat().flatMap((part) => edge(metric, "metric", part, "derived-from"));
}

function edge(from: EntityRef, kind: EntityKind, id: string | undefined, as: EdgeKind): readonly GraphEdge[] {
  if (id === undefined || id === null) return [];
  return [{ from: { kind: from.kind, id: from.id }, to: { kind, id }, kind: as }];
}
