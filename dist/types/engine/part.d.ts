/** What a change of some entities can have touched: they and their neighbours are judged before all others. */
import type { Problem } from "../findings/finding.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
/** A part of a workspace that is judged by itself. */
export interface Part {
    readonly entities: readonly Entity[];
    /** What reading found about them. */
    readonly problems: readonly Problem[];
}
/** `kind/id`: the identity of an entity. */
export declare function keyOf({ kind, id }: {
    readonly kind: string;
    readonly id: string;
}): string;
/** The keys of these entities, of what they refer to, and of what refers to them. */
export declare function touchedBy(entities: readonly Entity[], { links }: Workspace): ReadonlySet<string>;
/** An entity by its key; undefined where the workspace has none. */
export declare function entityOf(key: string, workspace: Workspace): Entity | undefined;
