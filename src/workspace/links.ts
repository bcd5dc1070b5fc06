/** Links in both directions, and the cycles they must not form. */

import type { Entity, Goal, Kpi, Links, Metric } from "./model.ts";

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The metrics a derived metric is made of, in the order they are written; empty for a measured one. */
export function partsOf(metric: Metric): readonly string[] {
  const derived = metric.definition.derived;
  if (derived === undefined || derived === null) return [];
  if ("ratio" in derived) return derived.ratio;
  if ("sum" in derived) return derived.sum;
  return derived.difference;
}

/** Tells every link that an entity states: under which name it is kept, and the id it leads to. */
export function eachLink(entity: Entity, visit: (name: keyof Links, id: string) => void): void {
  if (entity.kind === "goal") {
    if (entity.definition.parent !== undefined) visit("goalsOfParent", entity.definition.parent);
    return;
  }
  if (entity.kind === "metric") {
    for (const part of partsOf(entity)) visit("usersOfMetric", part);
    return;
  }
  const { goal, metric, drivers, guardrails } = entity.definition;
  if (goal !== undefined) visit("kpisOfGoal", goal);
  if (metric !== undefined) visit("kpisOfMetric", metric);
  if (drivers !== undefined) for (const driver of drivers) visit("usersOfMetric", driver);
  if (guardrails !== undefined) for (const guardrail of guardrails) visit("usersOfMetric", guardrail.metric);
}

export function linksOf(
  goals: ReadonlyMap<string, Goal>,
  metrics: ReadonlyMap<string, Metric>,
  kpis: ReadonlyMap<string, Kpi>,
): Links {
  const links = {
    kpisOfGoal: new Map<string, Kpi[]>(),
    kpisOfMetric: new Map<string, Kpi[]>(),
    goalsOfParent: new Map<string, Goal[]>(),
    usersOfMetric: new Map<string, (Kpi | Metric)[]>(),
  };
  for (const known of [goals, kpis, metrics]) {
    for (const entity of known.values()) {
      eachLink(entity, (name, id) => push(links[name] as Map<string, Entity[]>, id, entity));
    }
  }
  return links;
}

/**
 * Every cycle once, as ids in link order, beginning with the smallest id.
 * Ids that are not in `nodes` end a path. Iterative, so that a chain of any length is safe.
 */
export function cyclesOf(
  nodes: Iterable<string>,
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const seen = new Set<string>();
  // All three are empty again after each root.
  const path: string[] = [];
  const onPath = new Map<string, number>();
  const stack: { id: string; children: readonly string[]; at: number }[] = [];
  const open = (id: string, children: readonly string[]): void => {
    // Most entities link to nothing of their kind: no frame is opened for them.
    if (children.length === 0) return;
    onPath.set(id, path.length);
    path.push(id);
    stack.push({ id, children, at: 0 });
  };
  for (const root of nodes) {
    if (done.has(root)) continue;
    open(root, next(root));
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const child = frame.children[frame.at++];
      if (child === undefined) {
        stack.pop();
        path.pop();
        onPath.delete(frame.id);
        done.add(frame.id);
        continue;
      }
      const start = onPath.get(child);
      if (start !== undefined) {
        const cycle = rotated(path.slice(start));
        const key = cycle.join("\n");
        if (!seen.has(key)) {
          seen.add(key);
          cycles.push(cycle);
        }
      } else if (!done.has(child)) open(child, next(child));
    }
  }
  return cycles;
}

function rotated(cycle: readonly string[]): string[] {
  let smallest = 0;
  for (const [i, id] of cycle.entries()) if (id < (cycle[smallest] ?? "")) smallest = i;
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
