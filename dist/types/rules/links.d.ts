/** What the three unknown-id rules share: the sentence, the nearest id and where it is defined. */
import type { EntityKind } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import type { Entity } from "../workspace/model.ts";
import { type RuleContext } from "./define.ts";
export declare const UNKNOWN_MESSAGES: {
    readonly near: 'There is no {kind} "{id}"; did you mean "{nearest}"?';
    readonly unknown: 'There is no {kind} "{id}"; define it under `{collection}:` or write the id of one that exists.';
    readonly none: 'There is no {kind} "{id}", and no {kind} is defined at all; add it under `{collection}:`.';
};
/** Reports `id`, written at `path` of `entity`, when there is no such goal, metric or KPI. */
export declare function reportUnknown(context: RuleContext, entity: Entity, kind: EntityKind, id: string | undefined, path: KeyPath): void;
