/** Where a field of a definition stands, also where it was taken away. */
import type { Place } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import type { Entity } from "../workspace/model.ts";
/** The place of a field's value, be it unreadable; of the nearest field around it that is there, or else of the entity's key. */
export declare function placeOfField(entity: Entity, path: KeyPath): Place;
/** Whether a field can be compared: where it was written badly on one side, that is a finding and no change. */
export declare function isReadable(field: string, ...sides: readonly Entity[]): boolean;
