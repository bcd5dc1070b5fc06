/** Links in both directions, and the cycles they must not form. */
import type { Entity, Goal, Kpi, Links, Metric } from "./model.ts";
/** The metrics a derived metric is made of, in the order they are written; empty for a measured one. */
export declare function partsOf(metric: Metric): readonly string[];
/** Tells every link that an entity states: under which name it is kept, and the id it leads to. */
export declare function eachLink(entity: Entity, visit: (name: keyof Links, id: string) => void): void;
export declare function linksOf(goals: ReadonlyMap<string, Goal>, metrics: ReadonlyMap<string, Metric>, kpis: ReadonlyMap<string, Kpi>): Links;
/**
 * Every cycle once, as ids in link order, beginning with the smallest id.
 * Ids that are not in `nodes` end a path. Iterative, so that a chain of any length is safe.
 */
export declare function cyclesOf(nodes: Iterable<string>, next: (id: string) => readonly string[]): readonly (readonly string[])[];
