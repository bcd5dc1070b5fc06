/** Links in both directions, and the cycles they must not form. */

import type { Goal, Kpi, Links, Metric } from "./model.ts";

function push<V>(map: Map<string, V[]>, key: string | undefined, value: V): void {
  if (key === undefined) return;
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

export function linksOf(
  goals: ReadonlyMap<string, Goal>,
  metrics: ReadonlyMap<string, Metric>,
  kpis: ReadonlyMap<string, Kpi>,
): Links {
  const kpisOfGoal = new Map<string, Kpi[]>();
  const kpisOfMetric = new Map<string, Kpi[]>();
  const goalsOfParent = new Map<string, Goal[]>();
  const usersOfMetric = new Map<string, (Kpi | Metric)[]>();
  for (const goal of goals.values()) push(goalsOfParent, goal.definition.parent, goal);
  for (const kpi of kpis.values()) {
    push(kpisOfGoal, kpi.definition.goal, kpi);
    push(kpisOfMetric, kpi.definition.metric, kpi);
    for (const driver of kpi.definition.drivers ?? []) push(usersOfMetric, driver, kpi);
    for (const guardrail of kpi.definition.guardrails ?? []) push(usersOfMetric, guardrail.metric, kpi);
  }
  for (const metric of metrics.values()) {
    for (const part of partsOf(metric)) push(usersOfMetric, part, metric);
  }
  return { kpisOfGoal, kpisOfMetric, goalsOfParent, usersOfMetric };
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
  for (const root of nodes) {
    // Most entities link to nothing of their kind: no frame is opened for them.
    if (done.has(root) || next(root).length === 0) continue;
    const path: string[] = [];
    const onPath = new Map<string, number>();
    const stack: { id: string; children: readonly string[]; at: number }[] = [];
    const open = (id: string): void => {
      onPath.set(id, path.length);
      path.push(id);
      stack.push({ id, children: next(id), at: 0 });
    };
    open(root);
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
      } else if (!done.has(child)) open(child);
    }
  }
  return cycles;
}

function rotated(cycle: readonly string[]): string[] {
  let smallest = 0;
  for (const [i, id] of cycle.entries()) if (id < (cycle[smallest] ?? "")) smallest = i;
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
